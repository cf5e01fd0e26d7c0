package org.infolinia.reports.recordings;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a recording that a consultant left out; there it is silent.
 *
 * @param from from the beginning of the recording, milliseconds
 * @param to   likewise; empty where nobody ended it: it ended by itself, or with the conversation
 */
public record Pause(Duration from, Optional<Duration> to) {

    private static final Pattern MARK = Pattern.compile("(PAUSE|RESUME) ([0-9]{1,9})");
    private static final int MOST_MARKS = 1000;

    /** Those that the file of marks tells of, none where there is no such file; lines that say nothing are passed over. */
    static List<Pause> read(Path marks) throws IOException {
        List<Pause> pauses = new ArrayList<>();
        if (!Files.isRegularFile(marks, LinkOption.NOFOLLOW_LINKS)) {
            return pauses;
        }
        Optional<Duration> since = Optional.empty();
        // Latin 1 has no malformed bytes: whatever is in the file, reading it does not fail.
        try (BufferedReader lines = Files.newBufferedReader(marks, StandardCharsets.ISO_8859_1)) {
            for (int i = 0; i < MOST_MARKS; i++) {
                String line = lines.readLine();
                if (line == null) {
                    break;
                }
                Matcher mark = MARK.matcher(line);
                if (!mark.matches()) {
                    continue;
                }
                Duration where = Duration.ofMillis(Long.parseLong(mark.group(2)));
                if (mark.group(1).equals("PAUSE")) {
                    since.ifPresent(from -> pauses.add(new Pause(from, Optional.empty())));
                    since = Optional.of(where);
                } else if (since.isPresent()) {
                    pauses.add(new Pause(since.get(), Optional.of(where)));
                    since = Optional.empty();
                }
            }
        }
        since.ifPresent(from -> pauses.add(new Pause(from, Optional.empty())));
        return pauses;
    }
}
