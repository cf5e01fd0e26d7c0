package org.infolinia.sidecar.database;

import org.jdbi.v3.core.HandleCallback;

/** What differs between SQLite and PostgreSQL behind {@link Database}, whose words on each method hold here. */
interface Backend {

    <R, X extends Exception> R write(HandleCallback<R, X> callback) throws X;

    <R, X extends Exception> R read(HandleCallback<R, X> callback) throws X;

    void close();
}
