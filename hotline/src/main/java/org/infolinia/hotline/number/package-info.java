/**
 * Telephone numbers that the hotline may dial.
 *
 * <p>Lives here: what such a number is, and why one is refused. Does not live here: the numbering plans
 * ({@code …hotline.libphonenumber}). Called by whoever takes a number from a caller, a consultant or a file.
 */
@NullMarked
package org.infolinia.hotline.number;

import org.jspecify.annotations.NullMarked;
