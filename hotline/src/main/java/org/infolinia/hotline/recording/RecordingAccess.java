package org.infolinia.hotline.recording;

import java.time.Instant;

/**
 * Somebody's getting of one recording.
 *
 * @param who  user of the operating system
 * @param when whole seconds are kept
 * @param how  such as {@code export}
 * @param name of the recording
 */
public record RecordingAccess(String who, Instant when, String how, String name) {}
