package org.infolinia.agi.announcements;

import java.time.Duration;

/**
 * A sound that is there to be played.
 *
 * @param name   as Asterisk knows it, without language and ending, such as {@code infolinia/welcome}
 * @param length how long it lasts
 */
public record Sound(String name, Duration length) {}
