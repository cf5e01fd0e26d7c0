package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The note beside a sound that we made ourselves.
 *
 * @param text     SHA-256 of what it was made from: manner of speaking and words
 * @param sound    SHA-256 of the wav we made
 * @param replaced SHA-256 of the wav that was ours before and that may still be there, as the note is written first;
 *                 {@code -} for none
 */
record SpokenMark(String text, String sound, String replaced) {

    static final String NONE = "-";

    private static final Pattern LINES = Pattern.compile("text (\\w{64})\nsound (\\w{64})\nreplaced (\\w{64}|-)\n");

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
                .map(parts -> new SpokenMark(parts.group(1), parts.group(2), parts.group(3)));
    }

    List<String> lines() {
        return List.of("text " + text, "sound " + sound, "replaced " + replaced);
    }

    boolean isOurs(String wav) {
        return wav.equals(sound) || wav.equals(replaced);
    }

    static String hashOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
