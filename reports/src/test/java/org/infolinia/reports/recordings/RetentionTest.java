package org.infolinia.reports.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.infolinia.hotline.recording.RecordingDeletion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final String OLD = "20260825T090000Z+nis2+anna+1.1+1.2";
    private static final String YOUNG = "20260825T110001Z+nis2+anna+2.1+2.2";
    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    @TempDir
    Path folder;

    private RecordedFiles files;

    @BeforeEach
    void makeFolder() {
        files = new RecordedFiles(folder);
    }

    @Test
    void recordingPastItsTimeGoesAndTheBookSaysWhich() throws IOException {
        Path old = files.recording(OLD, 1);
        Files.writeString(old.resolveSibling(OLD + ".marks"), "PAUSE 1\n");
        Path young = files.recording(YOUNG, 1);
        String sha256 = Digest.of(old);

        assertThat(deleteAfter(90)).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(old.resolveSibling(OLD + ".marks")).doesNotExist();
        assertThat(young).exists();
        assertThat(files.decided).containsExactly(new RecordingDeletion(OLD, sha256, "kept for 90 days", NOW));
        assertThat(files.unfinished).isEmpty();
    }

    @Test
    void secondRunFindsNothingMore() throws IOException {
        files.recording(OLD, 1);

        deleteAfter(90);

        assertThat(deleteAfter(90)).isZero();
        assertThat(files.decided).hasSize(1);
    }

    @Test
    void dayFolderGoesWithItsLastRecordingAndStaysWithAnythingElseInIt() throws IOException {
        files.recording("20260801T090000Z+nis2+anna+1.1+1.2", 1);
        Path note = files.recording("20260802T090000Z+nis2+anna+2.1+2.2", 1).resolveSibling("note.wav");
        Files.writeString(note, "of unknown age");

        deleteAfter(90);

        assertThat(folder.resolve("2026-08-01")).doesNotExist();
        assertThat(note).exists();
    }

    @Test
    void nothingGoesThatTheBookDoesNotTake() {
        Path old = files.recording(OLD, 1);
        files.full = true;

        assertThatThrownBy(() -> deleteAfter(90)).hasMessage("the database is away");
        assertThat(old).exists();
    }

    @Test
    void deletionThatACrashBrokeOffIsFinished() throws IOException {
        Path old = files.recording(OLD, 1);
        files.unfinished.add(OLD);
        files.unfinished.add("20260101T090000Z+nis2+anna+9.1+9.2");

        // By now recordings are kept for longer, but it had been decided.
        deleteAfter(3650);

        assertThat(old).doesNotExist();
        assertThat(files.unfinished).isEmpty();
    }

    @Test
    void linkToAFolderOutsideIsNotFollowed(@TempDir Path outside) throws IOException {
        Path theirs = new RecordedFiles(outside).recording(OLD, 1);
        Files.createSymbolicLink(folder.resolve("2026-08-25"), theirs.getParent());

        assertThat(deleteAfter(90)).isZero();
        assertThat(theirs).exists();
    }

    @Test
    void noteOfADeclinedRecordingGoesAtTheSameAge() throws IOException {
        files.declined(OLD);
        files.declined(YOUNG);

        deleteAfter(90);

        assertThat(folder.resolve("unrecorded").resolve(OLD)).doesNotExist();
        assertThat(folder.resolve("unrecorded").resolve(YOUNG)).exists();
    }

    private int deleteAfter(int days) throws IOException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Retention(new RecordingFolder(folder, clock), files, clock).deleteOlderThan(Duration.ofDays(days));
    }
}
