package org.infolinia.launcher;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.infolinia.reports.figures.ReportPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report week}. */
@Command(
        name = "week",
        description = "Writes report-WEEK.xlsx and report-WEEK.json, Monday to Sunday.",
        mixinStandardHelpOptions = true)
final class ReportWeek implements Callable<Integer> {

    @Parameters(paramLabel = "DAY", description = "Any day of the week, such as 2026-11-23.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String day;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @Override
    public Integer call() {
        return options.write(this::period);
    }

    private ReportPeriod period(ZoneId zone) {
        try {
            return ReportPeriod.week(LocalDate.parse(day), zone);
        } catch (DateTimeParseException malformed) {
            throw options.wrongUse("\"" + day + "\" is no day; any day of the week will do, written like 2026-11-23");
        }
    }
}
