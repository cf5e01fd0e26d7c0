/**
 * When the hotline is open: the one calendar that telephone, chat, form, staffing and reports ask.
 *
 * <p>Lives here: weekly hours, closed days, the question "are we open". Does not live here: the making of holiday
 * tables (an edge does it), clocks. Called by every module.
 */
@NullMarked
package org.infolinia.hotline.calendar;

import org.jspecify.annotations.NullMarked;
