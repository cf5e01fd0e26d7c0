/**
 * The pages of people: who may sign in, as what, whose callers they take.
 *
 * <p>Lives here: the pages. Does not live here: accounts and passwords, which the hotline and the sidecar have; how
 * hotline.xml is edited, which {@code hotline.editing} knows.
 */
@NullMarked
package org.infolinia.desk.people;

import org.jspecify.annotations.NullMarked;
