package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.xml.OnTheBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThisBoxTest {

    private static final Language PL = new Language("pl");

    @TempDir
    Path folder;

    @Test
    void aSoundThatWeDidNotSpeakIsARecording() throws Exception {
        Path sound = folder.resolve("asterisk/data/sounds/pl/infolinia/welcome.wav");
        Files.createDirectories(sound.getParent());
        Files.write(sound, new byte[] {1, 2, 3});

        OnTheBox box = ThisBox.of(system(), Clock.systemUTC());

        assertThat(box.isRecorded("welcome", PL)).isTrue();
        assertThat(box.isRecorded("closed", PL)).isFalse();
        assertThat(box.isRecorded("welcome", new Language("en"))).isFalse();
    }

    @Test
    void whoHasATelephoneMayBeAConsultant() throws Exception {
        Path etc = Files.createDirectories(folder.resolve("asterisk/etc"));
        assertThat(ThisBox.of(system(), Clock.systemUTC()).consultants()).isEmpty();

        Files.writeString(etc.resolve("pjsip-consultants.conf"), """
                [anna](consultant)
                auth = anna
                [anna](consultant-auth)
                [jan-2](consultant)
                """);
        assertThat(ThisBox.of(system(), Clock.systemUTC()).consultants())
                .isEqualTo(Optional.of(Set.of("anna", "jan-2")));
    }

    @Test
    void withoutASystemXmlAllIsTakenToBeThere() throws Exception {
        OnTheBox box = ThisBox.of(folder.resolve("none.xml"), Clock.systemUTC());

        assertThat(box.isRecorded("welcome", PL)).isTrue();
        assertThat(box.consultants()).isEmpty();
    }

    private Path system() throws Exception {
        String text = Files.readString(Path.of("../dialplan/instance/system.xml"))
                .replace("@VAR@", folder.toString())
                .replace("@HOTLINE@", folder.resolve("hotline.xml").toString())
                .replaceAll("@[A-Z_]+@", "5000");
        return Files.writeString(folder.resolve("system.xml"), text);
    }
}
