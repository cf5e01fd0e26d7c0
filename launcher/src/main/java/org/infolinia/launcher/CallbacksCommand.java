package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.infolinia.hotline.callback.ListedCallback;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.store.DatabaseCallbacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tools for the list of call-backs. */
@Command(name = "callbacks", mixinStandardHelpOptions = true, description = "Tools for the list of call-backs.")
final class CallbacksCommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Replaced by picocli before a command runs. */
    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Clock clock;

    CallbacksCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Prints the call-backs, the newest first: when it was asked for, queue, state, attempts and what"
                            + " came of the last, who had it, when it expires, number. The numbers are personal data.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:printed", "1:the list cannot be read", "2:wrong use"})
    int list(
            @Option(names = "--system", required = true, hidden = true, description = "the box's system.xml")
                    Path system,
            @Option(
                            names = "--most",
                            defaultValue = "50",
                            description = "how many at most; ${DEFAULT-VALUE} unless given")
                    int most)
            throws SystemFile.Unusable, HotlineRefused, IOException {
        SystemFile box = SystemFile.read(system);
        ZoneId zone = HotlineFile.read(box.hotline()).hours().zone();
        List<ListedCallback> all;
        try (Database database = Database.open(Services.databaseSettings(box))) {
            all = new DatabaseCallbacks(database).latest(Math.max(1, Math.min(most, 10_000)), clock.instant());
        }
        PrintWriter out = command.commandLine().getOut();
        all.forEach(one -> out.println(line(one, zone)));
        if (all.isEmpty()) {
            out.println("no call-backs");
        }
        return 0;
    }

    private static String line(ListedCallback one, ZoneId zone) {
        return String.format(
                Locale.ROOT,
                "%s  %-12s %-8s %d attempts, last %-10s %-10s expires %s  %s",
                local(one.callback().asked(), zone),
                one.callback().queue(),
                word(one.state()),
                one.attempts(),
                one.last().map(CallbacksCommand::word).orElse("-"),
                one.consultant().filter(name -> !name.isEmpty()).orElse("-"),
                local(one.callback().expires(), zone),
                one.callback().number().value());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String local(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}
