package org.infolinia.reports.pages;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.recording.RecordingBook;
import org.infolinia.hotline.recording.RecordingIndex;
import org.infolinia.reports.recordings.Handout;
import org.infolinia.reports.recordings.RecordingFolder;
import org.infolinia.reports.recordings.RecordingScan;
import org.infolinia.reports.recordings.SoundEncoder;
import org.infolinia.sidecar.site.Templates;

/** The part of the staff's site that is about recordings. */
public final class RecordingSite {

    private RecordingSite() {}

    /**
     * What recordings are kept in.
     *
     * @param scan keeps the index as the folder is
     */
    public record Archive(RecordingFolder folder, RecordingIndex index, RecordingScan scan, RecordingBook book) {}

    /**
     * Its resources.
     *
     * @param hotline the one in force
     * @param mp3     makes mp3 files
     */
    public static List<Object> resources(
            Archive archive,
            Supplier<Hotline> hotline,
            Accounts accounts,
            SoundEncoder mp3,
            Templates templates,
            Clock clock) {
        Shelf shelf = new Shelf(archive.index(), archive.folder());
        Plays plays = new Plays();
        RecordingWords words = new RecordingWords(hotline, accounts, archive.book());
        return List.of(
                new RecordingPages(archive.index(), archive.scan(), shelf, plays, words, templates, clock),
                new RecordingFiles(shelf, plays, new Handout(archive.book(), clock), mp3));
    }
}
