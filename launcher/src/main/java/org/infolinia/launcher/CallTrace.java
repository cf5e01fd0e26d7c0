package org.infolinia.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.infolinia.hotline.Hotline;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.calls.Call;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.ledger.LedgerUnavailable;

/** What a finished call left behind: its recording, and how the reports count it. */
final class CallTrace {

    private static final int WAV_HEADER_BYTES = 44;
    private static final int WAV_BYTES_A_SECOND = 16_000;

    private final SystemFile box;
    private final Hotline hotline;
    private final Clock clock;

    CallTrace(SystemFile box, Hotline hotline, Clock clock) {
        this.box = box;
        this.hotline = hotline;
        this.clock = clock;
    }

    String recorded(String linkedId) throws IOException {
        try (Stream<Path> files = Files.walk(box.recordings())) {
            Optional<Path> file = files.filter(
                            path -> path.getFileName().toString().equals(linkedId + ".wav"))
                    .findFirst();
            if (file.isEmpty()) {
                return "Recorded: nothing, as nobody talked.";
            }
            double seconds = (double) (Files.size(file.get()) - WAV_HEADER_BYTES) / WAV_BYTES_A_SECOND;
            return String.format(Locale.ROOT, "Recorded: %s, %.1f s", file.get(), seconds);
        }
    }

    String counted(String linkedId) {
        try {
            var today = clock.instant().atZone(hotline.hours().zone()).toLocalDate();
            Call call = new LogReport(ReportRules.of(hotline))
                    // Yesterday too: a call over midnight belongs to the day on which it arrived.
                    .calls(
                            box.logs(),
                            new ReportPeriod(
                                    "call",
                                    today.minusDays(1),
                                    today,
                                    hotline.hours().zone()))
                    .get(linkedId);
            if (call == null) {
                return "Counted: not at all; it should have been: see " + box.logs() + "/queue_log";
            }
            return "Counted: " + call.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", waited "
                    + call.waitTime().toSeconds() + " s, talked "
                    + call.talkTime().toSeconds() + " s";
        } catch (LedgerUnavailable e) {
            return "Counted: cannot be told: " + e.getMessage();
        }
    }
}
