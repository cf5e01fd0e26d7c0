/**
 * The product as its users meet it: {@code ./infolinia} on a real Asterisk, called by real SIP telephones.
 *
 * <p>Lives here: tests and the instances they bring up, each in a folder and on ports of its own. Does not live here:
 * anything of the product; only the launcher's telephones are used as a library.
 */
@NullMarked
package org.infolinia.acceptance;

import org.jspecify.annotations.NullMarked;
