/**
 * The stores that {@code hotline} asks for, on the database.
 *
 * <p>Lives here: one class per thing stored, its SQL beside the methods that run it. Does not live here: connections,
 * transactions, migrations, which are {@code …sidecar.database}; rules of any kind. Made by the launcher, and called
 * through the interfaces of {@code hotline}.
 */
@NullMarked
package org.infolinia.sidecar.store;

import org.jspecify.annotations.NullMarked;
