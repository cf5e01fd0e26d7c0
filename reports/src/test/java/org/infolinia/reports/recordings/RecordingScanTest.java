package org.infolinia.reports.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.infolinia.hotline.recording.FoundRecording;
import org.infolinia.hotline.recording.IndexedRecording;
import org.infolinia.hotline.recording.RecordingIndex;
import org.infolinia.hotline.recording.RecordingSearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingScanTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String OLD = "20260801T090000Z+cra+anna+1.1+1.2";
    private static final String TODAY = "20261123T115900Z+nis2+anna+2.1+2.2";

    @TempDir
    Path folder;

    private final Index index = new Index();
    private RecordedFiles files;
    private RecordingScan scan;

    @BeforeEach
    void makeFolder() {
        files = new RecordedFiles(folder);
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        scan = new RecordingScan(new RecordingFolder(folder, clock), index, clock);
    }

    @Test
    void firstLookFindsAllThereIsAndLaterOnesWhatIsNew() {
        files.recording(OLD, 5);
        scan.look();
        assertThat(index.entered).containsOnlyKeys(OLD);
        assertThat(index.of(OLD).length()).contains(Duration.ofSeconds(5));

        files.recording(TODAY, 20);
        index.entries = 0;
        scan.look();

        assertThat(index.entered).containsOnlyKeys(OLD, TODAY);
        assertThat(index.entries).isEqualTo(1);
    }

    @Test
    void oneThatIsBeingMadeGetsItsLengthOnceItIsWhole() throws IOException {
        Path file = files.file(TODAY, 20, 0);
        Files.setLastModifiedTime(file, FileTime.from(NOON));
        scan.look();
        assertThat(index.of(TODAY).length()).isEmpty();

        files.recording(TODAY, 25);
        scan.look();

        assertThat(index.of(TODAY).length()).contains(Duration.ofSeconds(25));
    }

    @Test
    void declinedOnesAreEnteredAsSuch() {
        files.declined(TODAY);

        scan.look();

        assertThat(index.of(TODAY).declined()).isTrue();
        assertThat(index.of(TODAY).legId()).isEqualTo("2.2");
    }

    @Test
    void declinedOnesThatAreKnownAreNotEnteredAgain() {
        files.declined(OLD);
        files.declined(TODAY);
        scan.look();
        index.entries = 0;

        scan.look();
        new RecordingScan(
                        new RecordingFolder(folder, Clock.fixed(NOON, ZoneOffset.UTC)),
                        index,
                        Clock.fixed(NOON, ZoneOffset.UTC))
                .look();

        assertThat(index.entered).containsOnlyKeys(OLD, TODAY);
        assertThat(index.entries).isZero();
    }

    @Test
    void linksAndFilesOfOtherNamesAreNoRecordings() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("secret"), "of somebody else");
        Path day = Files.createDirectories(folder.resolve("2026-11-23"));
        Files.createSymbolicLink(day.resolve(TODAY + ".wav"), elsewhere);
        Files.writeString(day.resolve("holiday.wav"), "");

        scan.look();

        assertThat(index.entered).isEmpty();
        assertThat(new RecordingFolder(folder, Clock.systemUTC()).find(TODAY)).isEmpty();
        assertThat(new RecordingFolder(folder, Clock.systemUTC()).find("../../secret"))
                .isEmpty();
    }

    @Test
    void askedAgainAtOnceItDoesNotLookAgain() {
        scan.freshen();
        files.recording(TODAY, 20);
        scan.freshen();

        assertThat(index.entered).isEmpty();
    }

    /** An index in memory. */
    private static final class Index implements RecordingIndex {

        private final Map<String, IndexedRecording> entered = new TreeMap<>();
        private int entries;

        IndexedRecording of(String name) {
            return Objects.requireNonNull(entered.get(name));
        }

        @Override
        public void enter(List<IndexedRecording> recordings) {
            for (IndexedRecording one : new ArrayList<>(recordings)) {
                entered.put(one.name(), one);
                entries++;
            }
        }

        @Override
        public Map<String, Optional<Duration>> known(Instant from, Instant to) {
            Map<String, Optional<Duration>> known = new HashMap<>();
            entered.values().stream()
                    .filter(one -> !one.began().isBefore(from) && one.began().isBefore(to))
                    .forEach(one -> known.put(one.name(), one.length()));
            return known;
        }

        @Override
        public List<FoundRecording> find(RecordingSearch search, int most, int skip) {
            throw new AssertionError("nobody searches");
        }

        @Override
        public Optional<FoundRecording> byId(String id) {
            throw new AssertionError("nobody asks for one");
        }
    }
}
