package org.infolinia.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ivr}: tools for the coordinator's IVR tree. */
@Command(
        name = "ivr",
        mixinStandardHelpOptions = true,
        description = "Tools for the IVR tree in hotline.xml.",
        subcommands = {IvrCheck.class, IvrDraw.class, IvrSimulate.class, IvrHistory.class})
final class IvrCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "ivr what? check, draw, simulate or history");
    }
}
