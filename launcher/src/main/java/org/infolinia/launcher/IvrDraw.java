package org.infolinia.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.drawing.MermaidDrawing;
import org.infolinia.hotline.drawing.SvgDrawing;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ivr draw}. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        description = "Draws the tree with its announcements, for people who have never seen XML.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:hotline.xml is wrong, or nothing can be written", "2:wrong use"})
final class IvrDraw implements Callable<Integer> {

    /** What a picture can be. */
    enum Format {
        svg,
        mermaid
    }

    @Mixin
    private final HotlineParameter file = new HotlineParameter();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; to the screen without it.")
    private @Nullable Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "svg",
            description =
                    "svg, a picture for any browser, or mermaid, a text that wikis draw; ${DEFAULT-VALUE} unless given.")
    private Format format = Format.svg;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Greys out where nobody gets then, such as 2026-12-24T10:00.")
    private @Nullable LocalDateTime at;

    @Option(
            names = "--lang",
            paramLabel = "CODE",
            description = "Of the announcements; the first language unless given.")
    private @Nullable String language;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public Integer call() throws HotlineRefused, IOException {
        Hotline hotline = HotlineFile.read(file.file());
        Language in = language == null ? hotline.languages().get(0) : file.language(language, hotline);
        Optional<Instant> moment = Optional.ofNullable(at)
                .map(local -> local.atZone(hotline.hours().zone()).toInstant());
        String picture =
                format == Format.svg ? SvgDrawing.of(hotline, in, moment) : MermaidDrawing.of(hotline, in, moment);
        if (out == null) {
            spec.commandLine().getOut().print(picture);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(out, picture);
            spec.commandLine().getErr().println("drawn: " + out);
        }
        return 0;
    }
}
