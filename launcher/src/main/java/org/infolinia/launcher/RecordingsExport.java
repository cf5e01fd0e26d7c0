package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.reports.lame.LameEncoder;
import org.infolinia.reports.recordings.Export;
import org.infolinia.reports.recordings.RecordingFolder;
import org.infolinia.reports.recordings.Selection;
import org.infolinia.reports.recordings.SoundEncoder;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.infolinia.sidecar.store.DatabaseRecordingBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recordings export}. */
@Command(
        name = "export",
        description =
                "Copies recordings into a new folder or zip file, with a manifest.csv; who exported what is kept.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all exported", "1:some are missing or broken, or nothing could be written", "2:wrong use"})
final class RecordingsExport implements Callable<Integer> {

    /** What the sound is exported as. */
    enum Format {
        wav,
        mp3
    }

    @Mixin
    private final RecordingsOptions options = new RecordingsOptions();

    @Option(names = "--format", paramLabel = "wav|mp3", description = "wav without it.")
    private Format format = Format.wav;

    @Option(names = "--zip", description = "One zip file in place of a folder.")
    private boolean zip;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the folder or zip file is made; the current folder without it.")
    private Path out = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    private final Clock clock;

    RecordingsExport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SystemFile.Unusable, HotlineRefused, IOException {
        SystemFile box = SystemFile.read(options.system());
        ZoneId zone = HotlineFile.read(box.hotline()).hours().zone();
        Selection selection = options.selection(clock, zone);
        Path target = Files.createDirectories(out.toAbsolutePath()).resolve(name(selection, zone));
        Optional<SoundEncoder> encoder = format == Format.mp3 ? Optional.of(new LameEncoder()) : Optional.empty();
        PrintWriter err = spec.commandLine().getErr();
        try (Database database = Database.open(Services.databaseSettings(box))) {
            Export export = new Export(
                    new RecordingFolder(box.recordings(), clock),
                    new DatabaseFinishedCalls(database),
                    new DatabaseRecordingBook(() -> database),
                    clock,
                    zone,
                    who());
            Export.Tally tally = export.write(selection, target, zip, encoder, soFar -> {
                err.printf("\r%d exported", soFar.exported());
                err.flush();
            });
            err.printf("\r");
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s: %d exported, %d not (broken, empty or still going on), %d missing; see manifest.csv in"
                                    + " it.%n",
                            target, tally.exported(), tally.notExported(), tally.missing());
            return tally.notExported() + tally.missing() == 0 ? 0 : 1;
        }
    }

    /** Behind sudo too, the person. */
    private static String who() {
        return Optional.ofNullable(System.getenv("SUDO_USER")).orElse(System.getProperty("user.name"));
    }

    private String name(Selection selection, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(selection.from(), zone);
        LocalDate last = LocalDate.ofInstant(selection.to(), zone).minusDays(1);
        return "recordings-" + first + (last.equals(first) ? "" : "-to-" + last) + (zip ? ".zip" : "");
    }
}
