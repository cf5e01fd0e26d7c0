/**
 * Which hotline is in force for the next call, beside those that calls in progress began in.
 *
 * <p>Lives here: one edition of hotline.xml and the register of the last ones, in memory. Does not live here: reading
 * of hotline.xml, watching it, the history that outlives a restart ({@code …hotline.history}). Called by handlers, and
 * by whoever brings an edition into force.
 */
@NullMarked
package org.infolinia.hotline.inforce;

import org.jspecify.annotations.NullMarked;
