package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.cases.Case;
import org.infolinia.hotline.cases.CaseChange;
import org.infolinia.hotline.cases.CaseContact;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.CaseLine;
import org.infolinia.hotline.cases.CaseNumber;
import org.infolinia.hotline.cases.CaseSearch;
import org.infolinia.hotline.cases.Cases;
import org.infolinia.hotline.cases.SearchWords;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * {@link Cases} in the tables {@code client_case}, {@code case_contact}, {@code case_change}, {@code case_word}; the
 * calls that are over are read from {@code finished_call}.
 */
public final class DatabaseCases implements Cases {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseCases(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public Case open(Opening opening) {
        return database.get().write(handle -> {
            Case opened = ofKey(handle, opening.key()).orElseGet(() -> made(handle, opening));
            opening.contact().ifPresent(contact -> join(handle, opened.number(), contact, opening.who(), opening.at()));
            return opened;
        });
    }

    private static Case made(Handle handle, Opening opening) {
        CaseNumber number = new CaseNumber(opening.year(), nextSerial(handle, opening.year()));
        Case made = new Case(number, 1, opening.at(), opening.who(), opening.at(), opening.fields());
        if (insert(handle, made, opening.key()) == 0) {
            // Sent twice at the same moment, and the other one was first.
            return ofKey(handle, opening.key()).orElseThrow();
        }
        CaseWords.rewrite(handle, number, made.fields());
        return made;
    }

    private static int nextSerial(Handle handle, int year) {
        handle.createUpdate("""
                insert into case_serial (year, latest) values (:year, 1)
                on conflict (year) do update set latest = case_serial.latest + 1
                """).bind("year", year).execute();
        return handle.createQuery("select latest from case_serial where year = :year")
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
    }

    private static int insert(Handle handle, Case made, String key) {
        return bound(handle.createUpdate("""
                insert into client_case (number, version, opened, opened_by, changed, sender_key, caller_number,
                    caller_key, name, email, category, outcome, notes, assignee, follow_up, state)
                values (:number, :version, :opened, :who, :changed, :key, :caller_number,
                    :caller_key, :name, :email, :category, :outcome, :notes, :assignee, :follow_up, :state)
                on conflict (sender_key) do nothing
                """), made)
                .bind("opened", made.opened().toEpochMilli())
                .bind("who", made.openedBy())
                .bind("key", key)
                .execute();
    }

    private static Update bound(Update update, Case one) {
        for (CaseField field : CaseField.values()) {
            update.bind(CaseRows.column(field), one.get(field));
        }
        return update.bind("number", one.number().toString())
                .bind("version", one.version())
                .bind("changed", one.changed().toEpochMilli())
                .bind("caller_key", SearchWords.callerKey(one.get(CaseField.NUMBER)));
    }

    @Override
    public Optional<Case> find(CaseNumber number) {
        return database.get().read(handle -> found(handle, number));
    }

    private static Optional<Case> found(Handle handle, CaseNumber number) {
        return handle.createQuery("select * from client_case where number = :number")
                .bind("number", number.toString())
                .map((row, context) -> CaseRows.whole(row))
                .findOne();
    }

    private static Optional<Case> ofKey(Handle handle, String key) {
        return handle.createQuery("select * from client_case where sender_key = :key")
                .bind("key", key)
                .map((row, context) -> CaseRows.whole(row))
                .findOne();
    }

    @Override
    public Optional<Saved> save(CaseNumber number, long seen, Map<CaseField, String> fields, String who, Instant at) {
        return database.get()
                .write(handle -> found(handle, number).map(before -> save(handle, before, seen, fields, who, at)));
    }

    private static Saved save(
            Handle handle, Case before, long seen, Map<CaseField, String> fields, String who, Instant at) {
        Map<CaseField, String> all = new EnumMap<>(before.fields());
        all.putAll(fields);
        if (before.version() != seen) {
            return new Saved(false, before);
        }
        if (all.equals(before.fields())) {
            return new Saved(true, before);
        }
        Case after = new Case(before.number(), seen + 1, before.opened(), before.openedBy(), at, all);
        int changed = bound(handle.createUpdate("""
                update client_case set version = :version, changed = :changed, caller_number = :caller_number,
                    caller_key = :caller_key, name = :name, email = :email, category = :category, outcome = :outcome,
                    notes = :notes, assignee = :assignee, follow_up = :follow_up, state = :state
                where number = :number and version = :seen
                """), after).bind("seen", seen).execute();
        if (changed == 0) {
            // Somebody else was faster by a moment.
            return new Saved(false, found(handle, before.number()).orElseThrow());
        }
        for (CaseField field : CaseField.values()) {
            if (!before.get(field).equals(after.get(field))) {
                CaseHistory.add(
                        handle,
                        before.number(),
                        new CaseChange(at, who, field.word(), before.get(field), after.get(field)));
            }
        }
        if (CaseWords.differ(before, after)) {
            CaseWords.rewrite(handle, before.number(), all);
        }
        return new Saved(true, after);
    }

    @Override
    public boolean join(CaseNumber number, CaseContact.Key contact, String who, Instant at) {
        return database.get().write(handle -> {
            boolean known = found(handle, number).isPresent();
            if (known) {
                join(handle, number, contact, who, at);
            }
            return known;
        });
    }

    private static void join(Handle handle, CaseNumber number, CaseContact.Key contact, String who, Instant at) {
        Optional<CaseNumber> before = ofContact(handle, contact).map(Case::number);
        if (before.filter(number::equals).isPresent()) {
            return;
        }
        point(handle, number, contact, who, at);
        before.ifPresent(other -> {
            CaseChange moved = new CaseChange(at, who, CaseChange.CONTACT, other.toString(), number.toString());
            CaseHistory.add(handle, other, moved);
            CaseHistory.add(handle, number, moved);
        });
    }

    private static void point(Handle handle, CaseNumber number, CaseContact.Key contact, String who, Instant at) {
        handle.createUpdate("""
                insert into case_contact (channel, reference, case_number, joined, who)
                values (:channel, :reference, :number, :at, :who)
                on conflict (channel, reference) do update
                    set case_number = excluded.case_number, joined = excluded.joined, who = excluded.who
                """)
                .bind("channel", contact.channel().name())
                .bind("reference", contact.reference())
                .bind("number", number.toString())
                .bind("at", at.toEpochMilli())
                .bind("who", who)
                .execute();
    }

    @Override
    public List<CaseContact> contacts(CaseNumber number, int most) {
        return database.get()
                .read(handle -> handle.createQuery("""
                        select contact.channel, contact.reference, contact.joined, contact.who,
                            finished_call.arrived, finished_call.outcome,
                            (select queue from queue_visit where queue_visit.linked_id = contact.reference
                                order by place desc limit 1) as queue,
                            (select consultant from conversation where conversation.linked_id = contact.reference
                                order by place desc limit 1) as consultant,
                            (select sum(talk_seconds) from conversation
                                where conversation.linked_id = contact.reference) as talk_seconds
                        from case_contact contact
                        left join finished_call
                            on contact.channel = 'CALL' and finished_call.linked_id = contact.reference
                        where contact.case_number = :number
                        order by contact.joined desc, contact.reference desc
                        limit :most
                        """)
                        .bind("number", number.toString())
                        .bind("most", most)
                        .map((row, context) -> CaseRows.contact(row))
                        .list());
    }

    @Override
    public List<CaseChange> changes(CaseNumber number, int most) {
        return database.get()
                .read(handle -> handle.createQuery("select " + CaseRows.CHANGE + """
                         from case_change
                        where case_number = :number
                        order by at desc, id desc
                        limit :most
                        """)
                        .bind("number", number.toString())
                        .bind("most", most)
                        .map((row, context) -> CaseRows.change(row))
                        .list());
    }

    @Override
    public List<CaseLine> openOf(String number, int most) {
        String key = SearchWords.callerKey(number);
        if (key.isEmpty()) {
            return List.of();
        }
        return database.get()
                .read(handle -> handle.createQuery("select " + CaseRows.LINE + """
                         from client_case
                        where caller_key = :key and state = :open
                        order by changed desc
                        limit :most
                        """)
                        .bind("key", key)
                        .bind("open", CaseField.OPEN)
                        .bind("most", most)
                        .map((row, context) -> CaseRows.line(row))
                        .list());
    }

    @Override
    public Optional<Case> ofContact(CaseContact.Key contact) {
        return database.get().read(handle -> ofContact(handle, contact));
    }

    private static Optional<Case> ofContact(Handle handle, CaseContact.Key contact) {
        return handle.createQuery("""
                select client_case.* from case_contact
                join client_case on client_case.number = case_contact.case_number
                where case_contact.channel = :channel and case_contact.reference = :reference
                """)
                .bind("channel", contact.channel().name())
                .bind("reference", contact.reference())
                .map((row, context) -> CaseRows.whole(row))
                .findOne();
    }

    @Override
    public List<CaseLine> search(CaseSearch search, int most, int skip) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        search.state().ifPresent(state -> conditions.add("state = :state"));
        search.assignee().ifPresent(assignee -> conditions.add("assignee = :assignee"));
        search.due().ifPresent(due -> conditions.add("follow_up between '0' and :due"));
        for (int place = 0; place < search.words().size(); place++) {
            conditions.add(CaseWords.condition(place));
        }
        String order = search.due().isPresent() ? "follow_up, number" : "changed desc, number desc";
        String sql = "select " + CaseRows.LINE + " from client_case where " + String.join(" and ", conditions)
                + " order by " + order + " limit :most offset :skip";
        return database.get().read(handle -> {
            Query query = handle.createQuery(sql).bind("most", most).bind("skip", skip);
            search.state().ifPresent(state -> query.bind("state", state));
            search.assignee().ifPresent(assignee -> query.bind("assignee", assignee));
            search.due().ifPresent(due -> query.bind("due", due.toString()));
            for (int place = 0; place < search.words().size(); place++) {
                String beginning = search.words().get(place);
                query.bind("from" + place, beginning).bind("to" + place, CaseWords.last(beginning));
            }
            return query.map((row, context) -> CaseRows.line(row)).list();
        });
    }
}
