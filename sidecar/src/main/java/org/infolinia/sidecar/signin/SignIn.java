package org.infolinia.sidecar.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.FailedSignIns;
import org.infolinia.hotline.people.FailedSignIns.Attempt;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Sessions;
import org.infolinia.hotline.people.Sessions.Session;
import org.infolinia.sidecar.signin.Attempts.Checked;

/**
 * Lets people in, by name, password, second factor where they have one.
 *
 * <p>What is refused, and how fast, does not tell which accounts there are: an unknown name is counted, paused and
 * checked as a known one is.
 */
public final class SignIn {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts attempts;
    private final AuditLog audit;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final OwnKey ownKey = new OwnKey();
    private final Clock clock;

    public SignIn(
            Accounts accounts,
            Sessions sessions,
            FailedSignIns failed,
            AuditLog audit,
            Passwords passwords,
            SecondFactor secondFactor,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = new Attempts(failed, clock);
        this.audit = audit;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.clock = clock;
    }

    /**
     * What came of a password or a code.
     *
     * @param token      of the new session; empty when it was refused
     * @param awaitsCode whether the session still asks for the second factor
     * @param pause      how long no attempt will be looked at; zero when the next one is
     */
    public record Entry(Optional<SessionToken> token, boolean awaitsCode, Duration pause) {}

    /**
     * By name and password.
     *
     * @param address where the browser is, as the listener sees it
     * @throws TooManyAtOnce when too many passwords are being looked at; this one was not
     */
    public Entry byPassword(String name, String password, String address) {
        Optional<Account> known = LoginName.isOne(name) ? accounts.find(new LoginName(name)) : Optional.empty();
        Attempt attempt = attempt(known.isPresent() ? name : unknown(name), address);
        Optional<String> hash = known.filter(account -> !account.disabled()).map(Account::passwordHash);
        Checked checked = attempts.check(attempt, () -> passwords.fits(password, hash));
        if (!checked.right()) {
            if (checked.looked()) {
                refused(known.map(account -> account.login().value()).orElse(AuditEntry.UNKNOWN_NAME), address, "");
            }
            return new Entry(Optional.empty(), false, checked.pause());
        }
        LoginName login = known.orElseThrow().login();
        if (secondFactor.isOf(login)) {
            // The count goes on: a known password must not buy further guesses at the code.
            return new Entry(Optional.of(begun(login, true)), true, Duration.ZERO);
        }
        attempts.succeeded(attempt);
        return new Entry(Optional.of(begun(login, false, "from " + address)), false, Duration.ZERO);
    }

    /** By the code of the second factor, or a recovery code, in a session that awaits it; which then ends. */
    public Entry byCode(Session waiting, String code, String address) {
        LoginName login = waiting.account().login();
        Attempt attempt = attempt(login.value(), address);
        Checked checked = attempts.check(attempt, () -> secondFactor.fits(login, code));
        if (!checked.right()) {
            if (checked.looked()) {
                refused(login.value(), address, ", wrong code");
            }
            return new Entry(Optional.empty(), true, checked.pause());
        }
        attempts.succeeded(attempt);
        sessions.end(waiting.key());
        return new Entry(Optional.of(begun(login, false, "from " + address + ", with a code")), false, Duration.ZERO);
    }

    /**
     * What came of asking a person for their password once more.
     *
     * @param pause how long no attempt will be looked at; zero when the next one is
     */
    public record Confirmation(boolean right, Duration pause) {}

    /**
     * Asks a person who is signed in for their password; it is guessed at no more often than at the sign-in.
     *
     * @throws TooManyAtOnce when too many passwords are being looked at; this one was not
     */
    public Confirmation confirm(Account account, String password, String address) {
        String login = account.login().value();
        Checked checked = attempts.check(
                attempt(login, address), () -> passwords.fits(password, Optional.of(account.passwordHash())));
        if (!checked.right() && checked.looked()) {
            audit.append(new AuditEntry(clock.instant(), login, "password.refused", login, "from " + address));
        }
        return new Confirmation(checked.right(), checked.pause());
    }

    /** Forgets failures that count no more; to be done now and then. */
    public void tidy() {
        attempts.forget();
    }

    private static Attempt attempt(String name, String address) {
        return new Attempt(name, CountedAddress.of(address));
    }

    private void refused(String on, String address, String why) {
        audit.append(
                new AuditEntry(clock.instant(), AuditEntry.NOBODY, "sign-in.refused", on, "from " + address + why));
    }

    private SessionToken begun(LoginName login, boolean awaitsCode, String detail) {
        Instant now = clock.instant();
        SessionToken token = begun(login, awaitsCode);
        audit.append(new AuditEntry(now, login.value(), "sign-in", login.value(), detail));
        return token;
    }

    private SessionToken begun(LoginName login, boolean awaitsCode) {
        SessionToken token = SessionToken.made();
        sessions.begin(token.key(), login, awaitsCode, clock.instant());
        return token;
    }

    /** People type their password into the name's field: what they typed is kept in no form that can be read. */
    private String unknown(String name) {
        return "unknown " + HexFormat.of().formatHex(ownKey.value(name));
    }
}
