/**
 * What a hotline says of the recording of its conversations.
 *
 * <p>Lives here: the rules as hotline.xml gives them, the interfaces of the book of deletions and accesses and of the
 * index by which recordings are found. Does not live here: recordings themselves, which the reports module keeps, and
 * the dialplan that records. Called by all who record, keep or hand out recordings.
 */
@NullMarked
package org.infolinia.hotline.recording;

import org.jspecify.annotations.NullMarked;
