package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.signin.Passwords;
import org.infolinia.sidecar.store.DatabaseAccounts;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.infolinia.sidecar.store.DatabaseSecondFactors;
import org.infolinia.sidecar.store.DatabaseSessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code user} as the box's administrator meets it. */
final class UserCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-25T11:00:00Z");
    private static final LoginName ANNA = new LoginName("anna");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path system = Path.of("/nowhere");

    @BeforeEach
    void box() throws Exception {
        system = box("jdbc:sqlite:" + folder.resolve("infolinia.db"));
    }

    private Path box(String url) throws Exception {
        return Files.writeString(folder.resolve("system.xml"), """
                <system xmlns="https://infolinia.org/system">
                  <hotline file="/nowhere"/>
                  <database url="%s"/>
                  <public port="1"/>
                  <staff port="1"/>
                  <agi port="1"/>
                  <asterisk generated="/nowhere" sounds="/nowhere" recordings="/nowhere" logs="/nowhere"/>
                </system>
                """.formatted(url));
    }

    @Test
    void whoIsAddedHasAFirstPasswordAndALineInTheAuditLog() {
        assertThat(run("add", "anna", "--role", "consultant", "--name", "Anna Żółć"))
                .isZero();

        Matcher given = Pattern.compile("first password of anna: (\\S+)\\R").matcher(out.toString());
        assertThat(given.matches()).isTrue();
        Account anna = kept(database -> new DatabaseAccounts(() -> database).find(ANNA))
                .orElseThrow();
        assertThat(anna.name()).isEqualTo("Anna Żółć");
        assertThat(anna.role()).isEqualTo(Role.CONSULTANT);
        assertThat(anna.firstPassword()).isTrue();
        assertThat(new Passwords().fits(given.group(1), Optional.of(anna.passwordHash())))
                .isTrue();
        assertThat(this.<List<AuditEntry>>kept(database -> new DatabaseAuditLog(() -> database).latest(10, 0)))
                .containsExactly(new AuditEntry(NOW, "(command line)", "account.added", "anna", "consultant"));
    }

    @Test
    void aNameThatIsTakenIsFoundWrong() {
        run("add", "anna", "--role", "consultant", "--name", "Anna");

        assertThat(run("add", "anna", "--role", "lead", "--name", "Another")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        String.format("infolinia: the name anna is taken: reset gives its account another password%n"));
    }

    @Test
    void resetGivesAnotherPasswordTakesTheSecondFactorAwayAndEndsSessions() {
        run("add", "anna", "--role", "consultant", "--name", "Anna");
        String before = kept(database -> {
            new DatabaseSessions(() -> database).begin("one", ANNA, false, NOW);
            new DatabaseSecondFactors(() -> database)
                    .set(ANNA, "SECRET", 1, List.of("a"), "one", new AuditEntry(NOW, "anna", "x", "anna", ""));
            return new DatabaseAccounts(() -> database).find(ANNA).orElseThrow().passwordHash();
        });

        assertThat(run("reset", "anna")).isZero();

        kept(database -> {
            assertThat(new DatabaseAccounts(() -> database)
                            .find(ANNA)
                            .orElseThrow()
                            .passwordHash())
                    .isNotEqualTo(before);
            assertThat(new DatabaseSessions(() -> database).find("one")).isEmpty();
            assertThat(new DatabaseSecondFactors(() -> database).secret(ANNA)).isEmpty();
            assertThat(new DatabaseAuditLog(() -> database).latest(10, 0))
                    .extracting(AuditEntry::what)
                    .contains("second-factor.removed", "account.password");
            return true;
        });
        assertThat(run("reset", "nikt")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no account nikt; list shows those that there are");
    }

    @Test
    void whoIsDisabledIsListedSoUntilTheyMaySignInAgain() {
        run("add", "anna", "--role", "consultant", "--name", "Anna");

        assertThat(run("disable", "anna")).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains("anna may not sign in any more")
                .containsPattern("anna +consultant +disabled");

        assertThat(run("disable", "anna", "--again")).isZero();
        assertThat(kept(database -> new DatabaseAccounts(() -> database).find(ANNA))
                        .orElseThrow()
                        .disabled())
                .isFalse();
        assertThat(run("disable", "nikt")).isEqualTo(1);
    }

    @Test
    void whoIsDisabledAndStillInHotlineXmlIsToldWithTheLine() throws Exception {
        Path hotline = folder.resolve("hotline.xml");
        Files.writeString(system, Files.readString(system).replace("file=\"/nowhere\"", "file=\"" + hotline + "\""));
        run("add", "anna", "--role", "consultant", "--name", "Anna");
        run("add", "bartosz", "--role", "consultant", "--name", "Bartosz");
        String text = Files.readString(Path.of("../dialplan/hotline.xml"));
        int line = (int) text.substring(0, text.indexOf("</queues>")).lines().count() + 1;
        Files.writeString(
                hotline,
                text.replace("</queues>", "</queues><consultants>\n<consultant name=\"anna\"/></consultants>"));

        assertThat(run("disable", "anna")).isZero();
        assertThat(out.toString()).endsWith(String.format("""
                        anna may not sign in any more
                        an entry of anna is left in %s, line %d: their telephone can still sign in to the queues by it. \
                        To take it out: on the page of people, "Queues and languages" of anna, or that element in the file
                        """, hotline, line));

        assertThat(run("disable", "anna", "--again")).isZero();
        assertThat(run("disable", "bartosz")).isZero();
        assertThat(out.toString()).endsWith("anna may sign in again\nbartosz may not sign in any more\n");

        Files.writeString(hotline, "<hotline/>");
        assertThat(run("disable", "anna")).isZero();
        assertThat(out.toString())
                .endsWith("whether " + hotline
                        + " has an entry of anna cannot be told, since the file is refused: ivr check" + " says why\n");
    }

    @Test
    void whatIsNoNameOrNoRoleIsWrongUse() {
        assertThat(run("add", "Anna Żółć", "--role", "lead", "--name", "Anna")).isEqualTo(2);
        assertThat(run("add", "anna", "--role", "boss", "--name", "Anna")).isEqualTo(2);
        assertThat(run("add", "anna", "--role", "lead", "--name", " ")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no role \"boss\"; the roles are consultant, lead, coordinator");
    }

    @Test
    void aDatabaseThatIsAwayIsOneSentenceForEachTool() throws Exception {
        box("jdbc:sqlite:/nowhere/at/all.db");

        assertThat(run("list")).isEqualTo(1);
        assertThat(run("reset", "anna")).isEqualTo(1);
        assertThat(run("disable", "anna")).isEqualTo(1);
        assertThat(run("add", "anna", "--role", "lead", "--name", "Anna")).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(4)
                .allMatch(line -> line.contains("/nowhere/at/all.db") && !line.contains("Exception"));
    }

    @Test
    void aDemonstrationsFirstPasswordsAreInFilesForOurUserAlone() throws Exception {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));

        assertThat(run("demonstrate", "--secrets", secrets.toString())).isZero();
        assertThat(run("demonstrate", "--secrets", secrets.toString())).isZero();

        assertThat(this.<List<Account>>kept(database -> new DatabaseAccounts(() -> database).all()))
                .hasSize(9);
        Path annas = secrets.resolve("desk-anna");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(annas)))
                .isEqualTo("rw-------");
        String hash = kept(database -> new DatabaseAccounts(() -> database).find(ANNA))
                .orElseThrow()
                .passwordHash();
        assertThat(new Passwords().fits(Files.readString(annas).strip(), Optional.of(hash)))
                .isTrue();
    }

    private <T> T kept(Function<Database, T> question) {
        try (Database database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")))) {
            return question.apply(database);
        }
    }

    private int run(String command, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "user";
        all[1] = command;
        all[2] = "--system";
        all[3] = system.toString();
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return Infolinia.commandLine(Clock.fixed(NOW, ZoneOffset.UTC))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
