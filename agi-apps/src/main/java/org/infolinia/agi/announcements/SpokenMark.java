package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The note beside a sound that we made ourselves.
 *
 * @param text     SHA-256 of what it was made from: manner of speaking and words
 * @param sound    SHA-256 of the wav we made
 * @param wide     SHA-256 of the wav16 we made; {@code -} in a note of an earlier release, which made none
 * @param replaced SHA-256 of the wav that was there before and that may still be, as the note is written first;
 *                 {@code -} for none, or for one that was not ours
 */
record SpokenMark(String text, String sound, String wide, String replaced) {

    static final String NONE = "-";

    private static final Pattern LINES =
            Pattern.compile("text (\\w{64})\nsound (\\w{64})\n(?:wide (\\w{64}|-)\n)?replaced (\\w{64}|-)\n");

    /** The note in that file; empty when there is none, or none that we wrote. */
    static Optional<SpokenMark> read(Path file) throws IOException {
        String lines;
        try {
            lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        return Optional.of(LINES.matcher(lines))
                .filter(parts -> parts.matches())
                .map(parts -> new SpokenMark(
                        parts.group(1),
                        parts.group(2),
                        Optional.ofNullable(parts.group(3)).orElse(NONE),
                        parts.group(4)));
    }

    List<String> lines() {
        return List.of("text " + text, "sound " + sound, "wide " + wide, "replaced " + replaced);
    }

    boolean isOurs(String wav) {
        return wav.equals(sound) || wav.equals(replaced);
    }
}
