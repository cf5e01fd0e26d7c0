package org.infolinia.agi.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.CallerLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a caller who is about to join a queue how it stands.
 *
 * <p>Asked only for those who will have to wait: with a consultant free and nobody waiting, the dialplan does not ask.
 */
public final class QueueEntryHandler implements CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(QueueEntryHandler.class);

    private final Supplier<Hotline> inForce;
    private final Function<Hotline, Sounds> soundsOf;
    private final RecentCalls recent;
    private final Clock clock;
    private final boolean development;

    /**
     * @param inForce     asked once per call
     * @param soundsOf    what that hotline's announcements sound like
     * @param recent      what the expected wait is taken from
     * @param clock       when the call joins
     * @param development whether testers may pretend another time
     */
    public QueueEntryHandler(
            Supplier<Hotline> inForce,
            Function<Hotline, Sounds> soundsOf,
            RecentCalls recent,
            Clock clock,
            boolean development) {
        this.inForce = inForce;
        this.soundsOf = soundsOf;
        this.recent = recent;
        this.clock = clock;
        this.development = development;
    }

    /**
     * Behind the token stand the queue, how many wait in it, how many consultants are signed in to it, until when the caller
     * is to wait, and the time that a tester pretends; the times in seconds since 1970.
     */
    @Override
    public void handle(InboundCall call) throws CallerHungUp {
        Optional<Nonce> nonce = Nonce.among(call.arguments());
        if (nonce.isEmpty()) {
            LOG.error("call {}: the dialplan passed no fit completion token, nothing done", call.uniqueId());
            return;
        }
        List<String> told = call.arguments();
        if (told.size() < 5 || call.language().isEmpty()) {
            LOG.error("call {}: the dialplan did not say how it stands with the queue, nothing done", call.uniqueId());
            return;
        }
        Hotline hotline = inForce.get();
        QueueName queue = new QueueName(told.get(1));
        // Who waits on the same queue is a caller ahead, whatever their priority: nobody counts on the luck of others.
        int ahead = number(told.get(2));
        int present = number(told.get(3));
        CallerLine line = call.line(soundsOf.apply(hotline));
        line.speak(call.language().get());
        List<String> say = new ArrayList<>();
        WaitWords.ahead(ahead).ifPresent(say::add);
        ExpectedWait.of(recent.waits(queue), present).map(WaitWords::minutes).ifPresent(say::add);
        if (!say.isEmpty()) {
            line.play(say);
        }
        call.leave(closing(hotline, told.get(4), told.size() > 5 ? told.get(5) : ""), nonce.get());
    }

    /** Cuts the wait to what is served after closing time, in the caller's own time. */
    private Map<String, String> closing(Hotline hotline, String waitsUntil, String pretended) {
        Map<String, String> left = new LinkedHashMap<>();
        long until = Long.parseLong("0" + waitsUntil);
        Instant now = clock.instant();
        Instant believed = development && !pretended.isEmpty() ? Instant.ofEpochSecond(Long.parseLong(pretended)) : now;
        hotline.hours().closingAfter(believed).ifPresent(closing -> {
            Duration open =
                    Duration.between(believed, closing).plus(hotline.waiting().afterClosing());
            long last = now.plus(open).getEpochSecond();
            if (last < until) {
                left.put("INFOLINIA_UNTIL", Long.toString(last));
                left.put("INFOLINIA_CUT", offersCallback(hotline) ? "callback" : "closed");
            }
        });
        return left;
    }

    /** At closing time only one that does not expire just then. */
    private static boolean offersCallback(Hotline hotline) {
        return hotline.waiting()
                .callback()
                .filter(rules -> rules.openDays() > 1)
                .isPresent();
    }

    private static int number(String value) {
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
    }
}
