package org.infolinia.reports.delivery;

import java.time.Instant;
import java.util.Optional;

/** Knows whether all that happened before a moment has been written and read. */
@FunctionalInterface
public interface Completeness {

    /** What is missing of the time before that moment; empty where nothing is. */
    Optional<Obstacle> missingBefore(Instant end);
}
