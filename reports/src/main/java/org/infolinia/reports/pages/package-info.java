/**
 * The recordings in the browser: found, played, handed out.
 *
 * <p>Lives here: the pages and what they ask; that one play is one entry in the book. Does not live here: the recordings
 * themselves ({@code …reports.recordings}), who signs in ({@code …sidecar.site}). Wired in the launcher.
 */
@NullMarked
package org.infolinia.reports.pages;

import org.jspecify.annotations.NullMarked;
