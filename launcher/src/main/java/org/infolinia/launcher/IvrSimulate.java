package org.infolinia.launcher;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.calendar.CalendarDay;
import org.infolinia.hotline.ivr.Destination;
import org.infolinia.hotline.simulation.SimulatedCall;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ivr simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "What a caller hears, node by node, and where the call ends; by the same program that serves real calls.",
            "With --calendar: what each day of a year is, a line a day."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:hotline.xml is wrong", "2:wrong use"})
final class IvrSimulate implements Callable<Integer> {

    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("EEEE, uuuu-MM-dd HH:mm", Locale.ENGLISH);

    @Mixin
    private final HotlineParameter file = new HotlineParameter();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When the call comes, such as 2026-12-24T10:00; now unless given.")
    private @Nullable LocalDateTime at;

    @Option(
            names = "--press",
            paramLabel = "KEYS",
            split = ",",
            description = "Keys, one for each menu, digits for a question, - to stay silent: --press 9,2.")
    private List<String> press = List.of();

    @Option(
            names = "--lang",
            paramLabel = "CODE",
            description = "The caller's language, or the calendar's; the first unless given.")
    private @Nullable String language;

    @Option(names = "--dialled", paramLabel = "NUMBER", defaultValue = "", description = "The number dialled.")
    private String dialled = "";

    @Option(names = "--unanswered", description = "No consultant answers: the call goes on where the tree says so.")
    private boolean unanswered;

    @Option(
            names = "--calendar",
            paramLabel = "YEAR",
            description = "A line for each day of that year, and nothing else.")
    private @Nullable Integer year;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    private final Clock clock;

    IvrSimulate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws HotlineRefused {
        Hotline hotline = HotlineFile.read(file.file());
        Optional<Language> chosen = Optional.ofNullable(language).map(code -> file.language(code, hotline));
        if (year != null) {
            calendar(hotline, chosen.orElse(hotline.languages().get(0)), year);
        } else {
            call(hotline, chosen);
        }
        return 0;
    }

    private void calendar(Hotline hotline, Language in, int of) {
        if (of < 1990 || of > 2200) {
            throw file.wrongUse("--calendar " + of + ": a year from 1990 to 2200");
        }
        LocalDate first = LocalDate.of(of, 1, 1);
        first.datesUntil(first.plusYears(1))
                .map(day -> hotline.hours().day(day, in))
                .forEach(spec.commandLine().getOut()::println);
    }

    private void call(Hotline hotline, Optional<Language> chosen) {
        press.stream()
                .filter(keys -> !keys.matches("-|[0-9*#]{1,30}"))
                .findFirst()
                .ifPresent(keys -> {
                    throw file.wrongUse("--press " + keys + ": keys are 0-9, * and #; - is silence");
                });
        if (!dialled.matches("\\+?[0-9]{0,19}")) {
            throw file.wrongUse("--dialled " + dialled + ": digits, with or without a + in front");
        }
        PrintWriter out = spec.commandLine().getOut();
        ZoneId zone = hotline.hours().zone();
        Instant moment = at == null ? clock.instant() : at.atZone(zone).toInstant();
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        CalendarDay day = hotline.hours()
                .day(local.toLocalDate(), chosen.orElse(hotline.languages().get(0)));
        out.println(SAID.format(local) + ": the hotline is " + (hotline.hours().isOpenAt(moment) ? "open" : "closed")
                + " (the day: " + day + ")");
        SimulatedCall call =
                SimulatedCall.of(hotline, new SimulatedCall.Caller(moment, dialled, chosen, press, !unanswered));
        String node = "";
        for (SimulatedCall.Event event : call.events()) {
            if (!event.node().equals(node)) {
                node = event.node();
                out.println(node);
            }
            out.println("    " + told(event, hotline));
        }
        out.println("→ " + end(call.end(), hotline));
    }

    private static String told(SimulatedCall.Event event, Hotline hotline) {
        return switch (event.kind()) {
            case HEARS -> event.language() + "  \"" + words(event, hotline) + '"';
            case PRESSES -> "presses " + event.what();
            case STAYS_SILENT -> "stays silent";
            case KEPT -> "the digits " + event.what() + " are kept with the call";
            case NOT_RECORDED -> "will not be recorded";
            case NOBODY_ANSWERS -> "waits in queue " + event.what() + ", nobody answers";
        };
    }

    private static String words(SimulatedCall.Event event, Hotline hotline) {
        return Optional.ofNullable(hotline.announcements().get(event.what()))
                .flatMap(announcement -> announcement.text().in(event.language()))
                .map(Texts::inOneLine)
                .orElse(event.what());
    }

    private static String end(Destination destination, Hotline hotline) {
        if (destination instanceof Destination.Queued to) {
            return "waits in queue " + to.queue()
                    + (to.priority() == 0 ? "" : " with priority " + to.priority())
                    + ", at most "
                    + to.longestWait()
                            .or(() -> hotline.queue(to.queue()).map(rules -> rules.longestWait()))
                            .map(wait -> wait.toSeconds() + " s")
                            .orElse("for ever")
                    + to.then()
                            .map(place -> "; if nobody answers: on to " + place.node())
                            .orElse("");
        }
        if (destination instanceof Destination.CalledBack to) {
            return "is asked for a number to be called back at, from queue " + to.queue();
        }
        if (destination instanceof Destination.Transferred to) {
            return "is put through to " + to.number();
        }
        boolean closed = destination instanceof Destination.Ended ended && ended.closed();
        return closed ? "the call ends; it counts as one outside the hours" : "the call ends in the tree";
    }
}
