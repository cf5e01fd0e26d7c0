package org.infolinia.reports.calls;

/** What the CDR knows of a call id. */
public interface CallIdentity {

    /** The linked id that the id belongs to; itself where nothing joins it to another. */
    long call(long id);

    /** Whole seconds of the epoch at which the call's first leg began; -1 where that is not known. */
    long arrivedAt(long call);
}
