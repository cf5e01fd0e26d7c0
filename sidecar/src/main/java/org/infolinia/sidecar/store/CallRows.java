package org.infolinia.sidecar.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.QueueVisit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes finished calls into their four tables, many with a few statements. */
final class CallRows {

    private static final List<String> PARTS = List.of("queue_visit", "conversation", "call_offer");

    private CallRows() {}

    /** Inside a write: keeps each unless a more complete version of it is there. */
    static void keep(Handle handle, List<FinishedCall> calls) {
        // A batch must not hold a call twice: the last one told is the latest.
        Map<String, FinishedCall> distinct = new LinkedHashMap<>();
        calls.forEach(call -> distinct.merge(
                call.linkedId(), call, (one, next) -> next.completeness() < one.completeness() ? one : next));
        List<FinishedCall> kept = upsert(handle, List.copyOf(distinct.values()));
        forgetParts(handle, kept.stream().map(FinishedCall::linkedId).toList());
        addVisits(handle, kept);
        addConversations(handle, kept);
        addOffers(handle, kept);
    }

    /** Inside a write: as if they had never been kept. */
    static void forget(Handle handle, List<String> linkedIds) {
        forgetParts(handle, linkedIds);
        deleteFrom(handle, "finished_call", linkedIds);
    }

    private static List<FinishedCall> upsert(Handle handle, List<FinishedCall> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into finished_call (linked_id, kind, arrived, received, caller_number, dialled_number, outcome,
                    wait_seconds, completeness)
                values (:linkedId, :kind, :arrived, :received, :callerNumber, :dialledNumber, :outcome,
                    :wait, :completeness)
                on conflict (linked_id) do update set kind = excluded.kind, arrived = excluded.arrived,
                    received = excluded.received, caller_number = excluded.caller_number,
                    dialled_number = excluded.dialled_number, outcome = excluded.outcome,
                    wait_seconds = excluded.wait_seconds, completeness = excluded.completeness
                where finished_call.completeness <= excluded.completeness
                """);
        for (FinishedCall call : calls) {
            batch.bind("linkedId", call.linkedId())
                    .bind("kind", call.kind().name())
                    .bind("arrived", call.arrived().getEpochSecond())
                    .bind("received", call.received() ? 1 : 0)
                    .bind("callerNumber", call.callerNumber().orElse(null))
                    .bind("dialledNumber", call.dialledNumber().orElse(null))
                    .bind("outcome", call.outcome().name())
                    .bind("wait", call.waitTime().toSeconds())
                    .bind("completeness", call.completeness())
                    .add();
        }
        int[] changed = batch.execute();
        List<FinishedCall> kept = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] > 0) {
                kept.add(calls.get(i));
            }
        }
        return kept;
    }

    private static void forgetParts(Handle handle, List<String> linkedIds) {
        PARTS.forEach(table -> deleteFrom(handle, table, linkedIds));
    }

    private static void deleteFrom(Handle handle, String table, List<String> linkedIds) {
        PreparedBatch batch = handle.prepareBatch("delete from " + table + " where linked_id = :linkedId");
        linkedIds.forEach(linkedId -> batch.bind("linkedId", linkedId).add());
        run(batch);
    }

    private static void addVisits(Handle handle, List<FinishedCall> calls) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into queue_visit (linked_id, place, queue, joined, wait_seconds, outcome, left_at)
                values (:linkedId, :place, :queue, :joined, :wait, :outcome, :left)
                """);
        for (FinishedCall call : calls) {
            int place = 0;
            for (QueueVisit visit : call.visits()) {
                batch.bind("linkedId", call.linkedId())
                        .bind("place", place++)
                        .bind("queue", visit.queue().value())
                        .bind("joined", visit.joined().getEpochSecond())
                        .bind("wait", visit.waitTime().toSeconds())
                        .bind("outcome", visit.outcome().name())
                        .bind("left", visit.left().getEpochSecond())
                        .add();
            }
        }
        run(batch);
    }

    private static void addConversations(Handle handle, List<FinishedCall> calls) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into conversation (linked_id, place, queue, consultant, call_id, leg_id, began, talk_seconds,
                    ended_by)
                values (:linkedId, :place, :queue, :consultant, :callId, :legId, :began, :talk, :endedBy)
                """);
        for (FinishedCall call : calls) {
            int place = 0;
            for (Conversation talk : call.conversations()) {
                batch.bind("linkedId", call.linkedId())
                        .bind("place", place++)
                        .bind("queue", talk.queue().map(QueueName::value).orElse(null))
                        .bind("consultant", talk.consultant())
                        .bind("callId", talk.callId())
                        .bind("legId", talk.legId().orElse(null))
                        .bind("began", talk.began().getEpochSecond())
                        .bind(
                                "talk",
                                talk.talkTime().map(time -> time.toSeconds()).orElse(null))
                        .bind("endedBy", talk.endedBy().name())
                        .add();
            }
        }
        run(batch);
    }

    private static void addOffers(Handle handle, List<FinishedCall> calls) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into call_offer (linked_id, place, consultant, queue, ended, ring_milliseconds, response)
                values (:linkedId, :place, :consultant, :queue, :ended, :ring, :response)
                """);
        for (FinishedCall call : calls) {
            int place = 0;
            for (Offer offer : call.offers()) {
                batch.bind("linkedId", call.linkedId())
                        .bind("place", place++)
                        .bind("consultant", offer.consultant())
                        .bind("queue", offer.queue().value())
                        .bind("ended", offer.ended().getEpochSecond())
                        .bind("ring", offer.ringTime().toMillis())
                        .bind("response", offer.response().name())
                        .add();
            }
        }
        run(batch);
    }

    static void run(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
