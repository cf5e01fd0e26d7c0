package org.infolinia.hotline.recording;

import java.time.Instant;

/**
 * The end of one recording.
 *
 * @param name   of the recording
 * @param sha256 of its file, lower-case hexadecimal
 * @param why    such as {@code kept for 90 days}
 * @param when   whole seconds are kept
 */
public record RecordingDeletion(String name, String sha256, String why, Instant when) {}
