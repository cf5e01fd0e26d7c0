/**
 * The conversations that go on at this moment.
 *
 * <p>Lives here: what is kept of them, the interface of their store. Does not live here: how it is known that they go on,
 * which is the desk's business. Called by the desk.
 */
@NullMarked
package org.infolinia.hotline.talk;

import org.jspecify.annotations.NullMarked;
