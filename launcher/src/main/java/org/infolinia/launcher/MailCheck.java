package org.infolinia.launcher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.LetterState;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.web.Degraded;
import org.infolinia.sidecar.web.HealthCheck;

/** Finds out whether letters are stuck in the outbox. */
final class MailCheck implements HealthCheck {

    /** Mail servers ask for some minutes' patience now and then (greylisting). */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final Clock clock;

    MailCheck(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void check() throws Degraded {
        List<KeptLetter> stuck;
        try {
            stuck = stuck();
        } catch (DatabaseUnavailable away) {
            throw new Degraded("the outbox cannot be looked at: " + away.getMessage());
        }
        if (!stuck.isEmpty()) {
            KeptLetter first = stuck.get(0);
            throw new Degraded(
                    stuck.size() + (stuck.size() == 1 ? " letter is" : " letters are") + " stuck, the oldest, "
                            + first.about() + " to " + first.recipient() + ", "
                            + (first.state() == LetterState.REFUSED
                                    ? "was refused: "
                                    : "tried " + first.attempts() + " times: ")
                            + first.answer());
        }
    }

    /** @throws DatabaseUnavailable when nobody can tell */
    List<KeptLetter> stuck() {
        Instant now = clock.instant();
        return outbox.stuck(now.minus(PATIENCE), now);
    }
}
