package org.infolinia.reports.availability;

import java.util.List;

/**
 * Availability in a period.
 *
 * @param consultants by name
 * @param coverage    every day, in order
 */
public record Availability(List<ConsultantFigures> consultants, List<Coverage> coverage) {

    public Availability {
        consultants = List.copyOf(consultants);
        coverage = List.copyOf(coverage);
    }
}
