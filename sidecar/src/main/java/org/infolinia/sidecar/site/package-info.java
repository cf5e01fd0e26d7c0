/**
 * The staff's site: sign-in, who may ask for what, pages in two languages, the look.
 *
 * <p>Lives here: Jersey, FreeMarker, the cookie, what all pages share. Does not live here: what a page is about, which
 * each service brings as resources of its own; Jetty. Called by the services' pages; wired in the launcher.
 */
@NullMarked
package org.infolinia.sidecar.site;

import org.jspecify.annotations.NullMarked;
