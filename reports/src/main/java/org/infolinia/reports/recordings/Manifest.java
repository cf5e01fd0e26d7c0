package org.infolinia.reports.recordings;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.infolinia.hotline.calls.Conversation;

/**
 * The list that goes with exported recordings: CSV in UTF-8 with semicolons, as a Polish Excel opens it.
 *
 * <p>No cell can be a formula: what begins like one gets an apostrophe in front.
 */
final class Manifest implements Closeable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String LINE_END = "\r\n";

    private final Writer out;
    private final ZoneId zone;

    private Manifest(Writer out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    /** @param zone of its times */
    static Manifest open(Path file, ZoneId zone) throws IOException {
        Manifest manifest = new Manifest(Files.newBufferedWriter(file, StandardCharsets.UTF_8), zone);
        // Without the mark Excel takes UTF-8 for the code page of the machine.
        manifest.out.write('\ufeff');
        manifest.line(List.of(
                "file", "state", "call id", "began", "ended", "consultant", "queue", "seconds", "pauses", "sha-256"));
        return manifest;
    }

    /**
     * @param file   as exported; empty where it was not
     * @param state  why not, or {@code complete}
     * @param sha256 of the exported file
     */
    void recording(String file, String state, Recording recording, String sha256) throws IOException {
        RecordingName name = recording.name();
        line(List.of(
                file,
                state,
                name.linkedId(),
                time(name.began()),
                time(recording.ended()),
                name.consultant(),
                name.queue(),
                seconds(recording.length()),
                recording.pauses().stream().map(Manifest::pause).collect(Collectors.joining(", ")),
                sha256));
    }

    /** A conversation that has no recording. */
    void missing(String linkedId, Conversation conversation) throws IOException {
        Duration talk = conversation.talkTime().orElse(Duration.ZERO);
        line(List.of(
                "",
                "missing",
                linkedId,
                time(conversation.began()),
                conversation.talkTime().isPresent() ? time(conversation.began().plus(talk)) : "",
                conversation.consultant(),
                conversation.queue().map(queue -> queue.value()).orElse("NONE"),
                conversation.talkTime().isPresent() ? seconds(talk) : "",
                "",
                ""));
    }

    /** Seconds with one decimal; a pause that nobody ended has an open end. */
    private static String pause(Pause pause) {
        return seconds(pause.from()) + "-" + pause.to().map(Manifest::seconds).orElse("");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    private String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    private void line(List<String> cells) throws IOException {
        out.write(cells.stream().map(Manifest::cell).collect(Collectors.joining(";")));
        out.write(LINE_END);
    }

    static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
