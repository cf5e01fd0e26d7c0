package org.infolinia.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.infolinia.reports.recordings.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which recordings a command is about. */
final class RecordingsOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Option(names = "--system", required = true, hidden = true, description = "the box's system.xml")
    private Path system = Path.of("system.xml");

    @Option(names = "--from", paramLabel = "DAY", description = "First day, such as 2026-11-23; today without it.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, itself included; the first day without it.")
    private @Nullable String to;

    @Option(names = "--queue", paramLabel = "NAME", description = "Of this queue alone; NONE: of calls from no queue.")
    private @Nullable String queue;

    @Option(names = "--consultant", paramLabel = "NAME", description = "Of this consultant alone.")
    private @Nullable String consultant;

    Path system() {
        return system;
    }

    /** @param zone in which a day begins */
    Selection selection(Clock clock, ZoneId zone) {
        LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), zone) : day("--from", from);
        LocalDate last = to == null ? first : day("--to", to);
        if (last.isBefore(first)) {
            throw wrongUse("--to " + last + " is before the first day, " + first);
        }
        return new Selection(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                Optional.ofNullable(queue),
                Optional.ofNullable(consultant));
    }

    private LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw wrongUse(option + " \"" + text + "\" is no day; a day is written like 2026-11-23");
        }
    }

    ParameterException wrongUse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
