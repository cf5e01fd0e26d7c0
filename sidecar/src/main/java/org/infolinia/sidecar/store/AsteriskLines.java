package org.infolinia.sidecar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infolinia.hotline.line.Lines;
import org.infolinia.hotline.people.LoginName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * {@link Lines} in an SQLite file of their own, which Asterisk reads as its realtime configuration: the views {@code
 * ps_endpoints}, {@code ps_auths} and {@code ps_aors} have the columns of its own names, a row a consultant. The endpoint
 * is {@code desk_NAME}.
 *
 * <p>Endpoints stay when their line is taken away: a queue's member would otherwise be of no kind that Asterisk knows.
 * Their secret is then one that nobody has been told.
 */
public final class AsteriskLines implements Lines {

    private static final int BUSY_TIMEOUT_MILLISECONDS = 5000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path place;
    private final Jdbi file;
    private final String codecs;

    /** As the file has it, which nobody else writes; asked for each second. */
    private @Nullable Map<LoginName, String> held;

    /**
     * @param file   in a folder that we write and Asterisk's group reads
     * @param codecs as Asterisk names them, the preferred first
     */
    public AsteriskLines(Path file, List<String> codecs) {
        this.place = file;
        SQLiteConfig config = new SQLiteConfig();
        // Not WAL: whoever reads such a file has to write beside it.
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLISECONDS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        this.file = Jdbi.create(source);
        this.codecs = String.join(",", codecs);
    }

    /** Makes the file, or brings it to what this program writes; to be called before Asterisk starts, for it opens it then. */
    public void prepare() {
        makeForGroupAlone();
        file.useTransaction(handle -> {
            handle.execute("""
                    create table if not exists line (
                      consultant  text not null primary key,
                      session_key text not null,
                      secret      text not null,
                      listens_in  integer not null default 0)
                    """);
            if (!columns(handle).contains("listens_in")) {
                handle.execute("alter table line add column listens_in integer not null default 0");
            }
            // A browser goes on sending its sound, which is silence then, while the other side is on hold.
            view(handle, "ps_endpoints", """
                    select 'desk_' || consultant as id,
                      case listens_in when 1 then 'infolinia-lead' else 'infolinia-consultant' end as context,
                      'desk_' || consultant as auth, 'desk_' || consultant as aors,
                      'all' as disallow, '%s' as allow, 'yes' as webrtc, 'no' as direct_media, 'rfc4733' as dtmf_mode,
                      'yes' as rewrite_contact, 'yes' as rtp_symmetric, 'yes' as force_rport,
                      'auth_username,username' as identify_by, '6' as rtp_timeout, '20' as rtp_timeout_hold,
                      'infolinia' as moh_suggest,
                      'TRANSFER_CONTEXT=infolinia-transfer' as set_var
                    from line
                    """.formatted(codecs));
            view(handle, "ps_auths", """
                    select 'desk_' || consultant as id, 'userpass' as auth_type, 'desk_' || consultant as username,
                      secret as password
                    from line
                    """);
            // A browser that is gone without a word is no longer offered calls after 20 seconds.
            view(handle, "ps_aors", """
                    select 'desk_' || consultant as id, '1' as max_contacts, 'yes' as remove_existing,
                      '30' as minimum_expiration, '180' as maximum_expiration, '120' as default_expiration,
                      '15' as qualify_frequency, '5' as qualify_timeout
                    from line
                    """);
        });
    }

    private static List<String> columns(Handle handle) {
        return handle.createQuery("select name from pragma_table_info('line')")
                .mapTo(String.class)
                .list();
    }

    /** SQLite's journal beside it is made with the same permissions. */
    private void makeForGroupAlone() {
        Set<PosixFilePermission> group = PosixFilePermissions.fromString("rw-r-----");
        try {
            if (Files.notExists(place)) {
                Files.createFile(place, PosixFilePermissions.asFileAttribute(group));
            }
            Files.setPosixFilePermissions(place, group);
        } catch (IOException e) {
            throw new UncheckedIOException("making the file of the browsers' lines, " + place, e);
        }
    }

    private static void view(Handle handle, String name, String query) {
        handle.execute("drop view if exists " + name);
        handle.execute("create view " + name + " as " + query);
    }

    @Override
    public Optional<String> holder(LoginName consultant) {
        return Optional.ofNullable(held().get(consultant));
    }

    @Override
    public synchronized void give(LoginName consultant, String session, String secret, boolean listensIn) {
        held = null;
        file.useHandle(handle -> handle.createUpdate("""
                insert into line (consultant, session_key, secret, listens_in)
                values (:consultant, :session, :secret, :listensIn)
                on conflict (consultant) do update set session_key = excluded.session_key, secret = excluded.secret,
                  listens_in = excluded.listens_in
                """)
                .bind("consultant", consultant.value())
                .bind("session", session)
                .bind("secret", secret)
                .bind("listensIn", listensIn ? 1 : 0)
                .execute());
    }

    @Override
    public synchronized void take(LoginName consultant, String session) {
        byte[] untold = new byte[32];
        RANDOM.nextBytes(untold);
        held = null;
        file.useHandle(handle -> handle.createUpdate("""
                update line set session_key = '', secret = :secret, listens_in = 0
                where consultant = :consultant and session_key = :session
                """)
                .bind("consultant", consultant.value())
                .bind("session", session)
                .bind("secret", Base64.getUrlEncoder().withoutPadding().encodeToString(untold))
                .execute());
    }

    @Override
    public synchronized Map<LoginName, String> held() {
        Map<LoginName, String> known = held;
        if (known == null) {
            known = file.withHandle(handle -> handle
                    .createQuery("select consultant, session_key from line where session_key <> ''")
                    .map((row, context) -> Map.entry(new LoginName(row.getString(1)), row.getString(2)))
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
            held = known;
        }
        return known;
    }
}
