package org.infolinia.reports.figures;

import org.infolinia.reports.ledger.LongMap;

/**
 * The inbound calls of the CDR near the period, as the figures need them.
 *
 * @param arrivals by key of the call, whole seconds of the epoch
 * @param areKnown whether there is a CDR to count from
 */
public record CdrCalls(LongMap arrivals, boolean areKnown) {}
