package org.infolinia.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.words.ReportLanguage;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
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
            description = "Folder with queue_log and Master.csv, plain, rotated or gzipped, such as /var/log/asterisk:"
                    + " nothing but these is read; without it those that system.xml names, and the database.")
    private @Nullable Path logs;

    @Option(
            names = "--system",
            paramLabel = "FILE",
            description = "The box's system.xml; that of the instance without it.")
    private Path system = Path.of(System.getProperty("infolinia.var", "var"), "system.xml");

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
    int write(Function<ZoneId, ReportPeriod> period, WorkbookOptions look) {
        return make(rules -> {
            ReportPeriod asked = period.apply(rules.zone());
            if (isFromLogs()) {
                return write(rules, asked, Optional.empty(), look);
            }
            try {
                return withDatabase(kept -> write(rules, asked, Optional.of(kept), look));
            } catch (DatabaseUnavailable away) {
                out().println("The report is counted from the logs alone: " + away.getMessage());
                return write(rules, asked, Optional.empty(), look);
            }
        });
    }

    /** What is made of logs or database; whatever keeps it from being made is told in a sentence. */
    interface Making {
        int of(ReportRules rules) throws LedgerUnavailable, SystemFile.Unusable, IOException;
    }

    int make(Making making) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (logs != null) {
                logs();
            }
            return making.of(rules());
        } catch (HotlineRefused refused) {
            refused.findings().forEach(err::println);
        } catch (LedgerUnavailable missing) {
            err.println("No report: " + missing.getMessage() + ".");
        } catch (SystemFile.Unusable | DatabaseUnavailable missing) {
            err.println("No report: " + missing.getMessage());
        } catch (UncheckedIOException fault) {
            err.println("No report: cannot write to " + out.toAbsolutePath() + ": "
                    + PlainFaults.sentence(Objects.requireNonNull(fault.getCause())) + ".");
        } catch (IOException fault) {
            err.println(
                    "No report: cannot write to " + out.toAbsolutePath() + ": " + PlainFaults.sentence(fault) + ".");
        }
        return FOUND_WRONG;
    }

    boolean isFromLogs() {
        return logs != null;
    }

    /** The folder of the logs, that named or the box's own. */
    Path logs() throws SystemFile.Unusable {
        Path folder = logs == null ? box().logs() : logs;
        if (!Files.isDirectory(folder)) {
            throw wrongUse(
                    Files.exists(folder)
                            ? folder + " is a file; --from-logs takes the folder that queue_log and Master.csv are in"
                            : "the folder " + folder + " does not exist");
        }
        return folder;
    }

    /** Opens the box's database for as long as the work lasts. */
    int withDatabase(DatabaseWork work) throws LedgerUnavailable, SystemFile.Unusable, IOException {
        try (Database database = Database.open(Services.databaseSettings(box()))) {
            return work.on(new DatabaseFinishedCalls(database));
        }
    }

    /** What is done with the kept calls. */
    interface DatabaseWork {
        int on(FinishedCalls calls) throws LedgerUnavailable, SystemFile.Unusable, IOException;
    }

    private SystemFile box() throws SystemFile.Unusable {
        if (!Files.exists(system)) {
            throw wrongUse("there is no " + system + "; name the logs with --from-logs, or the box's system.xml with"
                    + " --system");
        }
        return SystemFile.read(system);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Writes one file whole into the folder asked for, and says where. */
    void write(String name, Writing content) throws IOException {
        Path file = Files.createDirectories(out.toAbsolutePath().normalize()).resolve(name);
        WholeFile.write(file, content);
        ReportPermissions.giveUsual(file);
        out().println(file);
    }

    private ReportRules rules() throws HotlineRefused, SystemFile.Unusable {
        Map<QueueName, Duration> further = new LinkedHashMap<>();
        queues.forEach(queue -> addQueue(queue, further));
        Path file = hotline != null ? hotline : logs == null ? box().hotline() : USUAL_HOTLINE;
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

    private int write(ReportRules rules, ReportPeriod period, Optional<FinishedCalls> kept, WorkbookOptions look)
            throws LedgerUnavailable, SystemFile.Unusable, IOException {
        write(PeriodReport.make(rules, logs(), kept, period, look.wholeNumbers()), look.language());
        return DONE;
    }

    private void write(PeriodReport made, ReportLanguage language) throws IOException {
        Path folder = Files.createDirectories(out.toAbsolutePath().normalize());
        Map<Path, Writing> files = new LinkedHashMap<>();
        files.put(folder.resolve(made.name() + ".xlsx"), to -> made.writeWorkbook(language, to));
        if (made.report().period().isWeek()) {
            files.put(folder.resolve(made.name() + ".pdf"), to -> made.writePdf(language, to));
        }
        files.put(folder.resolve(made.name() + ".json"), made::writeJson);
        WholeFile.writeAll(files);
        ReportPermissions.giveUsual(files.keySet().toArray(Path[]::new));
        say(made.report(), files.keySet());
    }

    private void say(Report report, Collection<Path> files) {
        PrintWriter console = spec.commandLine().getOut();
        CallFigures total = report.calls().total();
        console.printf(
                "%s: %s received, %d offered, %d answered, %d abandoned.%n",
                report.period().name(),
                total.received() == null ? "unknown" : total.received(),
                total.offered(),
                total.answered(),
                total.abandoned());
        report.notes().forEach(note -> console.println(note.english()));
        files.forEach(console::println);
    }

    /** Writes to a stream that somebody else closes. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
