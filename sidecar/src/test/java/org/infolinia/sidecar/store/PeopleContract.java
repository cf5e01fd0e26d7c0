package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.FailedSignIns.Attempt;
import org.infolinia.hotline.people.FailedSignIns.Counted;
import org.infolinia.hotline.people.FailedSignIns.Failures;
import org.infolinia.hotline.people.FailedSignIns.Since;
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
    private DatabaseSecondFactors factors;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        database = Database.open(freshDatabase());
        accounts = new DatabaseAccounts(() -> database);
        sessions = new DatabaseSessions(() -> database);
        failed = new DatabaseFailedSignIns(() -> database);
        audit = new DatabaseAuditLog(() -> database);
        factors = new DatabaseSecondFactors(() -> database);
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
        sessions.begin("one", ANNA, false, NOON);
        sessions.begin("two", ANNA, false, NOON);
        sessions.begin("ewas", EWA, false, NOON);

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
        sessions.begin("one", ANNA, false, NOON);

        accounts.change(
                account(ANNA, "Anna", Role.CONSULTANT),
                "Anna Nowa",
                Role.CONSULTANT,
                false,
                entry("account.changed", "anna", 2));
        assertThat(sessions.find("one").orElseThrow().account().name()).isEqualTo("Anna Nowa");

        accounts.change(
                account(ANNA, "Anna Nowa", Role.CONSULTANT),
                "Anna Nowa",
                Role.LEAD,
                false,
                entry("account.changed", "anna", 3));
        assertThat(sessions.find("one")).isEmpty();
    }

    @Test
    void whoIsDisabledHasNoSession() {
        sessions.begin("one", ANNA, false, NOON);

        accounts.change(
                account(ANNA, "Anna", Role.CONSULTANT),
                "Anna",
                Role.CONSULTANT,
                true,
                entry("account.changed", "anna", 2));
        sessions.begin("two", ANNA, false, NOON);

        assertThat(sessions.find("one")).isEmpty();
        assertThat(sessions.find("two")).isEmpty();
    }

    @Test
    void sessionsEndOneByOneAndByTime() {
        sessions.begin("one", ANNA, false, NOON);
        sessions.begin("two", ANNA, false, NOON);
        sessions.begin("old", EWA, false, NOON.minus(Duration.ofHours(13)));
        sessions.begin("idle", EWA, false, NOON.minus(Duration.ofHours(2)));
        sessions.begin("used", EWA, false, NOON.minus(Duration.ofHours(2)));
        sessions.seen("used", NOON);

        sessions.end("one");
        sessions.forget(NOON.minus(Duration.ofHours(12)), NOON.minus(Duration.ofHours(1)));

        assertThat(sessions.find("one")).isEmpty();
        assertThat(sessions.find("old")).isEmpty();
        assertThat(sessions.find("idle")).isEmpty();
        assertThat(sessions.find("used").orElseThrow().lastSeen()).isEqualTo(NOON);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        Account seen = account(ANNA, "Anna", Role.CONSULTANT);

        assertThat(accounts.change(seen, "Anna Nowa", Role.CONSULTANT, false, entry("account.changed", "anna", 2)))
                .isTrue();
        assertThat(accounts.change(seen, "Anna", Role.LEAD, false, entry("account.changed", "anna", 3)))
                .isFalse();

        assertThat(accounts.find(ANNA)).contains(account(ANNA, "Anna Nowa", Role.CONSULTANT));
        assertThat(audit.latest(1, 0)).containsExactly(entry("account.changed", "anna", 2));
    }

    @Test
    void allSessionsOfOneAccountEndAtOnce() {
        sessions.begin("one", ANNA, false, NOON);
        sessions.begin("two", ANNA, true, NOON);
        sessions.begin("ewas", EWA, false, NOON);
        assertThat(sessions.find("one").orElseThrow().awaitsCode()).isFalse();
        assertThat(sessions.find("two").orElseThrow().awaitsCode()).isTrue();

        sessions.endAll(ANNA, entry("sign-out.everywhere", "anna", 2));

        assertThat(sessions.find("one")).isEmpty();
        assertThat(sessions.find("two")).isEmpty();
        assertThat(sessions.find("ewas")).isPresent();
        assertThat(audit.latest(1, 0)).containsExactly(entry("sign-out.everywhere", "anna", 2));
    }

    @Test
    void failuresCountForTheirNameAndTheirAddressEachSinceItsTime() {
        Attempt anna = new Attempt("anna", "10.0.0.7");
        enter(anna, NOON.minusSeconds(100));
        enter(anna, NOON);
        enter(new Attempt("ewa", "10.0.0.7"), NOON.plusSeconds(5));
        failed.takeBack(enter(anna, NOON.plusSeconds(9)));

        assertThat(failed.of(anna, new Since(NOON.minusSeconds(200), NOON.minusSeconds(1))))
                .isEqualTo(new Counted(new Failures(2, NOON), new Failures(2, NOON.plusSeconds(5))));
        assertThat(failed.of(new Attempt("nobody", "10.0.0.8"), new Since(NOON, NOON)))
                .isEqualTo(new Counted(new Failures(0, Instant.EPOCH), new Failures(0, Instant.EPOCH)));

        failed.forget(NOON.plusSeconds(1));
        assertThat(failed.of(anna, new Since(Instant.EPOCH, Instant.EPOCH)))
                .isEqualTo(new Counted(new Failures(0, Instant.EPOCH), new Failures(1, NOON.plusSeconds(5))));
    }

    @Test
    void aSuccessTakesBackItsOwnFailuresAndNobodyElses() {
        Attempt atHerDesk = new Attempt("anna", "10.0.0.7");
        Attempt fromElsewhere = new Attempt("anna", "198.51.100.1");
        enter(atHerDesk, NOON);
        enter(fromElsewhere, NOON);
        enter(new Attempt("ewa", "10.0.0.7"), NOON);

        failed.succeeded(atHerDesk);

        Since always = new Since(Instant.EPOCH, Instant.EPOCH);
        assertThat(failed.of(atHerDesk, always))
                .isEqualTo(new Counted(new Failures(0, Instant.EPOCH), new Failures(1, NOON)));
        assertThat(failed.of(fromElsewhere, always).ofAddress()).isEqualTo(new Failures(1, NOON));
    }

    @Test
    void ofManyAttemptsAtTheSameMomentNoMoreAreEnteredThanArePermitted() throws Exception {
        Attempt anna = new Attempt("anna", "10.0.0.7");
        Since always = new Since(Instant.EPOCH, Instant.EPOCH);
        Set<Thread> counting = ConcurrentHashMap.newKeySet();
        AtomicBoolean together = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            CyclicBarrier start = new CyclicBarrier(20);
            List<Future<Boolean>> entered = threads.invokeAll(Collections.nCopies(20, () -> {
                start.await();
                return failed.enter(anna, NOON, always, counted -> {
                            counting.add(Thread.currentThread());
                            // Long enough for another to come in between, if it could.
                            boolean permitted = counted.ofName().count() < 5;
                            BigInteger lengthy = new BigInteger(4_000, new Random(1)).pow(300);
                            together.compareAndSet(false, lengthy.signum() > 0 && counting.size() > 1);
                            counting.remove(Thread.currentThread());
                            return permitted;
                        })
                        .isPresent();
            }));

            int all = 0;
            for (Future<Boolean> one : entered) {
                all += one.get() ? 1 : 0;
            }
            assertThat(all).isEqualTo(5);
            assertThat(together).isFalse();
        } finally {
            threads.shutdownNow();
        }
    }

    private String enter(Attempt attempt, Instant at) {
        return failed.enter(attempt, at, new Since(at, at), counted -> true).orElseThrow();
    }

    @Test
    void aSecondFactorIsSetUsedOncePerStepAndTakenAway() {
        sessions.begin("one", ANNA, false, NOON);
        sessions.begin("two", ANNA, false, NOON);

        factors.set(ANNA, "SECRET", 100, List.of("a", "b"), "one", entry("second-factor.set", "anna", 2));

        assertThat(factors.secret(ANNA)).contains("SECRET");
        assertThat(factors.secret(EWA)).isEmpty();
        assertThat(factors.all()).containsExactly(ANNA);
        assertThat(sessions.find("one").orElseThrow().secondFactor()).isTrue();
        assertThat(sessions.find("two")).isEmpty();
        assertThat(factors.use(ANNA, 100)).isFalse();
        assertThat(factors.use(ANNA, 101)).isTrue();
        assertThat(factors.use(ANNA, 101)).isFalse();
        assertThat(factors.useRecovery(ANNA, "a", entry("used", "anna", 3))).isTrue();
        assertThat(factors.useRecovery(ANNA, "a", entry("used", "anna", 4))).isFalse();
        assertThat(factors.useRecovery(EWA, "b", entry("used", "ewa", 5))).isFalse();
        assertThat(factors.recoveryLeft(ANNA)).isEqualTo(1);

        factors.set(ANNA, "ANOTHER", 200, List.of("c"), "one", entry("second-factor.set", "anna", 6));
        assertThat(factors.secret(ANNA)).contains("ANOTHER");
        assertThat(factors.useRecovery(ANNA, "b", entry("used", "anna", 7))).isFalse();

        assertThat(factors.remove(ANNA, entry("second-factor.removed", "anna", 8)))
                .isTrue();
        assertThat(factors.remove(ANNA, entry("second-factor.removed", "anna", 9)))
                .isFalse();
        assertThat(factors.secret(ANNA)).isEmpty();
        assertThat(factors.recoveryLeft(ANNA)).isZero();
        assertThat(audit.latest(2, 0))
                .containsExactly(entry("second-factor.removed", "anna", 8), entry("second-factor.set", "anna", 6));
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
