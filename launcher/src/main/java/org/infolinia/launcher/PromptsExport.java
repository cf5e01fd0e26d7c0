package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.hotline.xml.HotlineRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code prompts export}. */
@Command(
        name = "export",
        description = "Copies what callers hear, or an earlier recording, into a wav file (16 kHz where there is one).")
final class PromptsExport implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "the announcement's id or number")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String id;

    @Option(names = "--lang", required = true, paramLabel = "LANGUAGE", description = "pl, en")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String language;

    @Option(names = "--version", paramLabel = "N", description = "an earlier recording; see prompts versions")
    private Optional<Integer> version = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help; // the standard options bring a --version of their own

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "a new wav file")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path out;

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
        Optional<SoundPair> files = version.isPresent()
                ? work.library().files(prompt, version.get())
                : Optional.of(work.library().files(prompt));
        if (files.isEmpty()) {
            err.println(PromptsVersions.noSuch(prompt, version.orElse(0)));
            return 1;
        }
        try {
            Path from = Files.exists(files.get().wide())
                    ? files.get().wide()
                    : files.get().wav();
            Files.copy(from, out);
            spec.commandLine().getOut().println(out);
            return 0;
        } catch (FileAlreadyExistsException there) {
            err.println("there is a file " + out + " already: name another one, or move it away");
            return 1;
        }
    }
}
