package org.infolinia.sidecar.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.people.Sessions.Session;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseAccounts;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.infolinia.sidecar.store.DatabaseFailedSignIns;
import org.infolinia.sidecar.store.DatabaseSecondFactors;
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
    private OpenSessions sessions;
    private SecondFactor secondFactor;
    private SignIn signIn;
    private String secret = "";

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")));
        accounts = new DatabaseAccounts(() -> database);
        audit = new DatabaseAuditLog(() -> database);
        sessions = new OpenSessions(new DatabaseSessions(() -> database), audit, clock);
        secondFactor = new SecondFactor(new DatabaseSecondFactors(() -> database), clock);
        signIn = signIn(PASSWORDS);
        accounts.add(new Account(ANNA, "Anna", Role.CONSULTANT, HASH, false, false), entry());
        clock.forward(Duration.ofSeconds(1));
    }

    private SignIn signIn(Passwords passwords) {
        return new SignIn(
                accounts,
                new DatabaseSessions(() -> database),
                new DatabaseFailedSignIns(() -> database),
                audit,
                passwords,
                secondFactor,
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoKnowsThePasswordIsInUntilTheySignOut() {
        SessionToken token = signIn.byPassword("anna", RIGHT, DESK).token().orElseThrow();

        assertThat(sessions.session(token).orElseThrow().account().login()).isEqualTo(ANNA);

        sessions.end(sessions.session(token).orElseThrow());
        assertThat(sessions.session(token)).isEmpty();
        assertThat(audit.latest(2, 0)).extracting(AuditEntry::what).containsExactlyInAnyOrder("sign-out", "sign-in");
    }

    @Test
    void aWrongPasswordAnUnknownNameAndADisabledAccountAreRefusedAlike() {
        accounts.add(new Account(new LoginName("byla"), "Była", Role.LEAD, HASH, false, true), entry());

        assertThat(signIn.byPassword("anna", "wrong", DESK))
                .isEqualTo(new SignIn.Entry(Optional.empty(), false, Duration.ZERO));
        assertThat(signIn.byPassword("nikt", RIGHT, DESK))
                .isEqualTo(new SignIn.Entry(Optional.empty(), false, Duration.ZERO));
        assertThat(signIn.byPassword("byla", RIGHT, DESK))
                .isEqualTo(new SignIn.Entry(Optional.empty(), false, Duration.ZERO));
        assertThat(signIn.byPassword("' or 1=1 --", RIGHT, DESK))
                .isEqualTo(new SignIn.Entry(Optional.empty(), false, Duration.ZERO));
        assertThat(signIn.byPassword("anna", "x".repeat(100_000), DESK).token()).isEmpty();
    }

    @Test
    void afterFiveFailuresThePausesGrowAndTheRightPasswordDoesNotHelpMeanwhile() {
        for (int i = 0; i < 4; i++) {
            assertThat(signIn.byPassword("anna", "wrong", DESK).pause()).isZero();
        }
        assertThat(signIn.byPassword("anna", "wrong", DESK).pause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(signIn.byPassword("anna", RIGHT, "10.0.0.8").token()).isEmpty();

        clock.forward(Duration.ofSeconds(30));
        assertThat(signIn.byPassword("anna", "wrong", DESK).pause()).isEqualTo(Duration.ofMinutes(1));
        clock.forward(Duration.ofMinutes(1));
        assertThat(signIn.byPassword("anna", RIGHT, DESK).token()).isPresent();
        assertThat(signIn.byPassword("anna", "wrong", DESK).pause()).isZero();
    }

    @Test
    void anUnknownNameEarnsTheSamePauses() {
        for (int i = 0; i < 4; i++) {
            assertThat(signIn.byPassword("nikt", "wrong", DESK).pause()).isZero();
        }
        assertThat(signIn.byPassword("nikt", "wrong", DESK).pause()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void anAddressThatTriesManyNamesIsPausedForAll() {
        Duration pause = Duration.ZERO;
        for (int i = 0; i < 30; i++) {
            pause = signIn.byPassword("nikt" + i, "wrong", DESK).pause();
        }

        assertThat(pause).isEqualTo(Duration.ofSeconds(30));
        assertThat(signIn.byPassword("anna", RIGHT, DESK).token()).isEmpty();
        assertThat(signIn.byPassword("anna", RIGHT, "10.0.0.8").token()).isPresent();
    }

    @Test
    void aSessionEndsWhenNobodyAsksForHalfAnHour() {
        SessionToken token = signIn.byPassword("anna", RIGHT, DESK).token().orElseThrow();
        clock.forward(Duration.ofMinutes(29));
        assertThat(sessions.session(token)).isPresent();

        clock.forward(Duration.ofMinutes(29));
        assertThat(sessions.session(token)).isPresent();
        clock.forward(Duration.ofMinutes(30));
        assertThat(sessions.session(token)).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverHappens() {
        SessionToken token = signIn.byPassword("anna", RIGHT, DESK).token().orElseThrow();
        for (int i = 0; i < 47; i++) {
            clock.forward(Duration.ofMinutes(15));
            assertThat(sessions.session(token)).isPresent();
        }
        clock.forward(Duration.ofMinutes(15));

        assertThat(sessions.session(token)).isEmpty();
    }

    @Test
    void theTokenIsNotKept() {
        SessionToken token = signIn.byPassword("anna", RIGHT, DESK).token().orElseThrow();

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
        assertThat(FirstPassword.made())
                .matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}")
                .isNotEqualTo(FirstPassword.made());
    }

    @Test
    void ofManyGuessesAtTheSameMomentOnlyTheFreeOnesAreLookedAt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            CyclicBarrier together = new CyclicBarrier(40);
            for (Future<?> one : threads.invokeAll(Collections.nCopies(40, () -> {
                together.await();
                return signIn.byPassword("anna", "wrong", DESK);
            }))) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(audit.latest(100, 0))
                .filteredOn(entry -> entry.what().equals("sign-in.refused"))
                .hasSize(5);
    }

    @Test
    void whatThereWasNoRoomToLookAtIsNoFailure() {
        Semaphore places = new Semaphore(1);
        SignIn crowded = signIn(new Passwords(new Argon2id(places, new Semaphore(1))));
        places.drainPermits();

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> crowded.byPassword("anna", "wrong", DESK)).isInstanceOf(TooManyAtOnce.class);
        }
        // A name that nobody has is looked at too, or the time would tell.
        assertThatThrownBy(() -> crowded.byPassword("nikt", "wrong", DESK)).isInstanceOf(TooManyAtOnce.class);
        places.release();

        assertThat(crowded.byPassword("anna", RIGHT, DESK).token()).isPresent();
    }

    @Test
    void anAddressesFailuresAreForgottenAfterAnHour() {
        for (int i = 0; i < 29; i++) {
            signIn.byPassword("nikt" + i, "wrong", DESK);
        }
        clock.forward(Duration.ofMinutes(61));

        assertThat(signIn.byPassword("nikt", "wrong", DESK).pause()).isZero();
        assertThat(signIn.byPassword("nikt2", "wrong", DESK).pause()).isZero();
    }

    @Test
    void anOfficeWhereEverybodyMistypesBeforeTheySignInIsNotPaused() {
        for (int i = 0; i < 60; i++) {
            assertThat(signIn.byPassword("anna", "wrong", DESK).pause()).isZero();
            assertThat(signIn.byPassword("anna", RIGHT, DESK).token()).isPresent();
        }
    }

    @Test
    void anAddressThatSignsInByItsOwnAccountGuessesNoLongerAtOthers() {
        Duration pause = Duration.ZERO;
        for (int i = 0; i < 30; i++) {
            pause = signIn.byPassword("nikt" + i, "wrong", DESK).pause();
            signIn.byPassword("anna", RIGHT, DESK);
        }

        assertThat(pause).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aPasswordTypedAsTheNameIsKeptNowhere() {
        signIn.byPassword("kawarowerzeszyt", RIGHT, DESK);

        assertThat(audit.latest(1, 0))
                .containsExactly(new AuditEntry(
                        clock.instant(), "(nobody)", "sign-in.refused", "(unknown name)", "from 10.0.0.7"));
        String kept = database.read(handle -> handle.createQuery("select name from failed_attempt")
                .mapTo(String.class)
                .one());
        assertThat(kept).matches("unknown [0-9a-f]{40}");
    }

    @Test
    void theOldPasswordIsGuessedAtNoMoreOftenThanAtTheSignIn() {
        Account anna = accounts.find(ANNA).orElseThrow();
        for (int i = 0; i < 4; i++) {
            assertThat(signIn.confirm(anna, "wrong", DESK)).isEqualTo(new SignIn.Confirmation(false, Duration.ZERO));
        }

        assertThat(signIn.confirm(anna, "wrong", DESK).pause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(signIn.confirm(anna, RIGHT, DESK).right()).isFalse();
        clock.forward(Duration.ofSeconds(30));
        assertThat(signIn.confirm(anna, RIGHT, DESK).right()).isTrue();
    }

    @Test
    void withASecondFactorThePasswordAloneOpensNothing() {
        List<String> recovery = setUp();
        clock.forward(Duration.ofSeconds(60));

        SignIn.Entry password = signIn.byPassword("anna", RIGHT, DESK);
        assertThat(password.awaitsCode()).isTrue();
        Session waiting = sessions.session(password.token().orElseThrow()).orElseThrow();
        assertThat(waiting.awaitsCode()).isTrue();

        assertThat(signIn.byCode(waiting, "000000", DESK).token()).isEmpty();
        SignIn.Entry in = signIn.byCode(waiting, codeOf(clock.instant()), DESK);
        assertThat(sessions.session(in.token().orElseThrow()).orElseThrow().awaitsCode())
                .isFalse();
        assertThat(sessions.session(password.token().orElseThrow())).isEmpty();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aCodeWorksOnceWithinHalfAMinuteOfItsTime() {
        setUp();
        clock.forward(Duration.ofSeconds(300));
        String code = codeOf(clock.instant());

        assertThat(signIn.byCode(waiting(), codeOf(clock.instant().minusSeconds(60)), DESK)
                        .token())
                .isEmpty();
        assertThat(signIn.byCode(waiting(), codeOf(clock.instant().minusSeconds(30)), DESK)
                        .token())
                .isPresent();
        assertThat(signIn.byCode(waiting(), code.substring(0, 3) + " " + code.substring(3), DESK)
                        .token())
                .isPresent();
        assertThat(signIn.byCode(waiting(), code, DESK).token()).isEmpty();
        assertThat(signIn.byCode(waiting(), codeOf(clock.instant().plusSeconds(30)), DESK)
                        .token())
                .isPresent();
    }

    @Test
    void theCodeThatSetItUpIsUsed() {
        String code = codeAtSetUp();

        assertThat(signIn.byCode(waiting(), code, DESK).token()).isEmpty();
    }

    private String codeAtSetUp() {
        setUp();
        return codeOf(clock.instant());
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        String code = setUp().get(0);

        assertThat(signIn.byCode(waiting(), code.toUpperCase(Locale.ROOT).replace('-', ' '), DESK)
                        .token())
                .isPresent();
        assertThat(signIn.byCode(waiting(), code, DESK).token()).isEmpty();
        assertThat(secondFactor.recoveryLeft(ANNA)).isEqualTo(9);
        assertThat(audit.latest(10, 0))
                .anyMatch(entry -> entry.what().equals("second-factor.recovery-used")
                        && entry.who().equals("anna"));
    }

    @Test
    void wrongCodesEarnPausesWhichTheRightPasswordDoesNotEnd() {
        setUp();
        for (int i = 0; i < 4; i++) {
            assertThat(signIn.byCode(waiting(), "abc", DESK).pause()).isZero();
        }
        assertThat(signIn.byCode(waiting(), "abc", DESK).pause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(signIn.byPassword("anna", RIGHT, DESK).token()).isEmpty();
        assertThat(signIn.byPassword("anna", RIGHT, DESK).pause()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aSessionWaitsFiveMinutesForTheCode() {
        setUp();
        SessionToken token = signIn.byPassword("anna", RIGHT, DESK).token().orElseThrow();

        clock.forward(Duration.ofSeconds(299));
        assertThat(sessions.session(token)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(sessions.session(token)).isEmpty();
    }

    @Test
    void aSecondFactorThatIsNotConfirmedIsNotSetUp() {
        Session session = sessions.session(
                        signIn.byPassword("anna", RIGHT, DESK).token().orElseThrow())
                .orElseThrow();

        assertThat(secondFactor.setUp(session, "000000")).isEmpty();
        assertThat(secondFactor.isOf(ANNA)).isFalse();
        assertThat(secondFactor.offer(session)).isEqualTo(secondFactor.offer(session));
        assertThat(secondFactor.offer(session).uri())
                .matches("otpauth://totp/Infolinia:anna\\?secret=[A-Z2-7]{32}&issuer=Infolinia");
        assertThat(secondFactor.offer(session).toString())
                .doesNotContain(secondFactor.offer(session).secret());
    }

    private List<String> setUp() {
        Session session = sessions.session(
                        signIn.byPassword("anna", RIGHT, DESK).token().orElseThrow())
                .orElseThrow();
        secret = secondFactor.offer(session).secret();
        List<String> recovery =
                secondFactor.setUp(session, codeOf(clock.instant())).orElseThrow();
        assertThat(secondFactor.offer(session).secret()).isNotEqualTo(secret);
        return recovery;
    }

    private Session waiting() {
        return sessions.session(signIn.byPassword("anna", RIGHT, DESK).token().orElseThrow())
                .orElseThrow();
    }

    private String codeOf(Instant moment) {
        return new TimedCodes().code(secret, Math.floorDiv(moment.getEpochSecond(), 30L));
    }

    private AuditEntry entry() {
        return new AuditEntry(clock.instant(), "(command line)", "account.added", "anna", "");
    }
}
