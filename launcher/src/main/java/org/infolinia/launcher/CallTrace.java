package org.infolinia.launcher;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.infolinia.hotline.Hotline;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.calls.Call;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.recordings.RecordingFolder;

/** What a finished call left behind: its recording, and how the reports count it. */
final class CallTrace {

    private final SystemFile box;
    private final Hotline hotline;
    private final Clock clock;

    CallTrace(SystemFile box, Hotline hotline, Clock clock) {
        this.box = box;
        this.hotline = hotline;
        this.clock = clock;
    }

    /** A line a conversation of a call that is just over, in the order in which they began. */
    String recorded(String linkedId) throws IOException {
        List<String> lines = new ArrayList<>();
        Instant now = clock.instant();
        new RecordingFolder(box.recordings(), clock)
                .between(now.minus(Duration.ofDays(1)), now.plus(Duration.ofMinutes(1)), recording -> {
                    if (recording.name().linkedId().equals(linkedId)) {
                        lines.add(String.format(
                                Locale.ROOT,
                                "Recorded: %s, %.1f s",
                                recording.file(),
                                recording.length().toMillis() / 1000.0));
                    }
                });
        return lines.isEmpty()
                ? "Recorded: nothing: nobody talked, the caller declined, or hotline.xml has no <recording>."
                : String.join("\n", lines);
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
