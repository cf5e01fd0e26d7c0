package org.infolinia.agi.ivr;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.Destination;
import org.infolinia.hotline.ivr.TreeWalk;
import org.infolinia.hotline.ivr.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads a caller through the tree in force to where it lets go of them; also one who comes back from a queue. */
public final class IvrHandler implements CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IvrHandler.class);

    private final HotlinesInForce inForce;
    private final Function<Hotline, Sounds> soundsOf;
    private final Clock clock;
    private final boolean development;

    /**
     * @param inForce     asked once per visit, so that an edit never changes the tree under a caller's feet; a call
     *                    that comes back goes on in the edition it began in
     * @param soundsOf    what that hotline's announcements sound like
     * @param clock       the moment of arrival
     * @param development whether testers may pretend another moment of arrival
     */
    public IvrHandler(HotlinesInForce inForce, Function<Hotline, Sounds> soundsOf, Clock clock, boolean development) {
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
        HotlineEdition edition = edition(call);
        Hotline hotline = edition.hotline();
        TreeWalk walk = new TreeWalk(hotline);
        Optional<Destination.Place> resumedAt = resumedAt(call.arguments());
        if (resumedAt.isPresent() && !walk.knows(resumedAt.get())) {
            LOG.error(
                    "call {}: comes back from a queue to node {}, which is not in the tree in force; nothing done",
                    call.uniqueId(),
                    resumedAt.get().node());
            return;
        }
        Visit visit = new Visit(moment(call), call.dialled(), resumedAt.flatMap(place -> call.language()), resumedAt);
        call.leave(walk.walk(call.line(soundsOf.apply(hotline)), visit), edition.version(), nonce.get());
    }

    /** That of the last visit, named behind node and callers; the one in force for a call that has just come in. */
    private HotlineEdition edition(InboundCall call) {
        List<String> arguments = call.arguments();
        return arguments.size() < 4
                ? inForce.current()
                : inForce.byVersion(arguments.get(3)).orElseGet(inForce::current);
    }

    private Instant moment(InboundCall call) throws CallerHungUp {
        Instant now = clock.instant();
        return development ? call.pretendedArrival().orElse(now) : now;
    }

    /** Behind the token: the node at which a call goes on, and the ids of the call nodes it is to come back to. */
    private static Optional<Destination.Place> resumedAt(List<String> arguments) {
        if (arguments.size() < 2 || arguments.get(1).isEmpty()) {
            return Optional.empty();
        }
        List<String> callers = arguments.size() < 3 || arguments.get(2).isEmpty()
                ? List.of()
                : List.of(arguments.get(2).split("\\.", -1));
        return Optional.of(new Destination.Place(arguments.get(1), callers));
    }
}
