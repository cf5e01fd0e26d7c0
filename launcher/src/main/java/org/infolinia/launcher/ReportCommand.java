package org.infolinia.launcher;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.infolinia.reports.figures.ReportPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: the figures of some days, as a workbook and as JSON. */
@Command(
        name = "report",
        description = "Makes the report of a month, a week, a day or any days from Asterisk's own logs.",
        mixinStandardHelpOptions = true,
        subcommands = {ReportCalls.class, ReportVerify.class, ReportStatus.class, ReportSend.class, ReportSent.class})
final class ReportCommand implements Runnable {

    private static final int MOST_DAYS = 3_660;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "report of what? of a month, a week, a day or a range; or calls, verify, status, send, sent");
    }

    @Command(
            name = "month",
            description = "Writes report-MONTH.xlsx and report-MONTH.json.",
            mixinStandardHelpOptions = true)
    int month(
            @Parameters(paramLabel = "MONTH", description = "Such as 2026-11.") String month,
            @Mixin ReportOptions options,
            @Mixin WorkbookOptions workbook) {
        YearMonth parsed = parseMonth(month, options);
        return options.write(zone -> ReportPeriod.month(parsed, zone), workbook);
    }

    @Command(
            name = "week",
            description = "Writes report-WEEK.xlsx, .json and, to be shown, one page of .pdf; Monday to Sunday.",
            mixinStandardHelpOptions = true)
    int week(
            @Parameters(paramLabel = "DAY", description = "Any day of the week, such as 2026-11-23.") String day,
            @Mixin ReportOptions options,
            @Mixin WorkbookOptions workbook) {
        LocalDate parsed = day(day, "any day of the week will do, written", options);
        return options.write(zone -> ReportPeriod.week(parsed, zone), workbook);
    }

    @Command(name = "day", description = "Writes report-DAY.xlsx and report-DAY.json.", mixinStandardHelpOptions = true)
    int day(
            @Parameters(paramLabel = "DAY", description = "Such as 2026-11-23.") String day,
            @Mixin ReportOptions options,
            @Mixin WorkbookOptions workbook) {
        LocalDate parsed = day(day, "a day is written", options);
        return options.write(zone -> ReportPeriod.day(parsed, zone), workbook);
    }

    @Command(name = "range", description = "Writes report-FIRST--LAST.xlsx and .json.", mixinStandardHelpOptions = true)
    int range(
            @Parameters(paramLabel = "FIRST", description = "First day, such as 2026-11-02.") String first,
            @Parameters(paramLabel = "LAST", description = "Last day, such as 2026-11-06.") String last,
            @Mixin ReportOptions options,
            @Mixin WorkbookOptions workbook) {
        LocalDate from = day(first, "a day is written", options);
        LocalDate to = day(last, "a day is written", options);
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw options.wrongUse(
                    "from " + from + " to " + to + " are " + days + " days; 1 to " + MOST_DAYS + " make a report");
        }
        return options.write(zone -> ReportPeriod.range(from, to, zone), workbook);
    }

    /** @throws ParameterException when it is none */
    static YearMonth parseMonth(String written, ReportOptions options) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeParseException malformed) {
            throw options.wrongUse("\"" + written + "\" is no month; a month is written like 2026-11");
        }
    }

    private static LocalDate day(String written, String how, ReportOptions options) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException malformed) {
            throw options.wrongUse("\"" + written + "\" is no day; " + how + " like 2026-11-23");
        }
    }
}
