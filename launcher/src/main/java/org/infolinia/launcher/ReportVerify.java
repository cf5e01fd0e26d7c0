package org.infolinia.launcher;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.kept.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report verify}: the database held against the logs. */
@Command(
        name = "verify",
        description =
                "Holds the calls in the database against Asterisk's logs, call by call, and the figures counted from"
                        + " either: exit code 0 when they agree, 1 with the differences when not.",
        mixinStandardHelpOptions = true)
final class ReportVerify implements Callable<Integer> {

    @Parameters(paramLabel = "MONTH", description = "Such as 2026-11.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String month;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    private final Clock clock;

    ReportVerify(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return options.make(rules -> {
            ReportPeriod period = ReportPeriod.month(ReportCommand.parseMonth(month, options), rules.zone());
            Report report = new LogReport(rules).read(options.logs(), period);
            return options.withDatabase(kept -> {
                Verification found = Verification.of(kept, options.logs(), rules, period, report, clock);
                found.differences().forEach(options.out()::println);
                if (found.count() > found.differences().size()) {
                    options.out()
                            .println("… and "
                                    + (found.count() - found.differences().size()) + " more");
                }
                options.out()
                        .println(period.name() + ": " + found.calls() + " calls in the logs; "
                                + (found.agrees()
                                        ? "the database has the same"
                                                + (found.goingOn() > 0 ? "." : ", and gives the same figures.")
                                        : found.count() + (found.count() == 1 ? " difference." : " differences.")));
                if (found.goingOn() > 0) {
                    options.out()
                            .println(
                                    "Calls that still go on: " + found.goingOn()
                                            + ". The database does not have them to their end yet, so the figures were not compared.");
                }
                return found.agrees() ? 0 : 1;
            });
        });
    }
}
