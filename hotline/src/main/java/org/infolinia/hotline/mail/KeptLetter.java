package org.infolinia.hotline.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter of the outbox, without what is in it.
 *
 * @param attempts    how often it was tried
 * @param nextAttempt not before; means something while it waits
 * @param answer      what the mail server said last, or why it could not be asked; empty before the first attempt
 * @param settled     when it was accepted, refused, expired or withdrawn
 */
public record KeptLetter(
        String about,
        EmailAddress recipient,
        String subject,
        Instant created,
        LetterState state,
        int attempts,
        Instant nextAttempt,
        String answer,
        Optional<Instant> settled) {}
