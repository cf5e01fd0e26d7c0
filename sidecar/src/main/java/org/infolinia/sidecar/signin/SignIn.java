package org.infolinia.sidecar.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.FailedSignIns;
import org.infolinia.hotline.people.FailedSignIns.Failures;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Sessions;
import org.infolinia.hotline.people.Sessions.Session;

/**
 * Lets people in, by name and password.
 *
 * <p>What is refused, and how fast, does not tell which accounts there are: an unknown name is counted, paused and
 * checked as a known one is.
 */
public final class SignIn {

    /** Without a request for so long, a session is over; an open page asks all the time. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** A session is over after so long, whatever happens: once a working day. */
    public static final Duration WHOLE = Duration.ofHours(12);

    private static final Duration FAILURES_KEPT = Duration.ofHours(24);

    private final Accounts accounts;
    private final Sessions sessions;
    private final FailedSignIns failed;
    private final AuditLog audit;
    private final Passwords passwords;
    private final Clock clock;

    public SignIn(
            Accounts accounts,
            Sessions sessions,
            FailedSignIns failed,
            AuditLog audit,
            Passwords passwords,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failed = failed;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * What came of an attempt.
     *
     * @param token of the new session; empty when it was refused
     * @param pause how long no attempt will be looked at; zero when the next one is
     */
    public record Attempt(Optional<SessionToken> token, Duration pause) {}

    /** @param address where the browser is, as the listener sees it */
    public Attempt attempt(String name, String password, String address) {
        Instant now = clock.instant();
        String login = LoginName.isOne(name) ? name : "(no name)";
        String ofAccount = "account " + login;
        String ofAddress = "address " + address;
        Duration pause =
                longest(left(PauseRule.OF_ACCOUNT, ofAccount, now), left(PauseRule.OF_ADDRESS, ofAddress, now));
        if (!pause.isZero()) {
            return new Attempt(Optional.empty(), pause);
        }
        // Counted before it is looked at: many at the same moment count as many.
        failed.add(ofAccount, now);
        Optional<Account> account = LoginName.isOne(name)
                ? accounts.find(new LoginName(name)).filter(one -> !one.disabled())
                : Optional.empty();
        if (!passwords.fits(password, account.map(Account::passwordHash))) {
            failed.add(ofAddress, now);
            audit.append(new AuditEntry(now, "(nobody)", "sign-in.refused", login, "from " + address));
            return new Attempt(
                    Optional.empty(),
                    longest(left(PauseRule.OF_ACCOUNT, ofAccount, now), left(PauseRule.OF_ADDRESS, ofAddress, now)));
        }
        failed.clear(ofAccount);
        SessionToken token = SessionToken.made();
        sessions.begin(token.key(), account.orElseThrow().login(), now);
        audit.append(new AuditEntry(now, login, "sign-in", login, "from " + address));
        return new Attempt(Optional.of(token), Duration.ZERO);
    }

    /** The session of a token, if it goes on; notes that it was used. */
    public Optional<Session> session(SessionToken token) {
        Instant now = clock.instant();
        Optional<Session> session = sessions.find(token.key())
                .filter(one -> one.began().plus(WHOLE).isAfter(now)
                        && one.lastSeen().plus(IDLE).isAfter(now));
        // To the minute: not a write for each request.
        if (session.isPresent() && session.get().lastSeen().plusSeconds(60).isBefore(now)) {
            sessions.seen(token.key(), now);
        }
        return session;
    }

    /** Ends one session. */
    public void signOut(Session session) {
        sessions.end(session.key());
        String login = session.account().login().value();
        audit.append(new AuditEntry(clock.instant(), login, "sign-out", login, ""));
    }

    /** Forgets what is over; to be done now and then. */
    public void tidy() {
        Instant now = clock.instant();
        sessions.forget(now.minus(WHOLE), now.minus(IDLE));
        failed.forget(now.minus(FAILURES_KEPT));
    }

    private Duration left(PauseRule rule, String subject, Instant now) {
        Optional<Failures> failures = failed.of(subject);
        if (failures.isEmpty()) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(
                now, failures.get().last().plus(rule.after(failures.get().count())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
