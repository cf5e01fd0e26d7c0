package org.infolinia.reports.availability;

import java.util.List;

/**
 * One consultant's availability.
 *
 * @param consultant as the queue log names them
 * @param days       every day, in order
 * @param total      of all days
 */
public record ConsultantFigures(String consultant, List<PresenceDay> days, Presence total) {

    public ConsultantFigures {
        days = List.copyOf(days);
    }
}
