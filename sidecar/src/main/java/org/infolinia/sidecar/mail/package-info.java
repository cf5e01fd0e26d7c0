/**
 * The sending of letters: by SMTP, from the outbox, again and again until the mail server has them.
 *
 * <p>Lives here: Angus Mail, which nobody else imports, the order of attempts. Does not live here: the wording of a letter,
 * SQL. Wired in the launcher.
 */
@NullMarked
package org.infolinia.sidecar.mail;

import org.jspecify.annotations.NullMarked;
