package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.PromptState;
import org.infolinia.hotline.xml.HotlineRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code prompts list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows every announcement with its number, and what callers hear in each language.",
        footer = {
            "",
            "  recorded   somebody's recording of the text as it is",
            "  STALE      a recording from before the text was changed in hotline.xml",
            "  synthetic  spoken by the program, for want of a recording"
        })
final class PromptsList implements Callable<Integer> {

    private static final String LINE = "%3s  %-24s %-4s  %-9s  %7s  %6s  %-16s  %s";

    @Option(names = "--all", description = "the program's own words too: numbers, words of the queue, the studio")
    private boolean all;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private PromptsCommand prompts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public Integer call() throws SystemFile.Unusable, HotlineRefused, IOException {
        PrintWriter out = spec.commandLine().getOut();
        PromptsCommand.Work work = prompts.work();
        out.println(line("no", "announcement", "lang", "is", "version", "length", "since", "by"));
        for (Prompt prompt : work.library().prompts(work.hotline())) {
            if (all || prompt.number().isPresent()) {
                out.println(line(work, work.library().state(prompt)));
            }
        }
        return 0;
    }

    private static String line(PromptsCommand.Work work, PromptState state) {
        return line(
                state.prompt().number().map(Object::toString).orElse(""),
                state.prompt().id(),
                state.prompt().language().code(),
                switch (state.kind()) {
                    case RECORDED -> "recorded";
                    case STALE -> "STALE";
                    case SYNTHETIC -> "synthetic";
                    case MISSING -> "missing";
                },
                state.version().map(Object::toString).orElse(""),
                state.length().map(PromptsCommand::minutes).orElse("?"),
                state.since().map(work::moment).orElse(""),
                state.by().orElse(""));
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, LINE, cells).stripTrailing();
    }
}
