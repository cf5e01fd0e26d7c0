/**
 * Signing in: passwords, second factors, failures and the pauses they earn, sessions and how long they last.
 *
 * <p>Lives here: rules, password4j, java-otp, qrcodegen. Does not live here: pages, cookies, tables. Called by
 * the staff's site and by the command-line tools.
 */
@NullMarked
package org.infolinia.sidecar.signin;

import org.jspecify.annotations.NullMarked;
