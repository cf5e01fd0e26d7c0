package org.infolinia.agi.announcements;

import java.util.List;

/**
 * What came of making sure that every announcement can be heard.
 *
 * @param recorded sounds that people recorded
 * @param ready    sounds spoken by us before, still true to their text
 * @param made     sounds spoken just now
 * @param problems a sentence for each sound that callers will not hear, or not as they should
 */
public record Preparation(int recorded, int ready, int made, List<String> problems) {

    public Preparation {
        problems = List.copyOf(problems);
    }
}
