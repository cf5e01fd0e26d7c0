package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the file beside a recording says of its one pause.
 *
 * @param pause  where in it the pause began, milliseconds
 * @param resume where it ended by a key; 0 where it did not
 */
record Marks(int pause, int resume) {

    static Marks of(Path wav) {
        try {
            Matcher marks = Pattern.compile("PAUSE (\\d+)\n(?:RESUME (\\d+)\n)?")
                    .matcher(Files.readString(Path.of(wav.toString().replace(".wav", ".marks"))));
            assertThat(marks.matches()).as("the marks of %s", wav).isTrue();
            return new Marks(
                    Integer.parseInt(marks.group(1)), marks.group(2) == null ? 0 : Integer.parseInt(marks.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the marks of " + wav, e);
        }
    }
}
