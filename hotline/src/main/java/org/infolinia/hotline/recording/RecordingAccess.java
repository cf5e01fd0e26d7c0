package org.infolinia.hotline.recording;

import java.time.Instant;

/**
 * Somebody's getting of one recording.
 *
 * @param who  user of the operating system for an export, else a sign-in name
 * @param when whole seconds are kept
 * @param how  {@code export} by command; in the browser {@code play}, {@code wav}, {@code mp3}
 * @param name of the recording
 */
public record RecordingAccess(String who, Instant when, String how, String name) {}
