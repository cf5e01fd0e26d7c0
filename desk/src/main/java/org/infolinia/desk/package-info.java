/**
 * The page that consultants and leads work in: its frame, and what is nobody else's.
 *
 * <p>Lives here: the first page, the desk itself, the audit log's page. Does not live here: sign-in and what all pages share,
 * which the sidecar has; panels of chat, form and reports. Wired in the launcher.
 */
@NullMarked
package org.infolinia.desk;

import org.jspecify.annotations.NullMarked;
