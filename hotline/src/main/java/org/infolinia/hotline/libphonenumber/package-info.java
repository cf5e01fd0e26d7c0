/**
 * The world's numbering plans by Google's libphonenumber.
 *
 * <p>The only package that knows that library. Wired in the launcher.
 */
@NullMarked
package org.infolinia.hotline.libphonenumber;

import org.jspecify.annotations.NullMarked;
