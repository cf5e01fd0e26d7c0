package org.infolinia.reports.lame;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LameEncoderTest {

    @TempDir
    Path folder;

    @Test
    void programThatIsMissingIsNamedWithHowToGetIt() {
        assertThatThrownBy(() -> new LameEncoder("/no/lame").encode(folder.resolve("a.wav"), folder.resolve("a.mp3")))
                .isInstanceOf(IOException.class)
                .hasMessage("/no/lame cannot be run: install it (apt-get install lame)");
    }

    @Test
    void programThatFailsIsToldOfWithItsExitCode() {
        assertThatThrownBy(() -> new LameEncoder("false").encode(folder.resolve("a.wav"), folder.resolve("a.mp3")))
                .isInstanceOf(IOException.class)
                .hasMessage("false failed with exit code 1");
    }
}
