/**
 * The database: opening, bringing up to date, reading, durable writing.
 *
 * <p>Lives here: Jdbi, Flyway, HikariCP, the two drivers, {@code java.sql}. Does not live here: what is stored, which is
 * {@code …sidecar.store}. Called by the stores through {@link org.infolinia.sidecar.database.Database}; opened by the
 * launcher.
 */
@NullMarked
package org.infolinia.sidecar.database;

import org.jspecify.annotations.NullMarked;
