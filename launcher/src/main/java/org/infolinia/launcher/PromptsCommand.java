package org.infolinia.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.voice.EspeakVoice;
import org.infolinia.agi.voice.FfmpegDecoder;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prompts}: the recordings of announcements, with the services running or not. */
@Command(
        name = "prompts",
        description = "The announcements' recordings: which there are, new ones, earlier ones.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PromptsList.class,
            PromptsImport.class,
            PromptsExport.class,
            PromptsRevert.class,
            PromptsVersions.class
        })
final class PromptsCommand implements Runnable {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Option(names = "--system", hidden = true)
    private Path system = Path.of(System.getProperty("infolinia.home", "."), "var", "system.xml");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    private final Clock clock;

    PromptsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "prompts does what? list, import, export, revert or versions");
    }

    /**
     * What a command works on.
     *
     * @param hotline whose announcements they are
     * @param library their recordings
     */
    record Work(Hotline hotline, PromptLibrary library) {

        Prompt prompt(CommandSpec asked, String idOrNumber, Language language) {
            return library.find(hotline, idOrNumber, language)
                    .orElseThrow(() -> new ParameterException(
                            asked.commandLine(),
                            "there is no announcement \"" + idOrNumber + "\" in " + language + "; there are: "
                                    + library.prompts(hotline).stream()
                                            .filter(prompt -> prompt.number().isPresent())
                                            .map(Prompt::id)
                                            .distinct()
                                            .collect(Collectors.joining(", "))));
        }

        String moment(Instant instant) {
            return instant.atZone(hotline.hours().zone()).format(MINUTE);
        }
    }

    Work work() throws SystemFile.Unusable, HotlineRefused {
        SystemFile box = SystemFile.read(system);
        return new Work(
                HotlineFile.read(box.hotline()),
                new PromptLibrary(box.sounds(), new EspeakVoice(), new FfmpegDecoder(), OwnWords.all(), clock));
    }

    static Language language(CommandSpec asked, String code) {
        try {
            return new Language(code);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(asked.commandLine(), "--lang: " + e.getMessage(), e);
        }
    }

    /** Minutes and seconds, such as 0:12. */
    static String minutes(Duration length) {
        long seconds = Math.round(length.toMillis() / 1000.0);
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    /** Who is at the keyboard, also behind sudo. */
    static String whoAsks() {
        return Optional.ofNullable(System.getenv("SUDO_USER")).orElseGet(() -> System.getProperty("user.name", "?"));
    }
}
