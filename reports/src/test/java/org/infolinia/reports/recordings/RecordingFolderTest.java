package org.infolinia.reports.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFolderTest {

    private static final String ONE = "20261123T090000Z+nis2+anna+1795424400.1+1795424410.2";
    private static final String OTHER = "20261123T100000Z+NONE+bartosz+1795428000.1+1795428000.1";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    private RecordedFiles files;

    @BeforeEach
    void makeFolder() {
        files = new RecordedFiles(folder);
    }

    @Test
    void recordingsOfAPeriodComeInOrderOfTime() throws IOException {
        files.recording(OTHER, 2);
        files.recording(ONE, 1);
        files.recording("20261122T235959Z+nis2+anna+1795391999.1+1795391999.2", 1);

        assertThat(between("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z"))
                .extracting(recording -> recording.name().text())
                .containsExactly(ONE, OTHER);
        assertThat(between("2026-11-23T09:00:01Z", "2026-11-23T10:00:00Z")).isEmpty();
    }

    @Test
    void nameTellsOfTheConversation() throws IOException {
        files.recording(ONE, 1);

        assertThat(between("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z"))
                .extracting(Recording::name)
                .containsExactly(new RecordingName(
                        ONE, Instant.parse("2026-11-23T09:00:00Z"), "nis2", "anna", "1795424400.1", "1795424410.2"));
    }

    @Test
    void headerAndSizeTellWhetherARecordingCanBePlayed() throws IOException {
        files.recording(ONE, 3);
        files.file("20261123T091000Z+nis2+anna+1.1+1.2", 3, 0);
        files.file("20261123T092000Z+nis2+anna+2.1+2.2", 0, 0);
        Files.write(files.recording("20261123T093000Z+nis2+anna+3.1+3.2", 1), new byte[100]);
        files.file("20261123T115500Z+nis2+anna+4.1+4.2", 60, 0);

        assertThat(between("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z"))
                .extracting(Recording::state)
                .containsExactly(
                        Recording.State.COMPLETE,
                        Recording.State.CUT_OFF,
                        Recording.State.EMPTY,
                        Recording.State.BROKEN,
                        Recording.State.BEING_WRITTEN);
    }

    @Test
    void lengthIsThatOfTheSound() throws IOException {
        files.recording(ONE, 3);

        assertThat(between("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z"))
                .extracting(Recording::length)
                .containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void marksTellWhereItWasPausedAndAForgottenPauseHasAnOpenEnd() throws IOException {
        Path wav = files.recording(ONE, 60);
        Files.writeString(
                wav.resolveSibling(ONE + ".marks"), "PAUSE 2400\nRESUME 5798\nnonsense\nPAUSE 20000\nPAUSE 40000\n");

        assertThat(between("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")
                        .get(0)
                        .pauses())
                .containsExactly(
                        new Pause(Duration.ofMillis(2400), Optional.of(Duration.ofMillis(5798))),
                        new Pause(Duration.ofSeconds(20), Optional.empty()),
                        new Pause(Duration.ofSeconds(40), Optional.empty()));
    }

    @Test
    void filesOfOtherNamesAndLinksAreNobodysRecording() throws IOException {
        Path day = Files.createDirectories(folder.resolve("2026-11-23"));
        Files.writeString(day.resolve("holiday.wav"), "x");
        Files.writeString(day.resolve("20261399T090000Z+nis2+anna+1.1+1.2.wav"), "x");
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.wav"), "x");
        Files.createSymbolicLink(day.resolve(ONE + ".wav"), elsewhere);
        Files.createSymbolicLink(folder.resolve("2026-11-22"), day);

        assertThat(between("2026-11-20T00:00:00Z", "2026-11-30T00:00:00Z")).isEmpty();
    }

    @Test
    void folderThatIsNotThereYetHasNone() throws IOException {
        files = new RecordedFiles(folder.resolve("none"));

        assertThat(between("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).isEmpty();
    }

    private List<Recording> between(String from, String to) throws IOException {
        List<Recording> found = new ArrayList<>();
        new RecordingFolder(files.folder, Clock.fixed(NOON, ZoneOffset.UTC))
                .between(Instant.parse(from), Instant.parse(to), found::add);
        return found;
    }
}
