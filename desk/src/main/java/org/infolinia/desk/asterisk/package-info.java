/**
 * The desk's edge to Asterisk: what it tells of queues, of conversations, what is asked of it.
 *
 * <p>Lives here: names of AMI's events, actions, headers. Does not live here: any rule. Wired in the launcher.
 */
@NullMarked
package org.infolinia.desk.asterisk;

import org.jspecify.annotations.NullMarked;
