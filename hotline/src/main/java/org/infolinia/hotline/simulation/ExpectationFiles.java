package org.infolinia.hotline.simulation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Texts;

/** The coordinator's expectations: text files in a folder beside hotline.xml, an expectation a line. */
public final class ExpectationFiles {

    private static final int MOST_FILES = 100;
    private static final int LARGEST = 200_000;

    private final List<Line> lines = new ArrayList<>();

    /** An expectation where it stands; empty text is none. */
    private record Line(Path file, int number, String text) {
        Unmet unmet(Texts words) {
            return new Unmet(file, number, words);
        }
    }

    /** @throws IOException when a file cannot be read, or there are too many or too large ones */
    public static ExpectationFiles beside(Path hotline) throws IOException {
        ExpectationFiles expectations = new ExpectationFiles();
        Path folder = hotline.resolveSibling("tests");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                List<Path> files = all.filter(file -> file.toString().endsWith(".txt"))
                        .sorted()
                        .toList();
                if (files.size() > MOST_FILES) {
                    throw new IOException(folder + " holds " + files.size() + " files; at most " + MOST_FILES);
                }
                for (Path file : files) {
                    expectations.read(file);
                }
            }
        }
        return expectations;
    }

    public int count() {
        return lines.size();
    }

    /** Each that is not met, or not understood. */
    public List<Unmet> broken(Hotline hotline) {
        return lines.stream().flatMap(line -> broken(line, hotline).stream()).toList();
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

    private void read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is too large: at most " + LARGEST + " bytes");
        }
        List<String> all;
        try {
            all = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8: save it as UTF-8", e);
        }
        for (int i = 0; i < all.size(); i++) {
            // A byte order mark, which some editors put first, is no sign to anybody.
            String text = all.get(i).replace("\uFEFF", "").strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new Line(file, i + 1, text));
            }
        }
    }
}
