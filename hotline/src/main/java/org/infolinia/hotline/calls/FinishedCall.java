package org.infolinia.hotline.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.QueueName;

/**
 * A call that neither waits nor talks any more.
 *
 * <p>One that comes back to a queue within hours is still the same call; it is then kept again, more complete.
 *
 * @param linkedId      Asterisk's linked id; identifies it
 * @param kind          who wanted to talk to whom
 * @param arrived       start of its first leg by the CDR; without one, its first line in the queue log; whole seconds
 * @param received      whether the CDR has it as an inbound call of the hotline
 * @param callerNumber  of the person outside, where the log tells it; filtered by the dialplan
 * @param dialledNumber the number that was dialled, where the log tells it
 * @param outcome       how it ended
 * @param waitTime      {@code waitSeconds} of {@code figures.md}; whole seconds
 * @param visits        stays in queues, in order
 * @param conversations in order
 * @param offers        offers that no consultant took, in order
 */
public record FinishedCall(
        String linkedId,
        CallKind kind,
        Instant arrived,
        boolean received,
        Optional<String> callerNumber,
        Optional<String> dialledNumber,
        Outcome outcome,
        Duration waitTime,
        List<QueueVisit> visits,
        List<Conversation> conversations,
        List<Offer> offers) {

    /** @throws IllegalArgumentException when the linked id is blank or the wait negative */
    public FinishedCall {
        if (linkedId.isBlank() || waitTime.isNegative()) {
            throw new IllegalArgumentException("call \"" + linkedId + "\": wait " + waitTime);
        }
        visits = List.copyOf(visits);
        conversations = List.copyOf(conversations);
        offers = List.copyOf(offers);
    }

    /** The queues it passed, in the order it first joined them. */
    public List<QueueName> queues() {
        return visits.stream().map(QueueVisit::queue).distinct().toList();
    }

    /** Sum of the conversations whose end is known. */
    public Duration talkTime() {
        return conversations.stream()
                .flatMap(conversation -> conversation.talkTime().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How much it tells: of two versions of a call, the one that tells more is kept. */
    public int completeness() {
        return visits.size() + conversations.size() + offers.size();
    }
}
