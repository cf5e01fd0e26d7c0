package org.infolinia.hotline.simulation;

import java.nio.file.Path;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;

/**
 * An expectation that a hotline does not meet, or that nobody understands.
 *
 * @param file  that it stands in
 * @param line  1 is the first; 0 where the file, or the folder of all, cannot be read
 * @param words what is so instead
 */
public record Unmet(Path file, int line, Texts words) {

    /** The file without its folder. */
    public String fileName() {
        return String.valueOf(file.getFileName());
    }

    /** For a reader of that language. */
    public String in(Language language) {
        return Remark.in(language, words);
    }

    /** In English: for commands. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + Remark.inEnglish(words);
    }
}
