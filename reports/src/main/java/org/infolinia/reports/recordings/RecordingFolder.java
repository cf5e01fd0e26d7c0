package org.infolinia.reports.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that Asterisk records into; symbolic links in it are passed over, so nothing outside it is touched. */
public final class RecordingFolder {

    static final String ENDING = ".wav";
    static final String MARKS = ".marks";
    private static final String UNRECORDED = "unrecorded";

    /** Longer than any pause of a recording, in which nothing is written to it. */
    private static final Duration QUIET_WHILE_WRITTEN = Duration.ofMinutes(15);

    private final Path folder;
    private final Clock clock;

    public RecordingFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path path() {
        return folder;
    }

    /** Takes recordings, and may fail at it. */
    @FunctionalInterface
    public interface Visit {
        void take(Recording recording) throws IOException;
    }

    /**
     * Hands on the recordings that began then, in order of time; one day's names are held at a time.
     *
     * @param from first moment of it
     * @param to   first moment behind it
     */
    public void between(Instant from, Instant to, Visit visit) throws IOException {
        for (LocalDate day : days()) {
            Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            // A recording begins within its folder's day, or where the clock was set meanwhile near it.
            if (midnight.isBefore(to) && midnight.plus(Duration.ofDays(1)).isAfter(from)) {
                for (RecordingName name : names(day)) {
                    if (!name.began().isBefore(from) && name.began().isBefore(to)) {
                        visit.take(recording(day, name));
                    }
                }
            }
        }
    }

    /** The recording of that name, as it is now; empty where there is none any more. */
    public Optional<Recording> find(String name) throws IOException {
        Optional<RecordingName> parsed = RecordingName.parse(name);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(parsed.get().began(), ZoneOffset.UTC);
        if (!Files.isRegularFile(of(day).resolve(name + ENDING), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(recording(day, parsed.get()));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    /** Days that have a folder, in order. */
    List<LocalDate> days() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .flatMap(entry -> day(entry).stream())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    Path of(LocalDate day) {
        return folder.resolve(day.toString());
    }

    private static Optional<LocalDate> day(Path entry) {
        String name = entry.getFileName().toString();
        try {
            LocalDate day = LocalDate.parse(name);
            return day.toString().equals(name) ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** Names of a day's recordings, in order; files of other names are nobody's recording. */
    List<RecordingName> names(LocalDate day) throws IOException {
        try (Stream<Path> files = Files.list(of(day))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .flatMap(name -> RecordingName.parse(name.substring(0, name.length() - ENDING.length())).stream())
                    .sorted((one, other) -> one.text().compareTo(other.text()))
                    .toList();
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    /** Empty files that stand for conversations whose callers declined to be recorded. */
    List<Path> declined() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(UNRECORDED))) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            RecordingName.parse(file.getFileName().toString()).isPresent())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    /** Unique ids of the consultants' channels in conversations whose callers declined to be recorded. */
    Set<String> declinedLegs() throws IOException {
        Set<String> legs = new HashSet<>();
        for (Path file : declined()) {
            RecordingName.parse(file.getFileName().toString()).ifPresent(name -> legs.add(name.legId()));
        }
        return legs;
    }

    Recording recording(LocalDate day, RecordingName name) throws IOException {
        Path file = of(day).resolve(name.text() + ENDING);
        byte[] start;
        long size;
        Instant written;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            start = in.readNBytes(WavHeader.BYTES);
            size = Files.size(file);
            written = Files.getLastModifiedTime(file).toInstant();
        }
        boolean quiet = written.plus(QUIET_WHILE_WRITTEN).isBefore(clock.instant());
        Optional<WavHeader> header = WavHeader.parse(start);
        List<Pause> pauses = Pause.read(of(day).resolve(name.text() + MARKS));
        if (header.isEmpty()) {
            // While it is short its header may not be there yet.
            Recording.State state = size == 0 && !quiet ? Recording.State.BEING_WRITTEN : Recording.State.BROKEN;
            return new Recording(file, name, state, Duration.ZERO, pauses);
        }
        long sound = size - WavHeader.BYTES;
        return new Recording(
                file, name, state(header.get(), sound, quiet), header.get().length(sound), pauses);
    }

    private static Recording.State state(WavHeader header, long sound, boolean quiet) {
        if (header.dataBytes() == sound && sound > 0) {
            return Recording.State.COMPLETE;
        }
        if (!quiet) {
            return Recording.State.BEING_WRITTEN;
        }
        return sound > 0 ? Recording.State.CUT_OFF : Recording.State.EMPTY;
    }
}
