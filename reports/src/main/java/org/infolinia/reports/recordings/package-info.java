/**
 * The recordings of conversations: which there are, whether they can be played, how they are handed out and when they end.
 *
 * <p>Lives here: the folder that Asterisk records into, as {@code dialplan/asterisk/recording.conf} lays it out: a folder
 * for each day (UTC), in it {@code TIME+QUEUE+CONSULTANT+LINKEDID+UNIQUEID.wav} for each conversation, beside it
 * {@code .marks} where it was paused; and {@code unrecorded/} with an empty file for each conversation whose caller
 * declined. Does not live here: the making of mp3 ({@code …reports.lame}), SQL. Called by the launcher.
 */
@NullMarked
package org.infolinia.reports.recordings;

import org.jspecify.annotations.NullMarked;
