/**
 * The two web listeners, with what an operator asks of them: health and metrics.
 *
 * <p>Lives here: Jetty, Micrometer. Does not live here: what is healthy or worth measuring, which each service knows.
 * Called by the launcher.
 */
@NullMarked
package org.infolinia.sidecar.web;

import org.jspecify.annotations.NullMarked;
