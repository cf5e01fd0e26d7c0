package org.infolinia.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.infolinia.hotline.delivery.ReportVersion;
import org.infolinia.hotline.delivery.SentReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report sent}: a month's report as it was sent. */
@Command(
        name = "sent",
        description = "Writes report-MONTH-vN.xlsx and .json as they were made to be sent, to the byte.",
        mixinStandardHelpOptions = true)
final class ReportSent implements Callable<Integer> {

    @Parameters(paramLabel = "MONTH", description = "Such as 2026-10.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String month;

    @Option(names = "--version-number", paramLabel = "N", description = "Which version; the latest without it.")
    private int number;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; the current folder without it.")
    private Path out = Path.of("");

    @Mixin
    private final PostOptions options = new PostOptions();

    private final Clock clock;

    ReportSent(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return options.with(clock, post -> write(post, options.month(month)));
    }

    private int write(ReportPost post, YearMonth asked) throws IOException {
        List<ReportVersion> versions =
                post.reports().of(asked).stream().map(SentReport::version).toList();
        int wanted = number == 0 ? versions.size() : number;
        if (wanted < 1 || wanted > versions.size()) {
            throw options.wrongUse(
                    versions.isEmpty()
                            ? "no report of " + asked + " was made to be sent"
                            : "there are versions 1 to " + versions.size() + " of " + asked);
        }
        ReportVersion version = versions.get(wanted - 1);
        Path folder = Files.createDirectories(out.toAbsolutePath());
        write(post, version.workbook(), folder.resolve("report-" + asked + "-v" + wanted + ".xlsx"));
        write(post, version.figures(), folder.resolve("report-" + asked + "-v" + wanted + ".json"));
        return PostOptions.DONE;
    }

    private void write(ReportPost post, String sha256, Path file) throws IOException {
        byte[] content = post.reports()
                .content(sha256)
                .orElseThrow(() -> new IOException("the database has lost the file " + sha256));
        WholeFile.write(file, to -> to.write(content));
        ReportPermissions.giveUsual(file);
        options.out().println(file + "  SHA-256 " + sha256);
    }
}
