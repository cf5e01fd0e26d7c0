/**
 * Statutory holidays by the jollyday library.
 *
 * <p>The only package that knows jollyday. Called by the reading of hotline.xml.
 */
@NullMarked
package org.infolinia.hotline.jollyday;

import org.jspecify.annotations.NullMarked;
