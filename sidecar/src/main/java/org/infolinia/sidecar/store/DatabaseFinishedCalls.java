package org.infolinia.sidecar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.calls.PastCall;
import org.infolinia.hotline.calls.QueueVisit;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** {@link FinishedCalls} in the tables {@code finished_call}, {@code queue_visit}, {@code conversation}, {@code call_offer}. */
public final class DatabaseFinishedCalls implements FinishedCalls {

    /** Calls read at a time: four queries a parcel. */
    private static final int PARCEL = 500;

    private final Database database;

    public DatabaseFinishedCalls(Database database) {
        this.database = database;
    }

    @Override
    public void keep(FinishedCall call) {
        database.write(handle -> {
            CallRows.keep(handle, List.of(call));
            return call;
        });
    }

    @Override
    public void arrivedBetween(Instant from, Instant to, Consumer<FinishedCall> each) {
        database.read(handle -> {
            // The first parcel begins before any linked id.
            Place behind = new Place(from.getEpochSecond(), "");
            List<CallRow> parcel = parcel(handle, behind, to.getEpochSecond());
            while (!parcel.isEmpty()) {
                CallRow last = parcel.get(parcel.size() - 1);
                Place end = new Place(last.arrived, last.linkedId);
                whole(handle, parcel, behind, end).forEach(each);
                behind = end;
                parcel = parcel.size() < PARCEL ? List.of() : parcel(handle, behind, to.getEpochSecond());
            }
            return behind;
        });
    }

    @Override
    public Optional<FinishedCall> byLinkedId(String linkedId) {
        return database.read(handle -> {
            List<CallRow> found = handle.createQuery("""
                            select linked_id, kind, arrived, received, caller_number, dialled_number, outcome, wait_seconds
                            from finished_call
                            where linked_id = :linkedId
                            """)
                    .bind("linkedId", linkedId)
                    .map((row, context) -> CallRow.of(row))
                    .list();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            long arrived = found.get(0).arrived;
            // Just before it, in the order of the parcels: ids are never empty.
            List<FinishedCall> whole = whole(handle, found, new Place(arrived, ""), new Place(arrived, linkedId));
            return Optional.of(whole.get(0));
        });
    }

    @Override
    public List<Duration> recentWaits(QueueName queue, Instant since, int most) {
        return database.read(handle -> handle.createQuery("""
                                select queue_visit.wait_seconds
                                from queue_visit
                                join finished_call on finished_call.linked_id = queue_visit.linked_id
                                where queue_visit.queue = :queue and queue_visit.left_at >= :since
                                    and queue_visit.outcome = :answered and finished_call.kind = :inbound
                                order by queue_visit.left_at desc, queue_visit.linked_id desc
                                limit :most
                                """)
                .bind("queue", queue.value())
                .bind("since", since.getEpochSecond())
                .bind("answered", Outcome.ANSWERED.name())
                .bind("inbound", CallKind.INBOUND.name())
                .bind("most", most)
                .mapTo(Long.class)
                .map(Duration::ofSeconds)
                .list());
    }

    @Override
    public List<PastCall> latestWith(String number, int most) {
        return database.read(handle -> handle.createQuery("""
                                select linked_id, arrived, outcome,
                                    (select queue from queue_visit where queue_visit.linked_id = finished_call.linked_id
                                        order by place desc limit 1) as queue,
                                    (select consultant from conversation
                                        where conversation.linked_id = finished_call.linked_id
                                        order by place desc limit 1) as consultant
                                from finished_call
                                where caller_number = :number
                                order by arrived desc, linked_id desc
                                limit :most
                                """)
                .bind("number", number)
                .bind("most", most)
                .map((row, context) -> new PastCall(
                        row.getString("linked_id"),
                        Instant.ofEpochSecond(row.getLong("arrived")),
                        Outcome.valueOf(row.getString("outcome")),
                        Optional.ofNullable(row.getString("queue")).map(QueueName::new),
                        Optional.ofNullable(row.getString("consultant"))))
                .list());
    }

    /** A place in the order of calls: behind the call of this arrival and linked id. */
    private record Place(long arrived, String linkedId) {}

    /** A row of {@code finished_call}. */
    private record CallRow(
            String linkedId,
            CallKind kind,
            long arrived,
            boolean received,
            Optional<String> callerNumber,
            Optional<String> dialledNumber,
            Outcome outcome,
            long waitSeconds) {

        static CallRow of(ResultSet row) throws SQLException {
            return new CallRow(
                    row.getString("linked_id"),
                    CallKind.valueOf(row.getString("kind")),
                    row.getLong("arrived"),
                    row.getInt("received") == 1,
                    Optional.ofNullable(row.getString("caller_number")),
                    Optional.ofNullable(row.getString("dialled_number")),
                    Outcome.valueOf(row.getString("outcome")),
                    row.getLong("wait_seconds"));
        }

        FinishedCall with(List<QueueVisit> visits, List<Conversation> conversations, List<Offer> offers) {
            return new FinishedCall(
                    linkedId,
                    kind,
                    Instant.ofEpochSecond(arrived),
                    received,
                    callerNumber,
                    dialledNumber,
                    outcome,
                    Duration.ofSeconds(waitSeconds),
                    visits,
                    conversations,
                    offers);
        }
    }

    private static List<CallRow> parcel(Handle handle, Place behind, long to) {
        return handle.createQuery("""
                        select linked_id, kind, arrived, received, caller_number, dialled_number, outcome, wait_seconds
                        from finished_call
                        where (arrived, linked_id) > (:arrived, :linkedId) and arrived < :to
                        order by arrived, linked_id
                        limit :parcel
                        """)
                .bind("arrived", behind.arrived)
                .bind("linkedId", behind.linkedId)
                .bind("to", to)
                .bind("parcel", PARCEL)
                .map((row, context) -> CallRow.of(row))
                .list();
    }

    private static List<FinishedCall> whole(Handle handle, List<CallRow> calls, Place behind, Place end) {
        Map<String, List<QueueVisit>> visits =
                of(parts(handle, "queue_visit", behind, end), DatabaseFinishedCalls::visit);
        Map<String, List<Conversation>> conversations =
                of(parts(handle, "conversation", behind, end), DatabaseFinishedCalls::conversation);
        Map<String, List<Offer>> offers = of(parts(handle, "call_offer", behind, end), DatabaseFinishedCalls::offer);
        List<FinishedCall> whole = new ArrayList<>(calls.size());
        for (CallRow call : calls) {
            whole.add(call.with(
                    visits.getOrDefault(call.linkedId, List.of()),
                    conversations.getOrDefault(call.linkedId, List.of()),
                    offers.getOrDefault(call.linkedId, List.of())));
        }
        return whole;
    }

    /** The rows of one of our three tables that belong to the calls of a parcel. */
    private static Query parts(Handle handle, String table, Place behind, Place end) {
        return handle.createQuery("select part.* from finished_call join " + table + """
                         part on part.linked_id = finished_call.linked_id
                        where (finished_call.arrived, finished_call.linked_id) > (:arrived, :linkedId)
                            and (finished_call.arrived, finished_call.linked_id) <= (:lastArrived, :lastLinkedId)
                        order by part.linked_id, part.place
                        """)
                .bind("arrived", behind.arrived)
                .bind("linkedId", behind.linkedId)
                .bind("lastArrived", end.arrived)
                .bind("lastLinkedId", end.linkedId);
    }

    /** Reads one part of a call from its row. */
    private interface PartReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A part with the call it belongs to. */
    private record Part<T>(String linkedId, T part) {}

    private static <T> Map<String, List<T>> of(Query query, PartReader<T> reader) {
        return query.map((row, context) -> new Part<>(row.getString("linked_id"), reader.read(row))).list().stream()
                .collect(Collectors.groupingBy(Part::linkedId, Collectors.mapping(Part::part, Collectors.toList())));
    }

    private static QueueVisit visit(ResultSet row) throws SQLException {
        return new QueueVisit(
                new QueueName(row.getString("queue")),
                Instant.ofEpochSecond(row.getLong("joined")),
                Duration.ofSeconds(row.getLong("wait_seconds")),
                Outcome.valueOf(row.getString("outcome")));
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        long talk = row.getLong("talk_seconds");
        Optional<Duration> talkTime = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(talk));
        return new Conversation(
                Optional.ofNullable(row.getString("queue")).map(QueueName::new),
                row.getString("consultant"),
                row.getString("call_id"),
                Optional.ofNullable(row.getString("leg_id")),
                Instant.ofEpochSecond(row.getLong("began")),
                talkTime,
                Conversation.EndedBy.valueOf(row.getString("ended_by")));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString("consultant"),
                new QueueName(row.getString("queue")),
                Instant.ofEpochSecond(row.getLong("ended")),
                Duration.ofMillis(row.getLong("ring_milliseconds")),
                Offer.Response.valueOf(row.getString("response")));
    }
}
