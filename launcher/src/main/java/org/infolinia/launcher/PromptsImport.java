package org.infolinia.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.RecordingVersion;
import org.infolinia.agi.sound.RecordingRefused;
import org.infolinia.hotline.xml.HotlineRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code prompts import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a sound file the announcement's recording, from the next call on. Earlier recordings are kept.",
            "Takes wav, mp3, ogg, flac and m4a of at most 50 MB and 5 minutes; brings them to one loudness and cuts silence",
            "off their ends. Refuses what is silent, clipped, too long or too short."
        })
final class PromptsImport implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "the announcement's id or number")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String id;

    @Parameters(index = "1", paramLabel = "FILE", description = "the sound file")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path file;

    @Option(names = "--lang", required = true, paramLabel = "LANGUAGE", description = "what it speaks: pl, en")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String language;

    @Option(names = "--by", paramLabel = "NAME", description = "who brings it (the user at the keyboard)")
    private Optional<String> by = Optional.empty();

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private PromptsCommand prompts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public Integer call() throws SystemFile.Unusable, HotlineRefused, IOException {
        PromptsCommand.Work work = prompts.work();
        Prompt prompt = work.prompt(spec, id, PromptsCommand.language(spec, language));
        try {
            RecordingVersion version = work.library().take(prompt, file, by.orElseGet(PromptsCommand::whoAsks));
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s in %s is version %d now, %s long; the next caller hears it%n",
                            prompt.id(), prompt.language(), version.number(), PromptsCommand.minutes(version.length()));
            return 0;
        } catch (RecordingRefused refused) {
            spec.commandLine().getErr().println(file + " " + refused.getMessage() + ". Nothing has changed.");
            return 1;
        }
    }
}
