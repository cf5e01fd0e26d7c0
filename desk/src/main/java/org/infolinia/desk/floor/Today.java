package org.infolinia.desk.floor;

import org.jspecify.annotations.Nullable;

/**
 * The day's telephone figures so far, of calls that are over or were and have come back; each is the row of
 * {@code figures.md} of its name.
 *
 * @param serviceLevel a share of 1, to four places; null where nobody was offered
 * @param meanWait     of those answered, whole seconds; null where nobody was
 * @param longestWait  the same, the maximum
 */
public record Today(
        long received,
        long offered,
        long answered,
        long abandoned,
        @Nullable Double serviceLevel,
        @Nullable Long meanWait,
        @Nullable Long longestWait) {}
