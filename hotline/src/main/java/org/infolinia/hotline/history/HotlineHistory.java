package org.infolinia.hotline.history;

import java.util.Optional;

/** The versions of hotline.xml that were in force, in the order they came into force. */
public interface HotlineHistory {

    /**
     * Enters a version that is in force from now on; durable when this returns. One whose digest is that of the latest
     * is not entered again, whatever its {@code since}, so that telling it twice is harmless.
     */
    void inForce(HotlineVersion version);

    /** The version entered last, which need not be the one with the greatest {@code since}; empty before the first. */
    Optional<HotlineVersion> latest();
}
