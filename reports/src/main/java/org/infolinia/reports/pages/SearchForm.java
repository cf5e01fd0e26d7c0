package org.infolinia.reports.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.hotline.cases.SearchWords;
import org.infolinia.hotline.recording.RecordingSearch;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to find recordings, as it was typed.
 *
 * @param from     first day
 * @param to       last day, itself included
 * @param shortest minutes, or minutes and seconds: {@code 2}, {@code 0:30}
 * @param longest  likewise
 */
public record SearchForm(
        String from, String to, String queue, String consultant, String number, String shortest, String longest) {

    private static final int LONGEST_TEXT = 60;
    private static final int DAYS = 7;
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,3})(?::([0-5]\\d))?");
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;

    /** Something typed that is no such thing; the word tells which. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        final String word;

        Wrong(String word) {
            super(word);
            this.word = word;
        }
    }

    /** Without days, the last seven. */
    static SearchForm of(MultivaluedMap<String, String> query, LocalDate today) {
        String from = text(query, "from");
        String to = text(query, "to");
        return new SearchForm(
                from.isEmpty() ? today.minusDays(DAYS - 1).toString() : from,
                to.isEmpty() ? today.toString() : to,
                text(query, "queue"),
                text(query, "consultant"),
                text(query, "number"),
                text(query, "shortest"),
                text(query, "longest"));
    }

    private static String text(MultivaluedMap<String, String> query, String name) {
        @Nullable String value = query.getFirst(name);
        String text = value == null ? "" : value.strip();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** The same without what not everybody may look for. */
    SearchForm withoutNumber() {
        return new SearchForm(from, to, queue, consultant, "", shortest, longest);
    }

    /** As a link to the next page carries it. */
    String query() {
        return Stream.of(
                        field("from", from),
                        field("to", to),
                        field("queue", queue),
                        field("consultant", consultant),
                        field("number", number),
                        field("shortest", shortest),
                        field("longest", longest))
                .collect(Collectors.joining("&"));
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** @param zone in which a day begins */
    RecordingSearch search(ZoneId zone) throws Wrong {
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (last.isBefore(first)) {
            throw new Wrong("recordings.wrong-days");
        }
        return new RecordingSearch(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                given(queue),
                given(consultant),
                digits(),
                length(shortest),
                // To the end of that second.
                length(longest).map(one -> one.plusMillis(999)));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    private static LocalDate day(String text) throws Wrong {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1970 || day.getYear() > 9999) {
                throw new Wrong("recordings.wrong-days");
            }
            return day;
        } catch (DateTimeException malformed) {
            throw new Wrong("recordings.wrong-days");
        }
    }

    private Optional<String> digits() throws Wrong {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String digits = SearchWords.callerKey(number);
        if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
            throw new Wrong("recordings.wrong-number");
        }
        return Optional.of(digits);
    }

    private static Optional<Duration> length(String text) throws Wrong {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = LENGTH.matcher(text);
        if (!parts.matches()) {
            throw new Wrong("recordings.wrong-length");
        }
        Duration minutes = Duration.ofMinutes(Long.parseLong(parts.group(1)));
        return Optional.of(parts.group(2) == null ? minutes : minutes.plusSeconds(Long.parseLong(parts.group(2))));
    }
}
