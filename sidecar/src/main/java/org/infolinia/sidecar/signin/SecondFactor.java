package org.infolinia.sidecar.signin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.SecondFactors;
import org.infolinia.hotline.people.Sessions.Session;

/** What a person has beside their password: codes that an authenticator program makes, each good for once. */
public final class SecondFactor {

    private final SecondFactors factors;
    private final TimedCodes codes = new TimedCodes();
    private final OwnKey ownKey = new OwnKey();
    private final Clock clock;

    public SecondFactor(SecondFactors factors, Clock clock) {
        this.factors = factors;
        this.clock = clock;
    }

    public boolean isOf(LoginName login) {
        return factors.secret(login).isPresent();
    }

    /** How many recovery codes a person has left. */
    public int recoveryLeft(LoginName login) {
        return factors.recoveryLeft(login);
    }

    /** Whether it is the code of now, or a recovery code; which are used by this. */
    boolean fits(LoginName login, String typed) {
        String code = typed.replaceAll("[\\s-]", "");
        if (!TimedCodes.isOne(code)) {
            return factors.useRecovery(
                    login,
                    RecoveryCodes.hash(code),
                    new AuditEntry(clock.instant(), login.value(), "second-factor.recovery-used", login.value(), ""));
        }
        OptionalLong step = factors.secret(login)
                .map(secret -> codes.step(secret, code, clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && factors.use(login, step.getAsLong());
    }

    /**
     * Takes it away.
     *
     * @param who does; as the audit log names them
     * @return false when there was none
     */
    public boolean remove(LoginName login, String who) {
        return factors.remove(login, new AuditEntry(clock.instant(), who, "second-factor.removed", login.value(), ""));
    }

    /** Who has one. */
    public Set<LoginName> all() {
        return factors.all();
    }

    /**
     * The secret that this session is offered: always the same, so that it need not travel with the form, until one was
     * set up.
     */
    public Offer offer(Session session) {
        String before = factors.secret(session.account().login()).orElse("none");
        return new Offer(
                session.account().login(), Base32.of(ownKey.value("offer " + session.key() + " after " + before)));
    }

    /**
     * Sets up what was offered, confirmed by a code of it; all other sessions of the account end.
     *
     * @return the recovery codes, to be shown once; empty when the code is wrong
     */
    public Optional<List<String>> setUp(Session session, String typed) {
        LoginName login = session.account().login();
        String secret = offer(session).secret();
        OptionalLong step = codes.step(secret, typed.replaceAll("[\\s-]", ""), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> recovery = RecoveryCodes.made();
        factors.set(
                login,
                secret,
                step.getAsLong(),
                recovery.stream().map(RecoveryCodes::hash).toList(),
                session.key(),
                new AuditEntry(clock.instant(), login.value(), "second-factor.set", login.value(), ""));
        return Optional.of(recovery);
    }
}
