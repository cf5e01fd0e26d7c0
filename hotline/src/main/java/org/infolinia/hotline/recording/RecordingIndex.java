package org.infolinia.hotline.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recordings, to be searched. It is made from their folder, and can be made anew from it. */
public interface RecordingIndex {

    /** Enters recordings; one that is there already gets the length that it has now. */
    void enter(List<IndexedRecording> recordings);

    /** Names of those that began then, with their lengths as they were entered. */
    Map<String, Optional<Duration>> known(Instant from, Instant to);

    /**
     * Recordings, and conversations that have none; the latest first.
     *
     * @param most so many at most
     * @param skip later ones that are left out
     */
    List<FoundRecording> find(RecordingSearch search, int most, int skip);

    /** The recording of that {@link FoundRecording#id}. */
    Optional<FoundRecording> byId(String id);
}
