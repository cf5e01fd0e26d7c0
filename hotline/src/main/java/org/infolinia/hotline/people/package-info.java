/**
 * Those who work at the hotline: who they are, what each may do, and the trail of what was changed.
 *
 * <p>Lives here: records, rules, the interfaces of their stores. Does not live here: passwords in the clear, pages,
 * tables. Called by sign-in, the desk's pages and the command-line tools.
 */
@NullMarked
package org.infolinia.hotline.people;

import org.jspecify.annotations.NullMarked;
