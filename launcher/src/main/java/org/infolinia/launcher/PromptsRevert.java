package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.VoiceFailed;
import org.infolinia.hotline.xml.HotlineRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code prompts revert}. */
@Command(
        name = "revert",
        mixinStandardHelpOptions = true,
        description = "Puts an earlier recording in force again, from the next call on. No recording is lost by it.")
final class PromptsRevert implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "the announcement's id or number")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String id;

    @Option(names = "--lang", required = true, paramLabel = "LANGUAGE", description = "pl, en")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String language;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "N",
            description = "the recording's number, see prompts versions; 0 is the synthetic voice")
    private int number;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private PromptsCommand prompts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public Integer call() throws SystemFile.Unusable, HotlineRefused, IOException {
        PrintWriter err = spec.commandLine().getErr();
        PromptsCommand.Work work = prompts.work();
        Prompt prompt = work.prompt(spec, id, PromptsCommand.language(spec, language));
        String inForce = "version " + number;
        if (number == 0) {
            try {
                work.library().revertToVoice(prompt);
                inForce = "the synthetic voice";
            } catch (VoiceFailed e) {
                err.println(prompt.id() + " in " + prompt.language() + ": " + e.getMessage());
                return 1;
            }
        } else if (work.library().revert(prompt, number).isEmpty()) {
            err.println(PromptsVersions.noSuch(prompt, number));
            return 1;
        }
        spec.commandLine()
                .getOut()
                .println(prompt.id() + " in " + prompt.language() + " is " + inForce
                        + " again; the next caller hears it");
        return 0;
    }
}
