package org.infolinia.sidecar.database;

/** So many writes are waiting that one more was not taken; trying again later may do. */
public final class DatabaseBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseBusy(int waiting) {
        super("The database already has " + waiting + " writes waiting, which is its limit; this one was not taken.");
    }
}
