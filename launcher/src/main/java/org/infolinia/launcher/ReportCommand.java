package org.infolinia.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code report}: the figures of a month or a day, as a workbook and as JSON. */
@Command(
        name = "report",
        description = "Makes the report of a month, a week, a day or any days from Asterisk's own logs.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReportMonth.class,
            ReportWeek.class,
            ReportDay.class,
            ReportRange.class,
            ReportCalls.class,
            ReportVerify.class
        })
final class ReportCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "report of what? of a month, a week, a day or a range; or calls, or verify");
    }
}
