package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.infolinia.hotline.people.LoginName;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines as Asterisk reads them. */
final class AsteriskLinesTest {

    private static final LoginName ANNA = new LoginName("anna");

    @TempDir
    private Path folder;

    private AsteriskLines lines;

    @BeforeEach
    void prepare() {
        lines = new AsteriskLines(folder.resolve("lines.db"), List.of("opus", "alaw"));
        lines.prepare();
    }

    @Test
    void aLineThatIsGivenIsAnEndpointWithItsSecret() {
        lines.give(ANNA, "session one", "secret-one", false);

        assertThat(asterisk("select * from ps_auths"))
                .containsExactly(Map.of(
                        "id", "desk_anna", "auth_type", "userpass", "username", "desk_anna", "password", "secret-one"));
        assertThat(asterisk("select id, context, aors, auth, allow, webrtc, set_var from ps_endpoints"))
                .containsExactly(Map.of(
                        "id",
                        "desk_anna",
                        "context",
                        "infolinia-consultant",
                        "aors",
                        "desk_anna",
                        "auth",
                        "desk_anna",
                        "allow",
                        "opus,alaw",
                        "webrtc",
                        "yes",
                        "set_var",
                        "TRANSFER_CONTEXT=infolinia-transfer"));
        assertThat(asterisk("select id, max_contacts, remove_existing from ps_aors"))
                .containsExactly(Map.of("id", "desk_anna", "max_contacts", "1", "remove_existing", "yes"));
        assertThat(lines.held()).containsExactly(Map.entry(ANNA, "session one"));
    }

    @Test
    void aLineGivenToAnotherSessionIsNoLongerTheFirstOnes() {
        lines.give(ANNA, "session one", "secret-one", false);
        lines.give(ANNA, "session two", "secret-two", false);

        assertThat(asterisk("select password from ps_auths")).containsExactly(Map.of("password", "secret-two"));
        assertThat(lines.holder(ANNA)).contains("session two");
        lines.take(ANNA, "session one");
        assertThat(lines.holder(ANNA)).contains("session two");
    }

    @Test
    void aLeadsLineMayListenInUntilItIsTakenAway() {
        lines.give(ANNA, "session one", "secret-one", true);
        assertThat(asterisk("select context from ps_endpoints")).containsExactly(Map.of("context", "infolinia-lead"));

        lines.take(ANNA, "session one");
        assertThat(asterisk("select context from ps_endpoints"))
                .containsExactly(Map.of("context", "infolinia-consultant"));
    }

    @Test
    void aFileOfAnOlderProgramIsBroughtUpToDate() throws Exception {
        Files.delete(folder.resolve("lines.db"));
        Jdbi.create("jdbc:sqlite:" + folder.resolve("lines.db")).useHandle(handle -> {
            handle.execute("create table line (consultant text not null primary key, session_key text not null,"
                    + " secret text not null)");
            handle.execute("insert into line values ('anna', 'session one', 'secret-one')");
        });

        lines.prepare();

        assertThat(lines.holder(ANNA)).contains("session one");
        assertThat(asterisk("select context from ps_endpoints"))
                .containsExactly(Map.of("context", "infolinia-consultant"));
    }

    @Test
    void aLineTakenAwayStaysAnEndpointWhoseSecretNobodyKnows() {
        lines.give(ANNA, "session one", "secret-one", false);
        lines.take(ANNA, "session one");

        assertThat(lines.holder(ANNA)).isEmpty();
        assertThat(lines.held()).isEmpty();
        assertThat(asterisk("select id from ps_endpoints")).containsExactly(Map.of("id", "desk_anna"));
        assertThat(asterisk("select password from ps_auths"))
                .singleElement()
                .satisfies(row -> assertThat(String.valueOf(row.get("password")))
                        .hasSize(43)
                        .isNotEqualTo("secret-one"));
    }

    @Test
    void preparedAgainItKeepsItsLinesAndIsForTheGroupAlone() throws Exception {
        lines.give(ANNA, "session one", "secret-one", false);
        new AsteriskLines(folder.resolve("lines.db"), List.of("alaw")).prepare();

        assertThat(lines.holder(ANNA)).contains("session one");
        assertThat(asterisk("select allow from ps_endpoints")).containsExactly(Map.of("allow", "alaw"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("lines.db")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        // No log beside it, which a reader without the right to write could not open.
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("lines.db"));
        }
    }

    private List<Map<String, Object>> asterisk(String query) {
        return Jdbi.create("jdbc:sqlite:" + folder.resolve("lines.db"))
                .withHandle(handle -> handle.createQuery(query).mapToMap().list());
    }
}
