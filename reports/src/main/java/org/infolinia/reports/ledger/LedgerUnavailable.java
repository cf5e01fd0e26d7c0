package org.infolinia.reports.ledger;

import org.jspecify.annotations.Nullable;

/** The logs cannot be read at all; the message is a sentence for whoever asked for the report. */
public final class LedgerUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    LedgerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
