/**
 * The page of people: who may sign in, as what.
 *
 * <p>Lives here: the page. Does not live here: accounts and passwords, which the hotline and the sidecar have.
 */
@NullMarked
package org.infolinia.desk.people;

import org.jspecify.annotations.NullMarked;
