package org.infolinia.hotline;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something the hotline says to callers.
 *
 * @param id   name of its sound file without language or ending; {@code a-z 0-9 -}, at most 60
 * @param text the words, per language; a recording, where there is one, speaks them
 */
public record Announcement(String id, Texts text) {

    /** What the dialplan itself says, so that every hotline has to have it. */
    public static final List<String> OF_THE_DIALPLAN =
            List.of("fallback", "closed", "refused", "too-long", "signed-in", "signed-out");

    /** What the dialplan says besides where conversations are recorded. */
    public static final List<String> OF_RECORDING = List.of("recording-paused", "recording-resumed");

    private static final Pattern SAFE = Pattern.compile("[a-z0-9-]{1,60}");

    /** @throws IllegalArgumentException when the id could not be a file name */
    public Announcement {
        if (!SAFE.matcher(id).matches()) {
            throw new IllegalArgumentException("announcement \"" + id + "\": 1 to 60 of a-z, 0-9 and -");
        }
    }
}
