package org.infolinia.agi.ivr;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.Destination;
import org.infolinia.hotline.ivr.TreeWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads a caller through the tree in force to a queue or an end. */
public final class IvrHandler implements CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IvrHandler.class);

    private final Supplier<Hotline> inForce;
    private final Function<Hotline, Sounds> soundsOf;
    private final Clock clock;
    private final boolean development;

    /**
     * @param inForce     asked once per call, so that an edit never changes the tree under a caller's feet
     * @param soundsOf    what that hotline's announcements sound like
     * @param clock       the moment of arrival
     * @param development whether testers may pretend another moment of arrival
     */
    public IvrHandler(Supplier<Hotline> inForce, Function<Hotline, Sounds> soundsOf, Clock clock, boolean development) {
        this.inForce = inForce;
        this.soundsOf = soundsOf;
        this.clock = clock;
        this.development = development;
    }

    @Override
    public void handle(InboundCall call) throws CallerHungUp {
        Optional<Nonce> nonce = Nonce.among(call.arguments());
        if (nonce.isEmpty()) {
            // Without a token nothing we did could be believed, so the caller is better off in the fallback at once.
            LOG.error("call {}: the dialplan passed no fit completion token, nothing done", call.uniqueId());
            return;
        }
        Instant now = clock.instant();
        Instant arrived = development ? call.pretendedArrival().orElse(now) : now;
        Hotline hotline = inForce.get();
        Destination destination = new TreeWalk(hotline).walk(call.line(soundsOf.apply(hotline)), arrived);
        call.leave(destination, nonce.get());
    }
}
