package org.infolinia.launcher;

import java.time.Clock;
import java.util.List;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's root. */
@Command(
        name = "infolinia",
        mixinStandardHelpOptions = true,
        description = "A contact centre that sits beside a stock Asterisk.",
        exitCodeOnExecutionException = 1,
        exitCodeOnInvalidInput = 2,
        subcommands = {
            CallCommand.class,
            CallbacksCommand.class,
            IvrCommand.class,
            PrepareCommand.class,
            PromptsCommand.class,
            RecordingsCommand.class,
            ReportCommand.class,
            RunCommand.class,
            UserCommand.class
        })
public final class Infolinia {

    private Infolinia() {}

    public static void main(String[] arguments) {
        // Jersey writes to the JDK's own log.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(commandLine(Clock.systemUTC()).execute(arguments));
    }

    static CommandLine commandLine(Clock clock) {
        return new CommandLine(new Infolinia(), new ClockFactory(clock))
                .setExecutionExceptionHandler(new PlainFaults());
    }

    /** Gives the commands that ask for it the one clock of the program. */
    private record ClockFactory(Clock clock) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> kind) throws Exception {
            for (var constructor : kind.getDeclaredConstructors()) {
                if (List.of(constructor.getParameterTypes()).equals(List.of(Clock.class))) {
                    return kind.cast(constructor.newInstance(clock));
                }
            }
            return CommandLine.defaultFactory().create(kind);
        }
    }
}
