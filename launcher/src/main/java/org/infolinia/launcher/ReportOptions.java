package org.infolinia.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.json.ReportJson;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.workbook.ReportWorkbook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all reports are asked for, and how each is made. */
final class ReportOptions {

    private static final Path USUAL_HOTLINE =
            Path.of(System.getProperty("infolinia.home", "."), "dialplan", "hotline.xml");
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Warsaw");
    /** Asterisk's own default of {@code timeout} in queues.conf. */
    private static final Duration USUAL_RING_TIME = Duration.ofSeconds(15);

    private static final int DONE = 0;
    private static final int FOUND_WRONG = 1;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Option(
            names = "--from-logs",
            paramLabel = "DIR",
            required = true,
            description = "Folder with queue_log and Master.csv, plain, rotated or gzipped, such as /var/log/asterisk.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path logs;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; the current folder without it.")
    private Path out = Path.of("");

    @Option(
            names = "--hotline",
            paramLabel = "FILE",
            description = "The hotline.xml with queues, ring times and thresholds; dialplan/hotline.xml without it.")
    private @Nullable Path hotline;

    @Option(
            names = "--queue",
            paramLabel = "NAME[:SECONDS]",
            description = "One more queue to count, with its ring time; 15 s, as in Asterisk, without. Repeatable.")
    private List<String> queues = List.of();

    ParameterException wrongUse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** @param period the days asked for, in the hotline's zone */
    int write(Function<ZoneId, ReportPeriod> period) {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(logs)) {
            throw wrongUse(
                    Files.exists(logs)
                            ? logs + " is a file; --from-logs takes the folder that queue_log and Master.csv are in"
                            : "the folder " + logs + " does not exist");
        }
        try {
            ReportRules rules = rules();
            ReportPeriod days = period.apply(rules.zone());
            ReportWorkbook.loadAhead();
            Report report = new LogReport(rules).read(logs, days);
            write(report);
            return DONE;
        } catch (HotlineRefused refused) {
            refused.findings().forEach(err::println);
        } catch (LedgerUnavailable missing) {
            err.println("No report: " + missing.getMessage() + ".");
        } catch (IOException fault) {
            err.println("No report: cannot write to " + out.toAbsolutePath() + ": " + fault.getMessage() + ".");
        }
        return FOUND_WRONG;
    }

    private ReportRules rules() throws HotlineRefused {
        Map<QueueName, Duration> further = new LinkedHashMap<>();
        queues.forEach(queue -> addQueue(queue, further));
        Path file = hotline == null ? USUAL_HOTLINE : hotline;
        if (Files.exists(file)) {
            return ReportRules.of(HotlineFile.read(file)).withQueues(further);
        }
        if (hotline != null || further.isEmpty()) {
            throw wrongUse("there is no " + file + ", so the hotline's queues are not known; name it with --hotline,"
                    + " or the queues with --queue");
        }
        return new ReportRules(USUAL_ZONE, Thresholds.DEFAULT, further, Optional.empty());
    }

    private void addQueue(String queue, Map<QueueName, Duration> further) {
        int colon = queue.indexOf(':');
        try {
            QueueName name = new QueueName(colon < 0 ? queue : queue.substring(0, colon));
            Duration ring =
                    colon < 0 ? USUAL_RING_TIME : Duration.ofSeconds(Integer.parseInt(queue.substring(colon + 1)));
            if (ring.toSeconds() < 1) {
                throw wrongUse("--queue " + queue + ": the ring time is 1 second or more");
            }
            further.put(name, ring);
        } catch (NumberFormatException malformed) {
            throw wrongUse("--queue " + queue + ": the ring time is a number of seconds, as in " + "nis2:20");
        } catch (IllegalArgumentException malformed) {
            throw wrongUse("--queue " + queue + ": " + malformed.getMessage());
        }
    }

    private void write(Report report) throws IOException {
        Path folder = Files.createDirectories(out.toAbsolutePath());
        String name = "report-" + report.period().name();
        Path json = folder.resolve(name + ".json");
        Path workbook = folder.resolve(name + ".xlsx");
        WholeFile.write(json, to -> ReportJson.write(report, to));
        WholeFile.write(workbook, to -> ReportWorkbook.write(report, to));
        ReportPermissions.giveUsual(json, workbook);
        say(report, json, workbook);
    }

    private void say(Report report, Path json, Path workbook) {
        PrintWriter console = spec.commandLine().getOut();
        CallFigures total = report.calls().total();
        console.printf(
                "%s: %s received, %d offered, %d answered, %d abandoned.%n",
                report.period().name(),
                total.received() == null ? "unknown" : total.received(),
                total.offered(),
                total.answered(),
                total.abandoned());
        report.notes().forEach(console::println);
        console.println(workbook);
        console.println(json);
    }

    /** Writes to a stream that somebody else closes. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
