package org.infolinia.reports;

import org.infolinia.reports.calls.CallIdentity;
import org.infolinia.reports.figures.CdrCalls;
import org.infolinia.reports.ledger.InboundCalls;

/**
 * The CDR, in the words of calls and figures.
 *
 * @param areKnown whether there is a CDR to count from
 */
record Cdr(InboundCalls inbound, boolean areKnown) implements CallIdentity {

    @Override
    public long call(long id) {
        return inbound.call(id);
    }

    CdrCalls calls() {
        return new CdrCalls(inbound.arrivals(), areKnown);
    }

    @Override
    public long arrivedAt(long call) {
        return inbound.arrivedAt(call);
    }
}
