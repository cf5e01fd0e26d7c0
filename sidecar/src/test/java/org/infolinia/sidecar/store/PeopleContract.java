package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.FailedSignIns.Failures;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores of accounts, sessions, failures and the audit log promise, whatever the database. */
abstract class PeopleContract {

    private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");
    private static final LoginName ANNA = new LoginName("anna");
    private static final LoginName EWA = new LoginName("ewa");

    private Database database;
    private DatabaseAccounts accounts;
    private DatabaseSessions sessions;
    private DatabaseFailedSignIns failed;
    private DatabaseAuditLog audit;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        database = Database.open(freshDatabase());
        accounts = new DatabaseAccounts(() -> database);
        sessions = new DatabaseSessions(() -> database);
        failed = new DatabaseFailedSignIns(() -> database);
        audit = new DatabaseAuditLog(() -> database);
        accounts.add(account(EWA, "Ewa Żółć", Role.LEAD), entry("account.added", "ewa", 0));
        accounts.add(account(ANNA, "Anna", Role.CONSULTANT), entry("account.added", "anna", 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void accountsComeByNameWithAllThatWasKept() {
        assertThat(accounts.all())
                .containsExactly(account(ANNA, "Anna", Role.CONSULTANT), account(EWA, "Ewa Żółć", Role.LEAD));
        assertThat(accounts.find(EWA)).contains(account(EWA, "Ewa Żółć", Role.LEAD));
        assertThat(accounts.find(new LoginName("ktos"))).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsNotAddedNorToldOf() {
        assertThat(accounts.add(account(ANNA, "Another", Role.LEAD), entry("account.added", "anna", 2)))
                .isFalse();

        assertThat(accounts.find(ANNA)).contains(account(ANNA, "Anna", Role.CONSULTANT));
        assertThat(audit.latest(10, 0)).hasSize(2);
    }

    @Test
    void anotherPasswordEndsAllSessionsButTheOneThatAsked() {
        sessions.begin("one", ANNA, NOON);
        sessions.begin("two", ANNA, NOON);
        sessions.begin("ewas", EWA, NOON);

        assertThat(accounts.password(ANNA, "new", false, Optional.of("two"), entry("account.password", "anna", 2)))
                .isTrue();

        assertThat(sessions.find("one")).isEmpty();
        assertThat(sessions.find("two")).isPresent();
        assertThat(sessions.find("ewas")).isPresent();
        assertThat(accounts.find(ANNA)).contains(new Account(ANNA, "Anna", Role.CONSULTANT, "new", false, false));
        assertThat(accounts.password(
                        new LoginName("ktos"), "x", true, Optional.empty(), entry("account.password", "ktos", 3)))
                .isFalse();
    }

    @Test
    void anotherNameLeavesSessionsAnotherRoleEndsThem() {
        sessions.begin("one", ANNA, NOON);

        accounts.change(ANNA, "Anna Nowa", Role.CONSULTANT, false, entry("account.changed", "anna", 2));
        assertThat(sessions.find("one").orElseThrow().account().name()).isEqualTo("Anna Nowa");

        accounts.change(ANNA, "Anna Nowa", Role.LEAD, false, entry("account.changed", "anna", 3));
        assertThat(sessions.find("one")).isEmpty();
    }

    @Test
    void whoIsDisabledHasNoSession() {
        sessions.begin("one", ANNA, NOON);

        accounts.change(ANNA, "Anna", Role.CONSULTANT, true, entry("account.changed", "anna", 2));
        sessions.begin("two", ANNA, NOON);

        assertThat(sessions.find("one")).isEmpty();
        assertThat(sessions.find("two")).isEmpty();
    }

    @Test
    void sessionsEndOneByOneAndByTime() {
        sessions.begin("one", ANNA, NOON);
        sessions.begin("two", ANNA, NOON);
        sessions.begin("old", EWA, NOON.minus(Duration.ofHours(13)));
        sessions.begin("idle", EWA, NOON.minus(Duration.ofHours(2)));
        sessions.begin("used", EWA, NOON.minus(Duration.ofHours(2)));
        sessions.seen("used", NOON);

        sessions.end("one");
        sessions.forget(NOON.minus(Duration.ofHours(12)), NOON.minus(Duration.ofHours(1)));

        assertThat(sessions.find("one")).isEmpty();
        assertThat(sessions.find("old")).isEmpty();
        assertThat(sessions.find("idle")).isEmpty();
        assertThat(sessions.find("used").orElseThrow().lastSeen()).isEqualTo(NOON);
    }

    @Test
    void failuresAreCountedUntilTheyAreClearedOrForgotten() {
        failed.add("account anna", NOON);
        failed.add("account anna", NOON.plusSeconds(5));
        failed.add("address 10.0.0.7", NOON);

        assertThat(failed.of("account anna")).contains(new Failures(2, NOON.plusSeconds(5)));
        failed.clear("account anna");
        assertThat(failed.of("account anna")).isEmpty();
        failed.forget(NOON.plusSeconds(1));
        assertThat(failed.of("address 10.0.0.7")).isEmpty();
    }

    @Test
    void theAuditLogHasTheNewestFirstAndIsReadInPages() {
        audit.append(new AuditEntry(NOON.plusMillis(7), "ewa", "sign-in", "ewa", "from 10.0.0.7"));

        assertThat(audit.latest(2, 0))
                .containsExactly(
                        new AuditEntry(NOON.plusMillis(7), "ewa", "sign-in", "ewa", "from 10.0.0.7"),
                        entry("account.added", "anna", 1));
        assertThat(audit.latest(2, 2)).containsExactly(entry("account.added", "ewa", 0));
    }

    private static Account account(LoginName login, String name, Role role) {
        return new Account(login, name, role, "$argon2id$", true, false);
    }

    private static AuditEntry entry(String what, String on, int millis) {
        return new AuditEntry(NOON.plusMillis(millis), "(command line)", what, on, "");
    }
}
