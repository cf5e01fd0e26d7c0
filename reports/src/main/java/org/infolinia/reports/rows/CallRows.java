package org.infolinia.reports.rows;

import java.util.function.Consumer;

/** Hands on the calls of a report's period, by arrival, then by linked id. */
public interface CallRows {

    void forEach(Consumer<CallRow> each);
}
