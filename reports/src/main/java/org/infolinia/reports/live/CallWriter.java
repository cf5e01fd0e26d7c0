package org.infolinia.reports.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.calls.QueueVisit;
import org.infolinia.reports.calls.Call;
import org.infolinia.reports.calls.CallTrail;
import org.infolinia.reports.calls.ToldCall;
import org.infolinia.reports.ledger.CallIds;
import org.infolinia.reports.ledger.CallRecordTexts;
import org.infolinia.reports.ledger.InboundCalls;
import org.infolinia.reports.ledger.LineTexts;
import org.infolinia.reports.ledger.QueueEvent;

/** Puts calls into the words in which they are kept. */
final class CallWriter {

    private final List<QueueName> queues;
    private final CallIds ids;
    private final LineTexts texts;
    private final CallRecordTexts records;
    private final InboundCalls inbound;

    CallWriter(List<QueueName> queues, CallIds ids, LineTexts texts, CallRecordTexts records, InboundCalls inbound) {
        this.queues = queues;
        this.ids = ids;
        this.texts = texts;
        this.records = records;
        this.inbound = inbound;
    }

    FinishedCall write(ToldCall told) {
        Call call = told.call();
        return new FinishedCall(
                ids.text(call.id()),
                call.callBack() ? CallKind.CALL_BACK : CallKind.INBOUND,
                call.arrived(),
                !call.callBack() && inbound.arrivedAt(call.id()) >= 0,
                callerNumber(call.id()),
                texts.of(QueueEvent.CLOSED, call.id()),
                call.outcome(),
                call.waitTime(),
                told.trail().stays().stream().map(this::visit).toList(),
                told.trail().talks().stream().map(this::conversation).toList(),
                told.trail().offers().stream().map(this::offer).toList());
    }

    /** A call that the CDR has, and the queue log not. */
    FinishedCall writeNotTold(long call) {
        return new FinishedCall(
                ids.text(call),
                CallKind.INBOUND,
                Instant.ofEpochSecond(inbound.arrivedAt(call)),
                true,
                callerNumber(call),
                Optional.empty(),
                Outcome.NOT_TOLD,
                Duration.ZERO,
                List.of(),
                List.of(),
                List.of());
    }

    /** A consultant's call outwards. */
    FinishedCall writeOutward(long call, List<CallRecordTexts.Outward> legs) {
        CallRecordTexts.Outward first = legs.stream()
                .min(Comparator.comparingLong(CallRecordTexts.Outward::start))
                .orElseThrow();
        List<Conversation> conversations = legs.stream()
                .filter(CallRecordTexts.Outward::answered)
                .map(leg -> new Conversation(
                        Optional.empty(),
                        leg.consultant(),
                        ids.text(leg.uniqueId()),
                        Optional.empty(),
                        Instant.ofEpochSecond(leg.start() + Math.max(0, leg.duration() - leg.talk())),
                        Optional.of(Duration.ofSeconds(leg.talk())),
                        Conversation.EndedBy.UNKNOWN))
                .toList();
        Optional<String> dialled = Optional.of(first.dialled()).filter(number -> !number.isBlank());
        return new FinishedCall(
                ids.text(call),
                CallKind.OUTBOUND,
                Instant.ofEpochSecond(first.start()),
                false,
                dialled,
                dialled,
                conversations.isEmpty() ? Outcome.NOT_TAKEN : Outcome.ANSWERED,
                Duration.ZERO,
                List.of(),
                conversations,
                List.of());
    }

    private Optional<String> callerNumber(long call) {
        return records.caller(call).or(() -> texts.of(QueueEvent.ENTERQUEUE, call));
    }

    private QueueVisit visit(CallTrail.Stay stay) {
        return new QueueVisit(
                queues.get(stay.queue()),
                Instant.ofEpochSecond(stay.joined()),
                Duration.ofSeconds(stay.left() - stay.joined()),
                stay.outcome());
    }

    private Conversation conversation(CallTrail.Talk talk) {
        return new Conversation(
                Optional.of(queues.get(talk.queue())),
                texts.consultant(talk.consultant()),
                ids.text(talk.leg()),
                texts.of(QueueEvent.CONNECT, talk.leg(), talk.began(), talk.consultant()),
                Instant.ofEpochSecond(talk.began()),
                talk.seconds() < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(talk.seconds())),
                talk.endedBy());
    }

    private Offer offer(CallTrail.Offered offer) {
        return new Offer(
                texts.consultant(offer.consultant()),
                queues.get(offer.queue()),
                Instant.ofEpochSecond(offer.at()),
                Duration.ofMillis(offer.ringMillis()),
                offer.response());
    }
}
