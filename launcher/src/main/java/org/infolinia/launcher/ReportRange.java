package org.infolinia.launcher;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.infolinia.reports.figures.ReportPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report range}. */
@Command(name = "range", description = "Writes report-FIRST--LAST.xlsx and .json.", mixinStandardHelpOptions = true)
final class ReportRange implements Callable<Integer> {

    private static final int MOST_DAYS = 3_660;

    @Parameters(index = "0", paramLabel = "FIRST", description = "First day, such as 2026-11-02.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String first;

    @Parameters(index = "1", paramLabel = "LAST", description = "Last day, such as 2026-11-06.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String last;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @Override
    public Integer call() {
        return options.write(this::period);
    }

    private ReportPeriod period(ZoneId zone) {
        LocalDate from = day(first);
        LocalDate to = day(last);
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw options.wrongUse(
                    "from " + from + " to " + to + " are " + days + " days; 1 to " + MOST_DAYS + " make a report");
        }
        return ReportPeriod.range(from, to, zone);
    }

    private LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException malformed) {
            throw options.wrongUse("\"" + written + "\" is no day; a day is written like 2026-11-23");
        }
    }
}
