package org.infolinia.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code recordings}: which conversations were recorded, and their handing out. */
@Command(
        name = "recordings",
        description = "Lists or exports the recordings of conversations.",
        mixinStandardHelpOptions = true,
        subcommands = {RecordingsList.class, RecordingsExport.class})
final class RecordingsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what of the recordings? list or export");
    }
}
