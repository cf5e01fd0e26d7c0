package org.infolinia.sidecar.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.Sessions;
import org.infolinia.hotline.people.Sessions.Session;

/** The sessions that go on, until they are ended or their time is over. */
public final class OpenSessions {

    /** Without a request for so long, a session is over; an open page asks all the time. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** A session is over after so long, whatever happens: once a working day. */
    public static final Duration WHOLE = Duration.ofHours(12);

    /** So long a session waits for the code of the second factor. */
    static final Duration FOR_THE_CODE = Duration.ofMinutes(5);

    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    public OpenSessions(Sessions sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The session of a token, if it goes on; notes that it was used. */
    public Optional<Session> session(SessionToken token) {
        Instant now = clock.instant();
        Optional<Session> session = sessions.find(token.key())
                .filter(one -> one.began()
                                .plus(one.awaitsCode() ? FOR_THE_CODE : WHOLE)
                                .isAfter(now)
                        && one.lastSeen().plus(IDLE).isAfter(now));
        // To the minute: not a write for each request.
        if (session.isPresent() && session.get().lastSeen().plusSeconds(60).isBefore(now)) {
            sessions.seen(token.key(), now);
        }
        return session;
    }

    /** Ends one session. */
    public void end(Session session) {
        sessions.end(session.key());
        String login = session.account().login().value();
        audit.append(new AuditEntry(clock.instant(), login, "sign-out", login, ""));
    }

    /** Ends all sessions of whose this is, in every browser. */
    public void endEverywhere(Session session) {
        String login = session.account().login().value();
        sessions.endAll(
                session.account().login(), new AuditEntry(clock.instant(), login, "sign-out.everywhere", login, ""));
    }

    /** Forgets those that are over; to be done now and then. */
    public void tidy() {
        Instant now = clock.instant();
        sessions.forget(now.minus(WHOLE), now.minus(IDLE));
    }
}
