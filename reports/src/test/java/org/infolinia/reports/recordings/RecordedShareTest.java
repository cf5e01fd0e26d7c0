package org.infolinia.reports.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.recording.RecordingRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedShareTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private RecordedFiles files;
    private final List<String> missing = new ArrayList<>();

    @BeforeEach
    void makeFolder() {
        files = new RecordedFiles(folder);
    }

    @Test
    void withoutConversationsThereIsNoShare() throws IOException {
        assertThat(share().share()).isEmpty();
        assertThat(share().isWhole()).isTrue();
    }

    @Test
    void conversationWithoutRecordingAndOneMuchTooShortAreMissing() throws IOException {
        files.call("1.1", "1.2", "2026-11-23T09:00:00Z", 65);
        files.recording("20261123T090000Z+nis2+anna+1.1+1.2", 60);
        files.call("2.1", "2.2", "2026-11-23T09:10:00Z", 66);
        files.recording("20261123T091000Z+nis2+anna+2.1+2.2", 60);
        files.call("3.1", "3.2", "2026-11-23T09:20:00Z", 60);
        files.call("4.1", "4.2", "2026-11-23T09:30:00Z", 60);
        files.file("20261123T093000Z+nis2+anna+4.1+4.2", 60, 0);

        assertThat(share()).isEqualTo(new RecordedShare(4, 1));
        assertThat(share().share()).hasValue(0.25);
        assertThat(missing).contains("2.2", "3.2", "4.2").doesNotContain("1.2");
    }

    @Test
    void conversationThatTheCallerDidNotWantRecordedIsNotCounted() throws IOException {
        files.call("1.1", "1.2", "2026-11-23T09:00:00Z", 60);
        files.declined("20261123T090000Z+nis2+anna+1.1+1.2");

        assertThat(share()).isEqualTo(new RecordedShare(0, 0));
    }

    @Test
    void watchSaysWhatIsMissingUntilItIsThere() {
        files.call("1.1", "1.2", "2026-11-23T09:00:00Z", 60);
        RecordingWatch watch = watch(
                Optional.of(new RecordingRules("lawful", Duration.ofDays(90), "notice", Duration.ofSeconds(120))));

        watch.look();
        assertThat(watch.problem())
                .contains("1 of 1 conversations of the last 24 hours have no playable recording:"
                        + " ./infolinia recordings list shows which");
        assertThat(watch.share()).isZero();

        files.recording("20261123T090000Z+nis2+anna+1.1+1.2", 60);
        watch.look();
        assertThat(watch.problem()).isEmpty();
        assertThat(watch.share()).isEqualTo(1);
    }

    @Test
    void watchSaysThatNothingIsRecordedWhereHotlineXmlDoesNotSayHow() {
        RecordingWatch watch = watch(Optional.empty());

        watch.look();

        assertThat(watch.problem().orElseThrow()).contains("hotline.xml has no <recording>");
        assertThat(watch.isOn()).isFalse();
    }

    private RecordingWatch watch(Optional<RecordingRules> rules) {
        return new RecordingWatch(() -> rules, new RecordingFolder(folder, CLOCK), () -> files, CLOCK);
    }

    private RecordedShare share() throws IOException {
        return RecordedShare.between(
                Instant.parse("2026-11-23T00:00:00Z"),
                NOON,
                new RecordingFolder(folder, CLOCK),
                files,
                one -> missing.add(one.legId().orElseThrow()));
    }
}
