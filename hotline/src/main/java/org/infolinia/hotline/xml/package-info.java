/**
 * Reading of hotline.xml: JAXB against the schema, then the checks of meaning.
 *
 * <p>The only package that knows XML. Called by the launcher and by whoever holds the hotline in force.
 */
@NullMarked
package org.infolinia.hotline.xml;

import org.jspecify.annotations.NullMarked;
