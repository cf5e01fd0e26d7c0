package org.infolinia.agi.coordinator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.announcements.PromptState;
import org.infolinia.agi.announcements.RecordingVersion;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Texts;

/**
 * The announcements as a page lists them.
 *
 * @param counts how many are in each state, by its word
 */
public record PromptList(List<Row> rows, Map<String, Long> counts) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /**
     * One announcement in one language.
     *
     * @param number  empty for the program's own words
     * @param state   a word, such as {@code stale}
     * @param version in force; 0 for the synthetic voice
     * @param length  minutes and seconds; empty where nothing can be played
     */
    public record Row(
            String number,
            String id,
            String language,
            String text,
            String state,
            int version,
            String length,
            String since,
            String by) {}

    /**
     * A recording that is kept.
     *
     * @param text what it speaks, where that is no longer the announcement's text; else empty
     */
    public record Kept(
            int number, boolean inForce, String length, String since, String by, String source, String text) {}

    static PromptList of(PromptLibrary library, Hotline hotline, boolean all) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Prompt prompt : library.prompts(hotline)) {
            if (all || prompt.number().isPresent()) {
                rows.add(row(library.state(prompt), hotline));
            }
        }
        return new PromptList(
                rows, rows.stream().collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting())));
    }

    static Row row(PromptState state, Hotline hotline) {
        Prompt prompt = state.prompt();
        return new Row(
                prompt.number().map(Object::toString).orElse(""),
                prompt.id(),
                prompt.language().code(),
                Texts.inOneLine(prompt.text()),
                state.kind().name().toLowerCase(Locale.ROOT),
                state.version().orElse(0),
                state.length().map(PromptList::minutes).orElse(""),
                state.since().map(at -> minute(at, hotline)).orElse(""),
                state.by().orElse(""));
    }

    /** The newest first. */
    static List<Kept> versions(PromptLibrary library, PromptState state, Hotline hotline) throws IOException {
        Prompt prompt = state.prompt();
        int inForce = state.version().orElse(0);
        List<Kept> kept = new ArrayList<>();
        for (RecordingVersion version : library.versions(prompt)) {
            kept.add(
                    0,
                    new Kept(
                            version.number(),
                            version.number() == inForce,
                            minutes(version.length()),
                            minute(version.at(), hotline),
                            version.by(),
                            version.source(),
                            version.says(prompt.text()) ? "" : Texts.inOneLine(version.text())));
        }
        return kept;
    }

    private static String minute(Instant at, Hotline hotline) {
        return MINUTE.format(at.atZone(hotline.hours().zone()));
    }

    private static String minutes(Duration length) {
        long seconds = Math.round(length.toMillis() / 1000.0);
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }
}
