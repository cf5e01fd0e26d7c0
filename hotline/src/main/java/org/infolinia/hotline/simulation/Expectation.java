package org.infolinia.hotline.simulation;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;

/**
 * What the coordinator expects one caller to meet, in one line of Polish or English.
 *
 * <p>{@code 2026-12-24 10:00 | press 1 | hears closed | ends closed}: a moment in the hotline's zone, what the caller
 * does, what is expected; the parts are apart by {@code |}.
 */
public final class Expectation {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern KEYS = Pattern.compile("(-|[0-9*#]{1,30})(\\s*,\\s*(-|[0-9*#]{1,30})){0,49}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,19}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    private final LocalDateTime moment;
    private final List<Claim> claims = new ArrayList<>();
    private List<String> keys = List.of();
    private String dialled = "";
    private Optional<Language> language = Optional.empty();
    private boolean answered = true;

    /** Something expected of a call: a sentence on how it is not so, or empty. */
    @FunctionalInterface
    private interface Claim {
        Optional<Texts> broken(Hotline hotline, SimulatedCall call);
    }

    /** A line that is no expectation; says what is wrong and what is expected. */
    public static final class NotUnderstood extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Texts words;

        NotUnderstood(Texts words) {
            super(Remark.inEnglish(words));
            this.words = words;
        }

        Texts words() {
            return words;
        }
    }

    private Expectation(LocalDateTime moment) {
        this.moment = moment;
    }

    /** @throws NotUnderstood when the line is none */
    public static Expectation parse(String line) throws NotUnderstood {
        List<String> parts =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        Expectation expectation = new Expectation(moment(parts.get(0)));
        for (String part : parts.subList(1, parts.size())) {
            expectation.take(part);
        }
        if (expectation.claims.isEmpty()) {
            throw new NotUnderstood(Remark.NOT_EXPECTING.of());
        }
        return expectation;
    }

    /** A sentence for each way in which the hotline does otherwise; none where it is as expected. */
    public List<Texts> broken(Hotline hotline) {
        SimulatedCall call = SimulatedCall.of(
                hotline,
                new SimulatedCall.Caller(
                        moment.atZone(hotline.hours().zone()).toInstant(), dialled, language, keys, answered));
        return claims.stream()
                .flatMap(claim -> claim.broken(hotline, call).stream())
                .toList();
    }

    private static LocalDateTime moment(String text) throws NotUnderstood {
        try {
            return LocalDateTime.parse(Texts.inOneLine(text.replace('T', ' ')), MOMENT);
        } catch (DateTimeException e) {
            throw new NotUnderstood(Remark.NO_MOMENT.of(text));
        }
    }

    private void take(String part) throws NotUnderstood {
        String[] words = part.split("\\s+", 2);
        String rest = words.length < 2 ? "" : words[1];
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "press", "presses", "wybiera" ->
                keys = Arrays.asList(fit(KEYS, rest, Remark.NO_KEYS).split("\\s*,\\s*"));
            case "dials", "dzwoni" -> dialled = fit(NUMBER, rest.replaceFirst("^na\\s+", ""), Remark.NO_NUMBER);
            case "language", "język" -> language = Optional.of(new Language(fit(LANGUAGE, rest, Remark.NO_LANGUAGE)));
            case "unanswered", "nieodebrane" -> answered = false;
            case "hears", "słyszy" -> claims.add(hears(named(rest), true));
            case "nie", "not" -> claims.add(hears(named(rest.replaceFirst("^(słyszy|hears)\\s+", "")), false));
            case "open", "czynne" -> claims.add(isOpen(true));
            case "closed", "nieczynne" -> claims.add(isOpen(false));
            case "ends", "kończy" -> claims.add(ends(ExpectedEnd.parse(rest)));
            default -> throw new NotUnderstood(Remark.NOT_UNDERSTOOD.of(part));
        }
    }

    private static String fit(Pattern pattern, String value, Remark otherwise) throws NotUnderstood {
        if (!pattern.matcher(value).matches()) {
            throw new NotUnderstood(otherwise.of(value));
        }
        return value;
    }

    private static String named(String name) throws NotUnderstood {
        if (name.isBlank()) {
            throw new NotUnderstood(Remark.UNNAMED.of());
        }
        return name;
    }

    /** By id, or by words in quotes that are part of what is said. */
    private static Claim hears(String what, boolean expected) {
        return (hotline, call) -> {
            if (!what.startsWith("\"") && !hotline.announcements().containsKey(what)) {
                return Optional.of(Remark.NO_ANNOUNCEMENT.of(what));
            }
            List<SimulatedCall.Event> heard = call.events().stream()
                    .filter(event -> event.kind() == SimulatedCall.Event.Kind.HEARS)
                    .toList();
            boolean found = heard.stream().anyMatch(event -> isSaid(what, event, hotline));
            Object all = heard.isEmpty()
                    ? Remark.HEARS_NOTHING.of()
                    : heard.stream().map(SimulatedCall.Event::what).collect(Collectors.joining(", "));
            return found == expected
                    ? Optional.empty()
                    : Optional.of((expected ? Remark.UNHEARD : Remark.HEARD).of(what, all));
        };
    }

    private static boolean isSaid(String what, SimulatedCall.Event event, Hotline hotline) {
        if (!what.startsWith("\"")) {
            return event.what().equals(what);
        }
        String words = Texts.inOneLine(what.replaceAll("^\"|\"$", "")).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(hotline.announcements().get(event.what()))
                .flatMap(announcement -> announcement.text().in(event.language()))
                .filter(text -> Texts.inOneLine(text).toLowerCase(Locale.ROOT).contains(words))
                .isPresent();
    }

    private Claim isOpen(boolean expected) {
        return (hotline, call) -> {
            boolean open = hotline.hours()
                    .isOpenAt(moment.atZone(hotline.hours().zone()).toInstant());
            return open == expected ? Optional.empty() : Optional.of((open ? Remark.IS_OPEN : Remark.IS_CLOSED).of());
        };
    }

    private static Claim ends(ExpectedEnd expected) {
        return (hotline, call) -> {
            ExpectedEnd end = ExpectedEnd.of(call.end());
            return end.equals(expected) ? Optional.empty() : Optional.of(expected.missedBy(end, hotline));
        };
    }
}
