package org.infolinia.hotline.ivr;

import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.Language;

/**
 * One visit of a call to the tree: its arrival, or its return from a queue that did not serve the caller.
 *
 * @param moment   what all hours branches of this visit are asked about
 * @param dialled  the number dialled, {@code + 0-9}; empty where it is not known
 * @param language what the caller has chosen earlier; empty: the hotline's first
 * @param at       where the visit begins; empty: at the tree's start
 */
public record Visit(Instant moment, String dialled, Optional<Language> language, Optional<Destination.Place> at) {

    /** A call that has just come in. */
    public static Visit arriving(Instant moment, String dialled) {
        return new Visit(moment, dialled, Optional.empty(), Optional.empty());
    }
}
