package org.infolinia.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's root. */
@Command(
        name = "infolinia",
        mixinStandardHelpOptions = true,
        description = "A contact centre that sits beside a stock Asterisk.",
        exitCodeOnExecutionException = 1,
        exitCodeOnInvalidInput = 2,
        subcommands = {IvrCommand.class})
public final class Infolinia {

    private Infolinia() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Infolinia()).execute(arguments));
    }
}
