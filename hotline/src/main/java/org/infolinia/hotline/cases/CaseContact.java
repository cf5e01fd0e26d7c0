package org.infolinia.hotline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.Outcome;

/**
 * A call, chat or form that is about a case.
 *
 * @param key    which one
 * @param joined when it was joined to the case
 * @param who    joined it; a sign-in name
 * @param call   what is known of it once it is over; empty before, and for what is no call
 */
public record CaseContact(Key key, Instant joined, String who, Optional<Call> call) {

    /** How a contact came. */
    public enum Channel {
        CALL
    }

    /**
     * Identifies a contact.
     *
     * @param reference of a call its linked id
     */
    public record Key(Channel channel, String reference) {

        private static final int LONGEST = 150;

        public Key {
            if (reference.isBlank() || reference.length() > LONGEST) {
                throw new IllegalArgumentException("a contact's reference of " + reference.length() + " signs");
            }
        }

        public static Key call(String linkedId) {
            return new Key(Channel.CALL, linkedId);
        }
    }

    /**
     * A call that is over.
     *
     * @param arrived    whole seconds
     * @param queue      the last one it was in; empty for a call outwards
     * @param consultant who talked to them last; empty when nobody did
     * @param talkTime   of all its conversations
     */
    public record Call(
            Instant arrived,
            Outcome outcome,
            Optional<QueueName> queue,
            Optional<String> consultant,
            Duration talkTime) {}
}
