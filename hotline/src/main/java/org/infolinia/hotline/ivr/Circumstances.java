package org.infolinia.hotline.ivr;

import java.util.Set;

/**
 * What decides a caller's way besides keys; the same from the beginning to the end of one visit to the tree.
 *
 * @param open       whether the hotline's own calendar says open
 * @param timetables ids of the tree's timetables that say open
 * @param dialled    the number dialled, {@code + 0-9}; empty where it is not known
 */
public record Circumstances(boolean open, Set<String> timetables, String dialled) {

    public Circumstances {
        timetables = Set.copyOf(timetables);
    }
}
