package org.infolinia.reports.pages;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.infolinia.hotline.recording.FoundRecording;
import org.infolinia.hotline.recording.RecordingIndex;
import org.infolinia.reports.recordings.Recording;
import org.infolinia.reports.recordings.RecordingFolder;
import org.infolinia.reports.recordings.WavSound;
import org.infolinia.sidecar.site.Refused;

/** Finds recordings by what a page asks for: the index names the file, no request does. */
final class Shelf {

    private final RecordingIndex index;
    private final RecordingFolder folder;

    Shelf(RecordingIndex index, RecordingFolder folder) {
        this.index = index;
        this.folder = folder;
    }

    /** @throws Refused when there is none of that id */
    FoundRecording found(String id) {
        return index.byId(id).orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "fault.404"));
    }

    /** How it is in the folder; empty where it is not there, or was to be deleted and still is. */
    Optional<Recording> file(FoundRecording found) throws IOException {
        boolean kept =
                !found.name().isEmpty() && !found.declined() && found.deleted().isEmpty();
        return kept ? folder.find(found.name()) : Optional.empty();
    }

    /** @throws Refused when there is no such recording, or none that has sound by now */
    WavSound sound(String id) throws IOException {
        Recording recording = file(found(id)).filter(Recording::hasSound).orElseThrow(Shelf::none);
        try {
            return WavSound.of(recording);
        } catch (NoSuchFileException deletedMeanwhile) {
            throw none();
        }
    }

    private static Refused none() {
        return new Refused(Response.Status.NOT_FOUND, "recordings.no-sound");
    }
}
