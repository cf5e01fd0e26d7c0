package org.infolinia.hotline.recording;

import java.time.Instant;
import java.util.List;

/** What became of recordings: who got one, which were deleted. */
public interface RecordingBook {

    /** Enters that somebody gets a recording; durable when this returns, so it is asked before the recording is given. */
    void accessed(RecordingAccess access);

    /**
     * Who got that recording, the latest first.
     *
     * @param most so many at most
     */
    List<RecordingAccess> accesses(String name, int most);

    /**
     * Enters that a recording is about to be deleted; durable when this returns. Entering it again changes nothing, so
     * that a deletion which was broken off can be repeated.
     */
    void deleting(RecordingDeletion deletion);

    /** Enters that the recording is gone. */
    void deleted(String name, Instant when);

    /** Names of recordings whose deletion was entered and not finished; 1,000 at most. */
    List<String> unfinishedDeletions();
}
