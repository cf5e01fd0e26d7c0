/**
 * The delivery of monthly reports: makes each when it is due, has it sent, says what a correction changed, and warns whoever
 * has to know that one is not delivered.
 *
 * <p>Lives here: the order of all this, the wording of the letters. Does not live here: counting, SMTP, SQL. Wired in the
 * launcher.
 */
@NullMarked
package org.infolinia.reports.delivery;

import org.jspecify.annotations.NullMarked;
