/**
 * Letters by e-mail: what one is, what became of it, the interface of the outbox that they wait in.
 *
 * <p>Lives here: records and the interface of the store. Does not live here: SMTP, SQL, the wording of any letter. Called by
 * whoever has something to send, and by the sidecar, which sends.
 */
@NullMarked
package org.infolinia.hotline.mail;

import org.jspecify.annotations.NullMarked;
