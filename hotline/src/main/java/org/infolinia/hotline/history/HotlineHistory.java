package org.infolinia.hotline.history;

import java.util.List;
import java.util.Optional;

/** The versions of hotline.xml that were in force, in the order they came into force. */
public interface HotlineHistory {

    /**
     * Enters a version that is in force from now on; durable when this returns. One whose digest is that of the latest
     * is not entered again, whatever its {@code since}, so that telling it twice is harmless.
     *
     * @param text what stood in the file, to get it back one day
     */
    void inForce(HotlineVersion version, String text);

    /**
     * The versions entered last, newest first; the first need not be the one with the greatest {@code since}.
     *
     * @param most how many, 1 or more
     */
    List<Entry> last(int most);

    /** What stood in the file of that entry; empty where there is no such entry, or its text was never kept. */
    Optional<String> text(long number);

    /**
     * One line of the history.
     *
     * @param number its place in the order of entering; the first is 1
     */
    record Entry(long number, HotlineVersion version) {}
}
