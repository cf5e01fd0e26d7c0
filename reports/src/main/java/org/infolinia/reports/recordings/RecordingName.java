package org.infolinia.reports.recordings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a recording says of its conversation.
 *
 * @param text       the name itself, without folder or ending; sorts by time
 * @param began      when recording began; whole seconds
 * @param queue      {@code NONE} for a call that came from none, such as one outwards
 * @param consultant as the queue log names them; may be empty
 * @param linkedId   of the call
 * @param legId      unique id of the consultant's channel
 */
public record RecordingName(
        String text, Instant began, String queue, String consultant, String linkedId, String legId) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<time>[0-9]{8}T[0-9]{6}Z)\\+(?<queue>[A-Za-z0-9_-]{0,60})"
                    + "\\+(?<consultant>[A-Za-z0-9_.-]{0,60})\\+(?<linked>[A-Za-z0-9_.-]{1,80})\\+(?<leg>[A-Za-z0-9_.-]{1,80})");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    /** Empty for a name that the dialplan never gives. */
    static Optional<RecordingName> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordingName(
                    text,
                    LocalDateTime.parse(parts.group("time"), TIME).toInstant(ZoneOffset.UTC),
                    parts.group("queue"),
                    parts.group("consultant"),
                    parts.group("linked"),
                    parts.group("leg")));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
