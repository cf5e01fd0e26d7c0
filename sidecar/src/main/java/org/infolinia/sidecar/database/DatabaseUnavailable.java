package org.infolinia.sidecar.database;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be opened, or cannot be reached now; nothing of the read or write that met this took place, save
 * where a connection broke in the very commit. The message is one sentence or two for the operator.
 */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String message) {
        this(message, null);
    }

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
