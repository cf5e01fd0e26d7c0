/**
 * The monthly report on its way to the authority: when it is due, what was sent, the interface of the store that keeps it.
 *
 * <p>Lives here: records, the calendar of delivery, the interface of the store. Does not live here: the making of a report,
 * the wording of letters, SMTP. Called by the reports module and the launcher.
 */
@NullMarked
package org.infolinia.hotline.delivery;

import org.jspecify.annotations.NullMarked;
