package org.infolinia.hotline.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;

/** The coordinator's expectations: text files in a folder beside hotline.xml, an expectation a line. */
public final class ExpectationFiles {

    private static final int MOST_FILES = 100;
    private static final int LARGEST = 200_000;

    private final List<Line> lines = new ArrayList<>();
    private final List<Unmet> unreadable = new ArrayList<>();

    /** An expectation where it stands; empty text is none. */
    private record Line(Path file, int number, String text) {
        Unmet unmet(Texts words) {
            return new Unmet(file, number, words);
        }
    }

    /** What is there; a file that cannot be read is one expectation that is not met. */
    public static ExpectationFiles beside(Path hotline) {
        ExpectationFiles expectations = new ExpectationFiles();
        Path folder = hotline.resolveSibling("tests");
        if (Files.isDirectory(folder)) {
            expectations.readAll(folder);
        }
        return expectations;
    }

    public int count() {
        return lines.size() + unreadable.size();
    }

    /** Each that is not met, or not understood. */
    public List<Unmet> broken(Hotline hotline) {
        return Stream.concat(unreadable.stream(), lines.stream().flatMap(line -> broken(line, hotline).stream()))
                .toList();
    }

    private static List<Unmet> broken(Line line, Hotline hotline) {
        try {
            return Expectation.parse(line.text()).broken(hotline).stream()
                    .map(line::unmet)
                    .toList();
        } catch (Expectation.NotUnderstood e) {
            return List.of(line.unmet(e.words()));
        }
    }

    private void readAll(Path folder) {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            unreadable(folder, Remark.EXPECTATIONS_UNREADABLE.of());
            return;
        }
        if (files.size() > MOST_FILES) {
            unreadable(folder, Remark.EXPECTATIONS_TOO_MANY.of(files.size(), MOST_FILES));
            return;
        }
        files.forEach(this::read);
    }

    private void read(Path file) {
        List<String> all;
        try {
            if (Files.size(file) > LARGEST) {
                unreadable(file, Remark.EXPECTATIONS_TOO_LARGE.of(LARGEST));
                return;
            }
            all = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            unreadable(file, Remark.EXPECTATIONS_NOT_UTF_8.of());
            return;
        } catch (IOException e) {
            unreadable(file, Remark.EXPECTATIONS_UNREADABLE.of());
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            // A byte order mark, which some editors put first, is no sign to anybody.
            String text = all.get(i).replace("\uFEFF", "").strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new Line(file, i + 1, text));
            }
        }
    }

    private void unreadable(Path file, Texts words) {
        unreadable.add(new Unmet(file, 0, words));
    }
}
