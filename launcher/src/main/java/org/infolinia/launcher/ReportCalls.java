package org.infolinia.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.infolinia.reports.csv.CallCsv;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.rows.CallRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report calls}: the calls behind the figures. */
@Command(
        name = "calls",
        description = "Writes calls-MONTH.csv: the calls behind the figures, one line each; from the database, or with"
                + " --from-logs from the logs.",
        mixinStandardHelpOptions = true)
final class ReportCalls implements Callable<Integer> {

    @Parameters(paramLabel = "MONTH", description = "Such as 2026-11.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String month;

    @Option(names = "--numbers", description = "Tell callers' numbers whole; all but three digits are masked without.")
    private boolean numbers;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @Override
    public Integer call() {
        return options.make(rules -> {
            ReportPeriod period = ReportPeriod.month(ReportCommand.parseMonth(month, options), rules.zone());
            String name = "calls-" + period.name() + ".csv";
            if (!options.isFromLogs()) {
                return options.withDatabase(kept -> {
                    options.write(
                            name,
                            out -> write(
                                    out,
                                    rules.zone(),
                                    csv -> kept.arrivedBetween(
                                            period.begins(),
                                            period.ends(),
                                            call -> csv.write(PeriodReport.row(call, rules, numbers)))));
                    return 0;
                });
            }
            CallRows calls = PeriodReport.calls(rules, options.logs(), period, numbers);
            options.write(name, out -> write(out, rules.zone(), csv -> calls.forEach(csv::write)));
            return 0;
        });
    }

    /** Writes the calls. */
    private interface Lines {
        void to(CallCsv csv);
    }

    private void write(OutputStream out, ZoneId zone, Lines lines) throws IOException {
        try (CallCsv csv = new CallCsv(out, zone)) {
            lines.to(csv);
        }
    }
}
