package org.infolinia.hotline.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Letters that are to be sent: entered before they are, and kept after. */
public interface Outbox {

    /**
     * Enters a letter; durable when this returns.
     *
     * @return false where the recipient has one about the same already, which stays as it is
     */
    boolean enter(Letter letter);

    /**
     * Takes the letter that is due first, so that nobody else takes it meanwhile. Those not worth sending any more expire.
     *
     * @param lease after which another may take it, should nothing be heard of this attempt
     */
    Optional<Taken> take(Instant now, Duration lease);

    /**
     * A letter to send now.
     *
     * @param attempt the how manieth: 1 the first time
     */
    record Taken(Letter letter, int attempt) {}

    /** Tells that the mail server has it. */
    void accepted(Letter letter, String answer, Instant now);

    /** Tells that the mail server will not have it. */
    void refused(Letter letter, String answer, Instant now);

    /** Tells that this attempt failed; the next is made no earlier than that. */
    void postponed(Letter letter, String answer, Instant next);

    /** All about one thing, by recipient. */
    List<KeptLetter> about(String about);

    /** How many wait. */
    int waiting();

    /**
     * Letters that somebody has to look at, the oldest first: refused ones, and those that were tried in vain and have
     * waited since before that moment; 100 at most. None that is not worth sending any more.
     */
    List<KeptLetter> stuck(Instant since, Instant now);
}
