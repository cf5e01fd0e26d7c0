package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.infolinia.hotline.calls.Outcome;

/**
 * One caller of the day's script, {@code day.txt}.
 *
 * @param keys     what is pressed, each at the menu
 * @param number   the caller's own, where it matters
 * @param waited   what the report may say of it, in seconds; none where there is no wait
 * @param talked   likewise
 * @param besides  who comes while this caller talks
 */
record DayCall(
        List<String> keys,
        Act act,
        Optional<String> number,
        Outcome outcome,
        Optional<Span> waited,
        Optional<Span> talked,
        List<DayCall> besides) {

    /** What a caller does, or what is done to them. */
    enum Act {
        /** Until they hang up. */
        TALKS,
        /** The consultant hangs up after five seconds. */
        IS_LEFT,
        /** The consultant hangs up after one. */
        IS_CUT,
        /** One consultant lets it ring, the other takes it. */
        IS_MISSED_FIRST,
        /** One consultant declines, the other takes it. */
        IS_DECLINED_FIRST,
        IS_HANDED_ON,
        /** Handed on once somebody outside was asked. */
        IS_ASKED_FOR,
        GIVES_UP_AT_ONCE,
        /** After eight seconds in the queue. */
        GIVES_UP,
        WAITS_TOO_LONG,
        /** Goes on in the general queue, and talks there. */
        OVERFLOWS,
        FINDS_IT_FULL,
        FINDS_NOBODY,
        /** Leaves the number while waiting; whether it is answered is the operator's affair. */
        IS_CALLED_BACK,
        LEAVES,
        HEARS_A_MESSAGE,
        IS_TOO_LATE;

        boolean needsTheOperator() {
            return this == IS_HANDED_ON || this == IS_ASKED_FOR || this == IS_CALLED_BACK;
        }
    }

    /** From the one to the other, both included. */
    record Span(long from, long to) {

        private static Optional<Span> parse(String written) {
            if (written.equals("-")) {
                return Optional.empty();
            }
            String[] ends = written.split("-");
            return Optional.of(new Span(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
        }
    }

    /** The scenes of each lane in order. */
    static Map<String, List<DayCall>> script() {
        Map<String, List<DayCall>> lanes = new LinkedHashMap<>();
        try (InputStream script = Objects.requireNonNull(DayCall.class.getResourceAsStream("day.txt"))) {
            List<DayCall> scene = List.of();
            for (String line : new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split(" +");
                DayCall call = parse(cells);
                if (cells[0].equals("+")) {
                    scene.add(call);
                } else {
                    lanes.computeIfAbsent(cells[0], lane -> new ArrayList<>()).add(call);
                    scene = call.besides;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the day's script", e);
        }
        return lanes;
    }

    private static DayCall parse(String... cells) {
        assertThat(cells).hasSize(7);
        return new DayCall(
                cells[1].equals(".")
                        ? List.of()
                        : List.of(cells[1].replace("-", "").split(",")),
                Act.valueOf(cells[2].toUpperCase(Locale.ROOT).replace('-', '_')),
                cells[3].equals(".") ? Optional.empty() : Optional.of(cells[3]),
                Outcome.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                Span.parse(cells[5]),
                Span.parse(cells[6]),
                new ArrayList<>());
    }
}
