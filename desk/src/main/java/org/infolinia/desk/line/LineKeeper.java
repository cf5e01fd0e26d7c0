package org.infolinia.desk.line;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.infolinia.hotline.line.Lines;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.people.Sessions;
import org.infolinia.hotline.people.Sessions.Session;
import org.infolinia.sidecar.Secret;
import org.infolinia.sidecar.signin.OpenSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each consultant's line to one session at a time.
 *
 * <p>A session that ends, however it does, has its line no longer at the next {@link #look}.
 */
public final class LineKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LineKeeper.class);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A whole 256 bits: it is never typed. */
    private static final int SECRET_BYTES = 32;

    private final Lines lines;
    private final Sessions sessions;
    private final Predicate<LoginName> signsOut;
    private final Clock clock;

    /** Whose line is gone, and who may still be in the queues. */
    private final Set<LoginName> leaving = new HashSet<>();

    /** @param signsOut takes somebody out of the queues; when it could not, it is asked again */
    public LineKeeper(Lines lines, Sessions sessions, Predicate<LoginName> signsOut, Clock clock) {
        this.lines = lines;
        this.sessions = sessions;
        this.signsOut = signsOut;
        this.clock = clock;
    }

    /**
     * Gives the line of a session's consultant to that session, with a new secret.
     *
     * @param takeOver whether to take it from another session that goes on
     * @return empty when another has it, who keeps it
     */
    synchronized Optional<Secret> give(Session session, boolean takeOver) {
        Optional<String> holder = lines.holder(session.account().login());
        if (!takeOver
                && holder.isPresent()
                && !holder.get().equals(session.key())
                && sessions.find(holder.get())
                        .filter(one -> goesOn(one, clock.instant()))
                        .isPresent()) {
            return Optional.empty();
        }
        byte[] bits = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bits);
        Secret secret = new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        lines.give(
                session.account().login(),
                session.key(),
                secret.value(),
                session.account().role() == Role.LEAD);
        return Optional.of(secret);
    }

    /** Whether the session is the one that has its consultant's line. */
    boolean isHeldBy(Session session) {
        return lines.holder(session.account().login())
                .filter(session.key()::equals)
                .isPresent();
    }

    /** Takes lines away from sessions that are over, and their consultants out of the queues; to be done all the time. */
    public void look() {
        for (LoginName gone : taken()) {
            if (signsOut.test(gone)) {
                synchronized (this) {
                    leaving.remove(gone);
                }
            }
        }
    }

    private synchronized List<LoginName> taken() {
        Instant now = clock.instant();
        Map<LoginName, String> held = lines.held();
        Set<String> going = sessions.findAll(Set.copyOf(held.values())).stream()
                .filter(one -> goesOn(one, now))
                .map(Session::key)
                .collect(Collectors.toSet());
        held.forEach((consultant, session) -> {
            if (!going.contains(session)) {
                lines.take(consultant, session);
                leaving.add(consultant);
                LOG.info("the browser line of {} is taken away: the session is over", consultant);
            } else {
                // Back before they were out.
                leaving.remove(consultant);
            }
        });
        return List.copyOf(leaving);
    }

    private static boolean goesOn(Session session, Instant now) {
        return !session.awaitsCode()
                && session.began().plus(OpenSessions.WHOLE).isAfter(now)
                && session.lastSeen().plus(OpenSessions.IDLE).isAfter(now);
    }
}
