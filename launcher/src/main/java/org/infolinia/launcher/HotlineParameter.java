package org.infolinia.launcher;

import java.nio.file.Path;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The hotline.xml that a tool is about. */
final class HotlineParameter {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "${sys:infolinia.home:-.}/dialplan/hotline.xml",
            description = "The hotline.xml; ${DEFAULT-VALUE} unless given.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path file;

    Path file() {
        return file;
    }

    /** @throws ParameterException when the hotline does not speak it */
    Language language(String code, Hotline hotline) {
        return hotline.languages().stream()
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> wrongUse("the hotline does not speak \"" + code + "\"; it speaks "
                        + String.join(
                                ", ",
                                hotline.languages().stream().map(Language::code).toList())));
    }

    ParameterException wrongUse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
