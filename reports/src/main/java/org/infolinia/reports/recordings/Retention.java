package org.infolinia.reports.recordings;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.infolinia.hotline.recording.RecordingBook;
import org.infolinia.hotline.recording.RecordingDeletion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of recordings whose time is over.
 *
 * <p>Each deletion is entered in the book before the file goes, and again once it is gone: one that a crash broke off is
 * finished the next time. A file whose name tells no age stays.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final RecordingFolder folder;
    private final RecordingBook book;
    private final Clock clock;

    public Retention(RecordingFolder folder, RecordingBook book, Clock clock) {
        this.folder = folder;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Deletes what is older.
     *
     * @param retention how long recordings are kept
     * @return how many recordings were deleted
     * @throws IOException when one cannot be deleted; those before it are gone
     */
    public int deleteOlderThan(Duration retention) throws IOException {
        Instant oldest = clock.instant().minus(retention);
        finishBrokenOff();
        int deleted = 0;
        for (LocalDate day : folder.days()) {
            // Names of a day may reach a little beyond it, where the clock was set meanwhile.
            if (day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(oldest)) {
                break;
            }
            for (RecordingName name : folder.names(day)) {
                if (name.began().isBefore(oldest)) {
                    delete(day, name, "kept for " + retention.toDays() + " days");
                    deleted++;
                }
            }
            deleteIfEmpty(folder.of(day));
        }
        for (Path note : folder.declined()) {
            if (RecordingName.parse(note.getFileName().toString())
                    .filter(name -> name.began().isBefore(oldest))
                    .isPresent()) {
                Files.deleteIfExists(note);
            }
        }
        if (deleted > 0) {
            LOG.info("{} recordings deleted, older than {} days", deleted, retention.toDays());
        }
        return deleted;
    }

    private void delete(LocalDate day, RecordingName name, String why) throws IOException {
        Path file = folder.of(day).resolve(name.text() + RecordingFolder.ENDING);
        book.deleting(new RecordingDeletion(name.text(), Digest.of(file), why, clock.instant()));
        remove(day, name);
    }

    private void remove(LocalDate day, RecordingName name) throws IOException {
        // The marks first: a recording without them is met again, marks without a recording would not be.
        Files.deleteIfExists(folder.of(day).resolve(name.text() + RecordingFolder.MARKS));
        Files.deleteIfExists(folder.of(day).resolve(name.text() + RecordingFolder.ENDING));
        book.deleted(name.text(), clock.instant());
    }

    /** What was entered is decided, whatever the retention is by now. */
    private void finishBrokenOff() throws IOException {
        for (String unfinished : book.unfinishedDeletions()) {
            RecordingName name = RecordingName.parse(unfinished)
                    .orElseThrow(() -> new IOException("the book of deletions names \"" + unfinished + "\""));
            remove(LocalDate.ofInstant(name.began(), ZoneOffset.UTC), name);
        }
    }

    private static void deleteIfEmpty(Path day) throws IOException {
        try {
            Files.deleteIfExists(day);
        } catch (DirectoryNotEmptyException inUse) {
            LOG.debug("{} has further files", day);
        }
    }
}
