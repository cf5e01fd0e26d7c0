package org.infolinia.sidecar.store;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.hotline.cases.CaseChange;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.CaseNumber;
import org.jdbi.v3.core.Handle;

/** Writes the history of cases, within the transaction of what it tells of. */
final class CaseHistory {

    /** What is saved as it is typed: with no longer pause it is one change. */
    private static final Set<String> TYPED = Stream.of(
                    CaseField.NOTES, CaseField.NAME, CaseField.EMAIL, CaseField.NUMBER)
            .map(CaseField::word)
            .collect(Collectors.toSet());

    private static final AtomicLong LATEST = new AtomicLong();

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private CaseHistory() {}

    /** The latest change of a case, as far as it could go on. */
    private record Latest(String id, String was) {}

    static void add(Handle handle, CaseNumber number, CaseChange change) {
        Optional<Latest> latest = goesOn(handle, number, change);
        if (latest.isEmpty()) {
            insert(handle, number, change);
        } else if (latest.get().was().equals(change.became())) {
            handle.createUpdate("delete from case_change where id = :id")
                    .bind("id", latest.get().id())
                    .execute();
        } else {
            handle.createUpdate("update case_change set at = :at, became = :became where id = :id")
                    .bind("id", latest.get().id())
                    .bind("at", change.at().toEpochMilli())
                    .bind("became", change.became())
                    .execute();
        }
    }

    /** The last thing that was done to the case, if it was the same person, the same field, a short while ago. */
    private static Optional<Latest> goesOn(Handle handle, CaseNumber number, CaseChange change) {
        if (!TYPED.contains(change.what())) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        select id, at, who, what, was from case_change
                        where case_number = :number
                        order by at desc, id desc
                        limit 1
                        """)
                .bind("number", number.toString())
                .map((row, context) -> row.getString("who").equals(change.who())
                                && row.getString("what").equals(change.what())
                                && row.getLong("at") + PAUSE.toMillis()
                                        >= change.at().toEpochMilli()
                        ? Optional.of(new Latest(row.getString("id"), row.getString("was")))
                        : Optional.<Latest>empty())
                .findOne()
                .flatMap(found -> found);
    }

    /** Of two changes in one millisecond the later has the greater one. */
    private static String nextId() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return String.format(Locale.ROOT, "%016x", LATEST.incrementAndGet()) + random.substring(0, 16);
    }

    private static void insert(Handle handle, CaseNumber number, CaseChange change) {
        handle.createUpdate("""
                insert into case_change (id, case_number, at, who, what, was, became)
                values (:id, :number, :at, :who, :what, :was, :became)
                """)
                .bind("id", nextId())
                .bind("number", number.toString())
                .bind("at", change.at().toEpochMilli())
                .bind("who", change.who())
                .bind("what", change.what())
                .bind("was", change.was())
                .bind("became", change.became())
                .execute();
    }
}
