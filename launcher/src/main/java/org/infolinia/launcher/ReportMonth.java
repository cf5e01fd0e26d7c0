package org.infolinia.launcher;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.infolinia.reports.figures.ReportPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report month}. */
@Command(
        name = "month",
        description = "Writes report-MONTH.xlsx and report-MONTH.json.",
        mixinStandardHelpOptions = true)
final class ReportMonth implements Callable<Integer> {

    @Parameters(paramLabel = "MONTH", description = "Such as 2026-11.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String month;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @Override
    public Integer call() {
        return options.write(this::period);
    }

    private ReportPeriod period(ZoneId zone) {
        try {
            return ReportPeriod.month(YearMonth.parse(month), zone);
        } catch (DateTimeParseException malformed) {
            throw options.wrongUse("\"" + month + "\" is no month; a month is written like 2026-11");
        }
    }
}
