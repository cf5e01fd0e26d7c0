package org.infolinia.sidecar.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.MovableClock;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseAccounts;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.infolinia.sidecar.store.DatabaseFailedSignIns;
import org.infolinia.sidecar.store.DatabaseSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignInTest {

    private static final LoginName ANNA = new LoginName("anna");
    private static final String RIGHT = "kawa rower zeszyt";
    private static final String DESK = "10.0.0.7";
    private static final Passwords PASSWORDS = new Passwords();
    private static final String HASH = PASSWORDS.hash(RIGHT);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T07:00:00Z"));
    private Database database;
    private DatabaseAccounts accounts;
    private DatabaseAuditLog audit;
    private SignIn signIn;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")));
        accounts = new DatabaseAccounts(() -> database);
        audit = new DatabaseAuditLog(() -> database);
        signIn = new SignIn(
                accounts,
                new DatabaseSessions(() -> database),
                new DatabaseFailedSignIns(() -> database),
                audit,
                PASSWORDS,
                clock);
        accounts.add(new Account(ANNA, "Anna", Role.CONSULTANT, HASH, false, false), entry());
        clock.forward(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoKnowsThePasswordIsInUntilTheySignOut() {
        SessionToken token = signIn.attempt("anna", RIGHT, DESK).token().orElseThrow();

        assertThat(signIn.session(token).orElseThrow().account().login()).isEqualTo(ANNA);

        signIn.signOut(signIn.session(token).orElseThrow());
        assertThat(signIn.session(token)).isEmpty();
        assertThat(audit.latest(2, 0)).extracting(AuditEntry::what).containsExactlyInAnyOrder("sign-out", "sign-in");
    }

    @Test
    void aWrongPasswordAnUnknownNameAndADisabledAccountAreRefusedAlike() {
        accounts.add(new Account(new LoginName("byla"), "Była", Role.LEAD, HASH, false, true), entry());

        assertThat(signIn.attempt("anna", "wrong", DESK))
                .isEqualTo(new SignIn.Attempt(Optional.empty(), Duration.ZERO));
        assertThat(signIn.attempt("nikt", RIGHT, DESK)).isEqualTo(new SignIn.Attempt(Optional.empty(), Duration.ZERO));
        assertThat(signIn.attempt("byla", RIGHT, DESK)).isEqualTo(new SignIn.Attempt(Optional.empty(), Duration.ZERO));
        assertThat(signIn.attempt("' or 1=1 --", RIGHT, DESK))
                .isEqualTo(new SignIn.Attempt(Optional.empty(), Duration.ZERO));
        assertThat(signIn.attempt("anna", "x".repeat(100_000), DESK).token()).isEmpty();
    }

    @Test
    void afterFiveFailuresThePausesGrowAndTheRightPasswordDoesNotHelpMeanwhile() {
        for (int i = 0; i < 4; i++) {
            assertThat(signIn.attempt("anna", "wrong", DESK).pause()).isZero();
        }
        assertThat(signIn.attempt("anna", "wrong", DESK).pause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(signIn.attempt("anna", RIGHT, "10.0.0.8").token()).isEmpty();

        clock.forward(Duration.ofSeconds(30));
        assertThat(signIn.attempt("anna", "wrong", DESK).pause()).isEqualTo(Duration.ofMinutes(1));
        clock.forward(Duration.ofMinutes(1));
        assertThat(signIn.attempt("anna", RIGHT, DESK).token()).isPresent();
        assertThat(signIn.attempt("anna", "wrong", DESK).pause()).isZero();
    }

    @Test
    void anUnknownNameEarnsTheSamePauses() {
        for (int i = 0; i < 4; i++) {
            assertThat(signIn.attempt("nikt", "wrong", DESK).pause()).isZero();
        }
        assertThat(signIn.attempt("nikt", "wrong", DESK).pause()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void anAddressThatTriesManyNamesIsPausedForAll() {
        Duration pause = Duration.ZERO;
        for (int i = 0; i < 30; i++) {
            pause = signIn.attempt("nikt" + i, "wrong", DESK).pause();
        }

        assertThat(pause).isEqualTo(Duration.ofSeconds(30));
        assertThat(signIn.attempt("anna", RIGHT, DESK).token()).isEmpty();
        assertThat(signIn.attempt("anna", RIGHT, "10.0.0.8").token()).isPresent();
    }

    @Test
    void aSessionEndsWhenNobodyAsksForHalfAnHour() {
        SessionToken token = signIn.attempt("anna", RIGHT, DESK).token().orElseThrow();
        clock.forward(Duration.ofMinutes(29));
        assertThat(signIn.session(token)).isPresent();

        clock.forward(Duration.ofMinutes(29));
        assertThat(signIn.session(token)).isPresent();
        clock.forward(Duration.ofMinutes(30));
        assertThat(signIn.session(token)).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverHappens() {
        SessionToken token = signIn.attempt("anna", RIGHT, DESK).token().orElseThrow();
        for (int i = 0; i < 47; i++) {
            clock.forward(Duration.ofMinutes(15));
            assertThat(signIn.session(token)).isPresent();
        }
        clock.forward(Duration.ofMinutes(15));

        assertThat(signIn.session(token)).isEmpty();
    }

    @Test
    void theTokenIsNotKept() {
        SessionToken token = signIn.attempt("anna", RIGHT, DESK).token().orElseThrow();

        String kept = database.read(handle -> handle.createQuery("select session_key from session")
                .mapTo(String.class)
                .one());
        assertThat(kept).doesNotContain(token.value()).matches("[0-9a-f]{64}");
        assertThat(token.toString()).isEqualTo("(secret)");
        assertThat(token.isProvenBy(token.proof())).isTrue();
        assertThat(token.isProvenBy(SessionToken.made().proof())).isFalse();
        assertThat(SessionToken.of("' or 1=1 --")).isEmpty();
    }

    @Test
    void hashesAreArgon2idWithASaltEach() {
        assertThat(HASH).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PASSWORDS.hash(RIGHT)).isNotEqualTo(HASH);
        assertThat(PASSWORDS.fits(RIGHT, Optional.of(HASH))).isTrue();
        // Made by the reference implementation.
        assertThat(
                        PASSWORDS.fits(
                                "password",
                                Optional.of(
                                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")))
                .isTrue();
        assertThat(PASSWORDS.fits(RIGHT, Optional.empty())).isFalse();
        assertThat(PASSWORDS.made())
                .matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}")
                .isNotEqualTo(PASSWORDS.made());
    }

    @Test
    void passwordsThatAreEasilyGuessedAreRefused() {
        assertThat(PASSWORDS.fault("krótkie", "anna")).contains("password.short");
        assertThat(PASSWORDS.fault("anna.kowalska", "anna.kowalska")).contains("password.simple");
        assertThat(PASSWORDS.fault("aaaaaaaaaabb", "anna")).contains("password.simple");
        assertThat(PASSWORDS.fault("x".repeat(201), "anna")).contains("password.long");
        assertThat(PASSWORDS.fault(RIGHT, "anna")).isEmpty();
    }

    private AuditEntry entry() {
        return new AuditEntry(clock.instant(), "(command line)", "account.added", "anna", "");
    }
}
