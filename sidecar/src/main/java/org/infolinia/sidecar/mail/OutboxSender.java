package org.infolinia.sidecar.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.hotline.mail.Outbox.Taken;
import org.infolinia.sidecar.mail.MailServer.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox.
 *
 * <p>A letter that the server has accepted is not offered again: that is noted before anything else is done, and tried again
 * while the database is away. Only a program that ends between the server's word and that note offers it twice, under one
 * message id.
 */
public final class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    /** Longer than any attempt takes. */
    static final Duration LEASE = Duration.ofMinutes(15);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Outbox outbox;
    private final MailServer server;
    private final Clock clock;

    /** What came of an attempt, and is not written down yet. */
    private Optional<Attempt> unwritten = Optional.empty();

    private boolean troubled;

    private record Attempt(Taken taken, Reply reply) {}

    /** Is used by one thread. */
    public OutboxSender(Outbox outbox, MailServer server, Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.clock = clock;
    }

    /** Offers every letter that is due now; stops at the first that the server has no time for. */
    public void send() {
        writeDown();
        for (Optional<Taken> next = take(); next.isPresent(); next = take()) {
            Reply reply = server.offer(next.get().letter());
            unwritten = Optional.of(new Attempt(next.get(), reply));
            tell(next.get(), reply);
            writeDown();
            if (reply.kind() == Reply.Kind.LATER) {
                return;
            }
        }
    }

    private Optional<Taken> take() {
        return outbox.take(clock.instant(), LEASE);
    }

    private void writeDown() {
        if (unwritten.isEmpty()) {
            return;
        }
        Taken taken = unwritten.get().taken();
        Letter letter = taken.letter();
        Reply reply = unwritten.get().reply();
        switch (reply.kind()) {
            case ACCEPTED -> outbox.accepted(letter, reply.said(), clock.instant());
            case REFUSED -> outbox.refused(letter, reply.said(), clock.instant());
            case LATER -> outbox.postponed(letter, reply.said(), clock.instant().plus(pauseAfter(taken.attempt())));
        }
        unwritten = Optional.empty();
    }

    /** A minute, and twice as long each further time, up to an hour. */
    private static Duration pauseAfter(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void tell(Taken taken, Reply reply) {
        Letter letter = taken.letter();
        switch (reply.kind()) {
            case ACCEPTED -> {
                LOG.info("{} to {} accepted by the mail server: {}", letter.about(), letter.recipient(), reply.said());
                troubled = false;
            }
            case REFUSED ->
                LOG.error(
                        "{} to {} refused by the mail server: {}; see ./infolinia report status",
                        letter.about(),
                        letter.recipient(),
                        reply.said());
            case LATER -> {
                if (!troubled) {
                    LOG.warn(
                            "{} to {} could not be sent: {}; it is tried again, less and less often, once an hour at"
                                    + " last",
                            letter.about(),
                            letter.recipient(),
                            reply.said());
                }
                troubled = true;
            }
        }
    }
}
