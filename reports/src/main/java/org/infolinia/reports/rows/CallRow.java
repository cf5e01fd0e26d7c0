package org.infolinia.reports.rows;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;

/**
 * One call, as far as figures are made of it.
 *
 * @param linkedId          Asterisk's linked id
 * @param kind              inbound calls alone are counted in the figures
 * @param arrived           as in {@link FinishedCall}
 * @param received          whether the CDR has it as an inbound call
 * @param callerNumber      of the person outside, whole; empty where no log tells it
 * @param dialledNumber     whole; empty where no log tells it
 * @param outcome           how it ended
 * @param waitSeconds       {@code waitSeconds} of {@code figures.md}
 * @param talkSeconds       sum of the conversations
 * @param queues            that it joined, in order, a space between
 * @param consultants       that talked, in order, each once, a space between
 * @param endedBy           who ended each conversation, in lower case, a space between
 * @param rejectedOffers    of the call
 * @param missedOffers      of the call
 * @param dumped            of the call
 * @param hungUpEarly       conversations that a consultant ended soon after they began
 * @param endedByConsultant conversations that a consultant ended
 */
public record CallRow(
        String linkedId,
        CallKind kind,
        Instant arrived,
        boolean received,
        String callerNumber,
        String dialledNumber,
        Outcome outcome,
        long waitSeconds,
        long talkSeconds,
        String queues,
        String consultants,
        String endedBy,
        int rejectedOffers,
        int missedOffers,
        int dumped,
        int hungUpEarly,
        int endedByConsultant) {

    private static final int SHOWN_DIGITS = 3;

    /** @param early how soon after the answer a hang-up is early */
    public static CallRow of(FinishedCall call, Duration early) {
        return new CallRow(
                call.linkedId(),
                call.kind(),
                call.arrived(),
                call.received(),
                call.callerNumber().orElse(""),
                call.dialledNumber().orElse(""),
                call.outcome(),
                call.waitTime().toSeconds(),
                call.talkTime().toSeconds(),
                call.queues().stream().map(QueueName::value).collect(Collectors.joining(" ")),
                call.conversations().stream()
                        .map(Conversation::consultant)
                        .distinct()
                        .collect(Collectors.joining(" ")),
                call.conversations().stream()
                        .map(talk -> talk.endedBy().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")),
                offers(call, Offer.Response.REJECTED),
                offers(call, Offer.Response.MISSED),
                offers(call, Offer.Response.DUMPED),
                (int) call.conversations().stream()
                        .filter(talk -> isEndedByConsultant(talk) && isWithin(talk.talkTime(), early))
                        .count(),
                (int) call.conversations().stream()
                        .filter(CallRow::isEndedByConsultant)
                        .count());
    }

    private static boolean isEndedByConsultant(Conversation talk) {
        return talk.endedBy() == Conversation.EndedBy.CONSULTANT;
    }

    private static boolean isWithin(Optional<Duration> talk, Duration early) {
        return talk.isPresent() && talk.get().compareTo(early) <= 0;
    }

    private static int offers(FinishedCall call, Offer.Response response) {
        return (int) call.offers().stream()
                .filter(offer -> offer.response() == response)
                .count();
    }

    /** The same with numbers of people outside masked: enough is left to tell two calls apart, not to call anybody. */
    public CallRow masked() {
        return new CallRow(
                linkedId,
                kind,
                arrived,
                received,
                masked(callerNumber),
                // What a caller dialled is the hotline's own number.
                kind == CallKind.INBOUND ? dialledNumber : masked(dialledNumber),
                outcome,
                waitSeconds,
                talkSeconds,
                queues,
                consultants,
                endedBy,
                rejectedOffers,
                missedOffers,
                dumped,
                hungUpEarly,
                endedByConsultant);
    }

    /** The last digits of a number, a star for each of the others. */
    public static String masked(String number) {
        int hidden = Math.max(0, number.length() - SHOWN_DIGITS);
        return "*".repeat(hidden) + number.substring(hidden);
    }
}
