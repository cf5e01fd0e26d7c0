package org.infolinia.reports.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.infolinia.hotline.recording.IndexedRecording;
import org.infolinia.hotline.recording.RecordingIndex;

/** Keeps the index of recordings as their folder is: all of it at the first look, afterwards its last days. */
public final class RecordingScan {

    /** So many people may ask at once, that the folder is looked at so often at most. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Recordings of so long ago may still change: a day is one of UTC, and conversations go on past midnight. */
    private static final Duration LATELY = Duration.ofDays(1);

    private final RecordingFolder folder;
    private final RecordingIndex index;
    private final Clock clock;
    private boolean whole;
    private Instant looked = Instant.EPOCH;

    public RecordingScan(RecordingFolder folder, RecordingIndex index, Clock clock) {
        this.folder = folder;
        this.index = index;
        this.clock = clock;
    }

    /** Looks, unless somebody has just done so. */
    public synchronized void freshen() {
        if (looked.plus(FRESH).isBefore(clock.instant())) {
            look();
        }
    }

    /** @throws UncheckedIOException when the folder cannot be read */
    public synchronized void look() {
        Instant now = clock.instant();
        LocalDate first = whole ? LocalDate.ofInstant(now.minus(LATELY), ZoneOffset.UTC) : LocalDate.MIN;
        try {
            for (LocalDate day : folder.days()) {
                if (!day.isBefore(first)) {
                    look(day);
                }
            }
            declined(name -> !LocalDate.ofInstant(name.began(), ZoneOffset.UTC).isBefore(first));
        } catch (IOException fault) {
            throw new UncheckedIOException("looking through the recordings", fault);
        }
        whole = true;
        looked = now;
    }

    private void look(LocalDate day) throws IOException {
        List<RecordingName> names = folder.names(day);
        if (names.isEmpty()) {
            return;
        }
        Map<String, Optional<Duration>> known = known(names);
        List<IndexedRecording> found = new ArrayList<>();
        for (RecordingName name : names) {
            if (known.getOrDefault(name.text(), Optional.empty()).isEmpty()) {
                length(day, name, known.containsKey(name.text())).ifPresent(found::add);
            }
        }
        index.enter(found);
    }

    /** Empty where there is no news of it. */
    private Optional<IndexedRecording> length(LocalDate day, RecordingName name, boolean known) throws IOException {
        try {
            Recording recording = folder.recording(day, name);
            Optional<Duration> length = recording.state() == Recording.State.BEING_WRITTEN
                    ? Optional.empty()
                    : Optional.of(recording.length());
            return known && length.isEmpty() ? Optional.empty() : Optional.of(indexed(name, length, false));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    private void declined(Predicate<RecordingName> lately) throws IOException {
        Map<LocalDate, List<RecordingName>> days = folder.declined().stream()
                .flatMap(note -> RecordingName.parse(note.getFileName().toString()).stream())
                .filter(lately)
                .collect(Collectors.groupingBy(name -> LocalDate.ofInstant(name.began(), ZoneOffset.UTC)));
        for (List<RecordingName> names : days.values()) {
            Set<String> known = known(names).keySet();
            index.enter(names.stream()
                    .filter(name -> !known.contains(name.text()))
                    .map(name -> indexed(name, Optional.empty(), true))
                    .toList());
        }
    }

    /** @param names in order, one at least */
    private Map<String, Optional<Duration>> known(List<RecordingName> names) {
        return index.known(
                names.get(0).began(), names.get(names.size() - 1).began().plusSeconds(1));
    }

    private static IndexedRecording indexed(RecordingName name, Optional<Duration> length, boolean declined) {
        return new IndexedRecording(
                name.text(),
                name.began(),
                name.queue(),
                name.consultant(),
                name.linkedId(),
                name.legId(),
                length,
                declined);
    }
}
