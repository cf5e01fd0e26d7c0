package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void diskThatIsFullHalfwayLeavesTheOldFilesAsTheyWereAndNothingElse() throws Exception {
        Path old = Files.writeString(folder.resolve("report.xlsx"), "old");
        Map<Path, ReportOptions.Writing> files = new LinkedHashMap<>();
        files.put(old, out -> out.write(new byte[1_000_000]));
        files.put(folder.resolve("report.json"), out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(() -> WholeFile.writeAll(files)).hasMessage("No space left on device");

        assertThat(old).hasContent("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(old);
        }
    }

    @Test
    void allFilesArePutInPlaceTogether() throws Exception {
        Map<Path, ReportOptions.Writing> files = new LinkedHashMap<>();
        files.put(folder.resolve("one"), out -> out.write('1'));
        files.put(folder.resolve("two"), out -> out.write('2'));

        WholeFile.writeAll(files);

        assertThat(folder.resolve("one")).hasContent("1");
        assertThat(folder.resolve("two")).hasContent("2");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }
}
