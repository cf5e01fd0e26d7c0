package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.PromptState;
import org.infolinia.agi.announcements.RecordingVersion;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.xml.HotlineRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code prompts versions}. */
@Command(
        name = "versions",
        mixinStandardHelpOptions = true,
        description = "Shows every recording that was ever made of an announcement; * marks the one in force.")
final class PromptsVersions implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "the announcement's id or number")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String id;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "pl, en; all without it")
    private Optional<String> language = Optional.empty();

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private PromptsCommand prompts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public Integer call() throws SystemFile.Unusable, HotlineRefused, IOException {
        PromptsCommand.Work work = prompts.work();
        List<Language> languages = language.map(code -> List.of(PromptsCommand.language(spec, code)))
                .orElseGet(() -> work.hotline().languages());
        for (Language one : languages) {
            print(work, work.prompt(spec, id, one));
        }
        return 0;
    }

    private void print(PromptsCommand.Work work, Prompt prompt) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PromptState state = work.library().state(prompt);
        Optional<Integer> inForce = state.version();
        out.println(prompt.id() + " in " + prompt.language() + ":");
        out.println("  " + (inForce.isEmpty() ? "*" : " ") + " 0  the synthetic voice");
        for (RecordingVersion version : work.library().versions(prompt)) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %s%2d  %5s  %s  by %s, %s%s",
                    inForce.equals(Optional.of(version.number())) ? "*" : " ",
                    version.number(),
                    PromptsCommand.minutes(version.length()),
                    work.moment(version.at()),
                    version.by(),
                    version.source(),
                    version.says(prompt.text()) ? "" : "; of another text: " + shortened(version.text())));
        }
    }

    private static String shortened(String text) {
        String line = Texts.inOneLine(text);
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    static String noSuch(Prompt prompt, int number) {
        return prompt.id() + " in " + prompt.language() + " has no version " + number
                + ": see ./infolinia prompts versions " + prompt.id();
    }
}
