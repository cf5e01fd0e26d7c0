package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.delivery.ReportVersion;
import org.infolinia.hotline.delivery.SentReport;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands about the delivery of reports are asked for, and how each tells what it found. */
final class PostOptions {

    static final int DONE = 0;
    static final int FOUND_WRONG = 1;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Option(
            names = "--system",
            paramLabel = "FILE",
            description = "The box's system.xml; that of the instance without it.")
    private Path system = Path.of(System.getProperty("infolinia.var", "var"), "system.xml");

    /** What is done with the box's reports. */
    interface Work {
        int on(ReportPost post) throws LedgerUnavailable, IOException;
    }

    int with(Clock clock, Work work) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (!Files.exists(system)) {
                throw wrongUse("there is no " + system + "; name the box's system.xml with --system");
            }
            SystemFile box = SystemFile.read(system);
            Hotline hotline = HotlineFile.read(box.hotline());
            try (Database database = Database.open(Services.databaseSettings(box))) {
                return work.on(new ReportPost(box, () -> hotline, () -> database, clock));
            }
        } catch (HotlineRefused refused) {
            refused.findings().forEach(err::println);
        } catch (LedgerUnavailable missing) {
            err.println("No report: " + missing.getMessage() + ".");
        } catch (SystemFile.Unusable | DatabaseUnavailable missing) {
            err.println(missing.getMessage());
        } catch (IOException fault) {
            err.println(PlainFaults.sentence(fault));
        }
        return FOUND_WRONG;
    }

    YearMonth month(String written) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeException malformed) {
            throw wrongUse("\"" + written + "\" is no month; a month is written like 2026-11");
        }
    }

    ParameterException wrongUse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** A line for the version, and one for each letter with it. */
    void tell(SentReport report, ZoneId zone) {
        ReportVersion version = report.version();
        out().printf(
                        "  version %d, made %s by %s, SHA-256 %s%n",
                        version.number(), moment(version.made(), zone), version.madeBy(), version.workbook());
        for (KeptLetter letter : report.letters()) {
            out().println("    " + letter.recipient() + ": " + fate(letter, zone));
        }
    }

    static String moment(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }

    private static String fate(KeptLetter letter, ZoneId zone) {
        String settled =
                letter.settled().map(moment -> " " + moment(moment, zone)).orElse("");
        return switch (letter.state()) {
            case ACCEPTED -> "accepted" + settled + " (" + letter.answer() + ")";
            case REFUSED -> "refused" + settled + ": " + letter.answer();
            case EXPIRED -> "expired" + settled;
            case WITHDRAWN -> "withdrawn" + settled;
            case WAITING ->
                letter.attempts() == 0
                        ? "waits to be sent"
                        : "waits, tried " + letter.attempts() + (letter.attempts() == 1 ? " time" : " times")
                                + ", next "
                                + moment(letter.nextAttempt(), zone)
                                + (letter.answer().isEmpty() ? "" : ": " + letter.answer());
        };
    }
}
