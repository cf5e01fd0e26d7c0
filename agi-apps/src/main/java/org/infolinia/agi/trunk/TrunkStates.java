package org.infolinia.agi.trunk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which trunks work, from what Asterisk says of them.
 *
 * <p>Each change is told in the log once. Asterisk tells of attempts to register and of servers that begin or cease to
 * answer, not of what stands: what has not been heard of since our start is not known, which is no fault for as long as
 * attempts lie apart. Called by several threads.
 */
public final class TrunkStates {

    private static final Logger LOG = LoggerFactory.getLogger(TrunkStates.class);

    /** Asterisk's word for a registration that stands. */
    private static final String REGISTERED = "Registered";

    /** Asterisk's word for a server that answers. */
    private static final String REACHABLE = "Reachable";

    /** Attempts lie apart by the registration's time, or by that after which a refused password is tried again. */
    private static final Duration BESIDES = Duration.ofMinutes(6);

    /** By the trunk's name; trunks without a server of the operator's are not in here. */
    private final Map<String, State> states = new LinkedHashMap<>();

    private final Clock clock;

    /** Why nothing can be known; empty while Asterisk is listened to, and before it was tried. */
    private Optional<String> notListening = Optional.empty();

    private Instant listeningSince;

    /** What was last said of one. */
    private static final class State {
        private final Trunk trunk;
        private final TrunkServer server;
        private @Nullable String registration;
        private @Nullable String peer;

        State(Trunk trunk, TrunkServer server) {
            this.trunk = trunk;
            this.server = server;
        }

        boolean isLost() {
            return registration != null && !REGISTERED.equals(registration);
        }

        boolean isAway() {
            return peer != null && !REACHABLE.equals(peer);
        }

        String lost() {
            return "trunk " + trunk.name() + " is not registered with its operator, so no calls come in by it: "
                    + server.uri() + " refused it or did not answer, which Asterisk's messages.log tells; check server,"
                    + " user and the password in "
                    + server.registration().map(Registration::secretFile).orElseThrow();
        }

        String away() {
            return "trunk " + trunk.name() + ": its operator's server " + server.uri()
                    + " does not answer, calls out pass it by; check server and port, the network, and whether the operator"
                    + " lets us in by our address";
        }
    }

    /** Trunks that only bring calls are passed over. */
    public TrunkStates(List<Trunk> trunks, Clock clock) {
        this.clock = clock;
        listeningSince = clock.instant();
        for (Trunk trunk : trunks) {
            trunk.way().ifPresent(server -> states.put(trunk.name(), new State(trunk, server)));
        }
    }

    /** Whether there is anything to be heard of. */
    public boolean isAny() {
        return !states.isEmpty();
    }

    /**
     * An attempt to register is over.
     *
     * @param client as Asterisk's event {@code Registry} names it: {@link Registration#client}
     * @param server the same: {@link TrunkServer#uri}
     * @param status Asterisk's word: {@code Registered}, {@code Rejected}, {@code Unregistered}, {@code Stopped}
     */
    public synchronized void registration(String client, String server, String status) {
        for (State state : states.values()) {
            if (state.server.uri().equals(server)
                    && state.server
                            .registration()
                            .filter(account ->
                                    account.client(state.server.host()).equals(client))
                            .isPresent()) {
                boolean wasLost = state.isLost();
                boolean first = state.registration == null;
                state.registration = status;
                tell(state, first, wasLost, state.isLost(), "registered with its operator", state::lost);
            }
        }
    }

    /**
     * An operator's server begins or ceases to answer.
     *
     * @param trunk  its name
     * @param status Asterisk's word: {@code Reachable}, {@code Unreachable}
     */
    public synchronized void server(String trunk, String status) {
        State state = states.get(trunk);
        if (state != null) {
            boolean wasAway = state.isAway();
            boolean first = state.peer == null;
            state.peer = status;
            tell(state, first, wasAway, state.isAway(), "its operator's server answers", state::away);
        }
    }

    private static void tell(
            State state, boolean first, boolean wasBad, boolean isBad, String good, Supplier<String> bad) {
        if (isBad && !wasBad) {
            LOG.warn("{}", bad.get());
        } else if (!isBad && wasBad) {
            LOG.warn("trunk {}: {} again", state.trunk.name(), good);
        } else if (first) {
            LOG.info("trunk {}: {}", state.trunk.name(), good);
        }
    }

    /** From now on changes are heard of. */
    public synchronized void listening() {
        if (notListening.isPresent()) {
            LOG.info("Asterisk tells again whether the operators' trunks work");
        }
        notListening = Optional.empty();
        listeningSince = clock.instant();
    }

    /** From now on they are not. */
    public synchronized void notListening(String reason) {
        if (notListening.isEmpty()) {
            LOG.warn("{}", unknown(reason));
        }
        notListening = Optional.of(reason);
    }

    /** What somebody has to look at, in sentences; empty where all is well. */
    public synchronized Optional<String> problem() {
        if (!isAny()) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        notListening.map(TrunkStates::unknown).ifPresent(problems::add);
        for (State state : states.values()) {
            if (state.isLost()) {
                problems.add(state.lost());
            } else if (notListening.isEmpty() && isOverdue(state)) {
                problems.add(
                        "trunk " + state.trunk.name() + ": nothing heard of its registration since " + listeningSince
                                + "; the manager account of system.xml needs read = agent,reporting,system in manager.conf, and"
                                + " Asterisk the trunk: pjsip show registrations");
            }
            if (state.isAway()) {
                problems.add(state.away());
            }
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
    }

    private static String unknown(String reason) {
        return "whether the operators' trunks work is not known: " + reason;
    }

    private boolean isOverdue(State state) {
        return state.registration == null
                && state.server
                        .registration()
                        .map(account -> listeningSince.plus(account.expiry()).plus(BESIDES))
                        .filter(due -> due.isBefore(clock.instant()))
                        .isPresent();
    }
}
