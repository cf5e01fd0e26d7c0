package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infolinia.hotline.history.HotlineHistory;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ivr history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the versions of hotline.xml that were in force, the latest first: number, since when, version.",
            "To get one back: ivr history --show NUMBER > hotline.xml"
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:not found, or the database is away", "2:wrong use"})
final class IvrHistory implements Callable<Integer> {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    @Option(names = "--show", paramLabel = "NUMBER", description = "Prints what stood in that one, and nothing else.")
    private @Nullable Long show;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many; ${DEFAULT-VALUE} unless given.")
    private int most = 50;

    @Option(
            names = "--system",
            defaultValue = "${sys:infolinia.var:-./var}/system.xml",
            description = "The box's system.xml; ${DEFAULT-VALUE} unless given.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path system;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public Integer call() throws SystemFile.Unusable, IOException {
        try (Database database = Database.open(Services.databaseSettings(SystemFile.read(system)))) {
            HotlineHistory history = new DatabaseHotlineHistory(database);
            return show == null ? list(history) : show(history, show);
        } catch (DatabaseUnavailable e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private int list(HotlineHistory history) {
        PrintWriter out = spec.commandLine().getOut();
        List<HotlineHistory.Entry> entries = history.last(Math.max(1, most));
        for (int i = 0; i < entries.size(); i++) {
            HotlineHistory.Entry entry = entries.get(i);
            out.printf(
                    "%5d  %s  %s%s%n",
                    entry.number(),
                    MOMENT.format(entry.version().since().atZone(ZONE)),
                    entry.version().sha256().substring(0, 12),
                    i == 0 ? "  in force" : "");
        }
        return 0;
    }

    private int show(HotlineHistory history, long number) {
        Optional<String> text = history.text(number);
        if (text.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("number " + number + ": there is no such version, or its text was not kept yet;"
                            + " ./infolinia ivr history lists them");
            return 1;
        }
        spec.commandLine().getOut().print(text.get());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
