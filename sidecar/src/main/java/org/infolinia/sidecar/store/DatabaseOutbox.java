package org.infolinia.sidecar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.EmailAddress;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.LetterState;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;

/** {@link Outbox} in the tables {@code letter}, {@code letter_document} and {@code kept_file}. */
public final class DatabaseOutbox implements Outbox {

    private static final int LONGEST_ANSWER = 500;

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseOutbox(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public boolean enter(Letter letter) {
        return database.get().write(handle -> enter(handle, letter));
    }

    /** Whether there was none about it for that recipient. */
    static boolean enter(Handle handle, Letter letter) {
        int entered = handle.createUpdate("""
                        insert into letter (about, recipient, message_id, subject, body, created, expires, state,
                                            attempts, next_attempt, answer)
                        values (:about, :recipient, :messageId, :subject, :body, :created, :expires, 'WAITING',
                                0, :created, '')
                        on conflict (about, recipient) do nothing
                        """)
                .bind("about", letter.about())
                .bind("recipient", letter.recipient().value())
                .bind("messageId", letter.messageId())
                .bind("subject", letter.subject())
                .bind("body", letter.text())
                .bind("created", letter.created().getEpochSecond())
                .bind("expires", letter.expires().map(Instant::getEpochSecond).orElse(null))
                .execute();
        if (entered == 0) {
            return false;
        }
        for (int place = 0; place < letter.documents().size(); place++) {
            Document document = letter.documents().get(place);
            keep(handle, document);
            handle.createUpdate("""
                            insert into letter_document (about, recipient, place, name, media_type, sha256)
                            values (:about, :recipient, :place, :name, :mediaType, :sha256)
                            """)
                    .bind("about", letter.about())
                    .bind("recipient", letter.recipient().value())
                    .bind("place", place)
                    .bind("name", document.name())
                    .bind("mediaType", document.mediaType())
                    .bind("sha256", document.sha256())
                    .execute();
        }
        return true;
    }

    static void keep(Handle handle, Document document) {
        handle.createUpdate("""
                        insert into kept_file (sha256, content) values (:sha256, :content)
                        on conflict (sha256) do nothing
                        """)
                .bind("sha256", document.sha256())
                .bind("content", document.content())
                .execute();
    }

    @Override
    public Optional<Taken> take(Instant now, Duration lease) {
        // Asked often, and mostly for nothing: a look that writes nothing first.
        if (database.get().read(handle -> due(handle, now)).isEmpty()) {
            return Optional.empty();
        }
        return database.get().write(handle -> {
            handle.createUpdate("""
                            update letter set state = 'EXPIRED', settled = :now
                            where state = 'WAITING' and expires <= :now
                            """).bind("now", now.getEpochSecond()).execute();
            for (Due due : due(handle, now)) {
                if (claim(handle, due, now, lease)) {
                    return Optional.of(letter(handle, due));
                }
            }
            return Optional.empty();
        });
    }

    /** By what a letter is found. */
    private record Due(String about, String recipient) {}

    private static List<Due> due(Handle handle, Instant now) {
        return handle.createQuery("""
                        select about, recipient from letter
                        where state = 'WAITING' and next_attempt <= :now
                              and (claimed_until is null or claimed_until <= :now)
                        order by next_attempt, created, about, recipient
                        limit 20
                        """)
                .bind("now", now.getEpochSecond())
                .map((row, context) -> new Due(row.getString("about"), row.getString("recipient")))
                .list();
    }

    private static boolean claim(Handle handle, Due due, Instant now, Duration lease) {
        return handle.createUpdate("""
                                update letter set claimed_until = :until, attempts = attempts + 1
                                where about = :about and recipient = :recipient and state = 'WAITING'
                                      and (claimed_until is null or claimed_until <= :now)
                                """)
                        .bind("until", now.plus(lease).getEpochSecond())
                        .bind("about", due.about)
                        .bind("recipient", due.recipient)
                        .bind("now", now.getEpochSecond())
                        .execute()
                == 1;
    }

    private static Taken letter(Handle handle, Due due) {
        List<Document> documents = handle.createQuery("""
                        select d.name, d.media_type, f.content
                        from letter_document d join kept_file f on f.sha256 = d.sha256
                        where d.about = :about and d.recipient = :recipient
                        order by d.place
                        """)
                .bind("about", due.about)
                .bind("recipient", due.recipient)
                .map((row, context) ->
                        new Document(row.getString("name"), row.getString("media_type"), row.getBytes("content")))
                .list();
        return handle.createQuery("select * from letter where about = :about and recipient = :recipient")
                .bind("about", due.about)
                .bind("recipient", due.recipient)
                .map((row, context) -> new Taken(
                        new Letter(
                                row.getString("about"),
                                new EmailAddress(row.getString("recipient")),
                                row.getString("message_id"),
                                row.getString("subject"),
                                row.getString("body"),
                                documents,
                                Instant.ofEpochSecond(row.getLong("created")),
                                moment(row, "expires")),
                        row.getInt("attempts")))
                .one();
    }

    @Override
    public void accepted(Letter letter, String answer, Instant now) {
        settle(letter, LetterState.ACCEPTED, answer, now);
    }

    @Override
    public void refused(Letter letter, String answer, Instant now) {
        settle(letter, LetterState.REFUSED, answer, now);
    }

    /** Whatever anybody decided meanwhile, the mail server's word is the last. */
    private void settle(Letter letter, LetterState state, String answer, Instant now) {
        database.get()
                .write(handle -> handle.createUpdate("""
                        update letter set state = :state, answer = :answer, settled = :now, claimed_until = null
                        where about = :about and recipient = :recipient
                        """)
                        .bind("state", state.name())
                        .bind("answer", brief(answer))
                        .bind("now", now.getEpochSecond())
                        .bind("about", letter.about())
                        .bind("recipient", letter.recipient().value())
                        .execute());
    }

    @Override
    public void postponed(Letter letter, String answer, Instant next) {
        database.get()
                .write(handle -> handle.createUpdate("""
                        update letter set answer = :answer, next_attempt = :next, claimed_until = null
                        where about = :about and recipient = :recipient
                        """)
                        .bind("answer", brief(answer))
                        .bind("next", next.getEpochSecond())
                        .bind("about", letter.about())
                        .bind("recipient", letter.recipient().value())
                        .execute());
    }

    private static String brief(String answer) {
        return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER - 1) + "…" : answer;
    }

    @Override
    public List<KeptLetter> about(String about) {
        return database.get()
                .read(handle -> handle.createQuery("select * from letter where about = :about order by recipient")
                        .bind("about", about)
                        .map((row, context) -> kept(row))
                        .list());
    }

    @Override
    public int waiting() {
        return database.get()
                .read(handle -> handle.createQuery("select count(*) from letter where state = 'WAITING'")
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public List<KeptLetter> stuck(Instant since, Instant now) {
        return database.get()
                .read(handle -> handle.createQuery("""
                        select * from letter
                        where (state = 'REFUSED' or state = 'WAITING' and attempts > 0 and created < :since)
                              and (expires is null or expires > :now)
                        order by created, about, recipient
                        limit 100
                        """)
                        .bind("since", since.getEpochSecond())
                        .bind("now", now.getEpochSecond())
                        .map((row, context) -> kept(row))
                        .list());
    }

    static KeptLetter kept(ResultSet row) throws SQLException {
        return new KeptLetter(
                row.getString("about"),
                new EmailAddress(row.getString("recipient")),
                row.getString("subject"),
                Instant.ofEpochSecond(row.getLong("created")),
                LetterState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Instant.ofEpochSecond(row.getLong("next_attempt")),
                row.getString("answer"),
                moment(row, "settled"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }
}
