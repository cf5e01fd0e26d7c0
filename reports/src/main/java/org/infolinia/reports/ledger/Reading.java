package org.infolinia.reports.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a reading of the logs takes in.
 *
 * @param span   lines of other times are passed over
 * @param until  reading stops at the first line of a file that is so late; {@link Long#MAX_VALUE} reads to the end
 * @param future lines so late are a wrong clock's, and passed over
 * @param places where it begins in each file
 * @param texts  takes what lines of calls say in words; null where they are only counted
 * @param members takes names and reasons from lines of consultants; null where these are not asked for, otherwise all such
 *               lines since the beginning of the log are taken in, since a consultant may have signed in any time ago
 */
public record Reading(
        Span span,
        long until,
        long future,
        LogPlaces places,
        @Nullable LineTexts texts,
        @Nullable MemberTexts members) {

    /** All calls near that time. */
    public static Reading of(Span span) {
        return new Reading(span, Long.MAX_VALUE, Long.MAX_VALUE, LogPlaces.beginnings(), null, null);
    }

    /** The same, with the consultants' lines. */
    public static Reading of(Span span, MemberTexts members) {
        return new Reading(span, Long.MAX_VALUE, Long.MAX_VALUE, LogPlaces.beginnings(), null, members);
    }
}
