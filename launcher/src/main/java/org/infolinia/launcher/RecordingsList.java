package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.reports.recordings.RecordedShare;
import org.infolinia.reports.recordings.Recording;
import org.infolinia.reports.recordings.RecordingFolder;
import org.infolinia.reports.recordings.Selection;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code recordings list}. */
@Command(
        name = "list",
        description = "Says a line for each recording, then of which conversations there is none that can be played.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:a conversation has no playable recording", "2:wrong use"})
final class RecordingsList implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Mixin
    private final RecordingsOptions options = new RecordingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    private final Clock clock;

    RecordingsList(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SystemFile.Unusable, HotlineRefused, IOException {
        SystemFile box = SystemFile.read(options.system());
        ZoneId zone = HotlineFile.read(box.hotline()).hours().zone();
        Selection selection = options.selection(clock, zone);
        RecordingFolder folder = new RecordingFolder(box.recordings(), clock);
        PrintWriter out = spec.commandLine().getOut();
        long[] count = new long[1];
        folder.between(selection.from(), selection.to(), recording -> {
            if (selection.takes(recording.name().queue(), recording.name().consultant())) {
                count[0]++;
                out.println(line(recording, zone));
            }
        });
        out.printf("%d %s.%n", count[0], count[0] == 1 ? "recording" : "recordings");
        try (Database database = Database.open(Services.databaseSettings(box))) {
            RecordedShare share = RecordedShare.between(
                    selection.from(),
                    selection.to(),
                    folder,
                    new DatabaseFinishedCalls(database),
                    missing -> out.printf(
                            "no playable recording: %s, %s, %s%n",
                            TIME.format(missing.began().atZone(zone)),
                            missing.queue().map(queue -> queue.value()).orElse("NONE"),
                            missing.consultant()));
            out.printf(
                    "Of %d conversations of all queues that were to be recorded, %d can be played%s.%n",
                    share.conversations(),
                    share.playable(),
                    share.share().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    " (%.1f %%)",
                                    100 * share.share().getAsDouble())
                            : "");
            return share.isWhole() ? 0 : 1;
        }
    }

    private static String line(Recording recording, ZoneId zone) {
        return String.format(
                Locale.ROOT,
                "%s  %-12s %-12s %7.1f s  %-13s %s",
                TIME.format(recording.name().began().atZone(zone)),
                recording.name().queue(),
                recording.name().consultant(),
                recording.length().toMillis() / 1000.0,
                recording.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                recording.name().linkedId()
                        + (recording.pauses().isEmpty()
                                ? ""
                                : "  paused " + recording.pauses().size() + "x"));
    }
}
