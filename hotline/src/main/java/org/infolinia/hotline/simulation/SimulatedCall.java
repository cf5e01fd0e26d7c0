package org.infolinia.hotline.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.Destination;
import org.infolinia.hotline.ivr.TreeWalk;
import org.infolinia.hotline.ivr.Visit;

/**
 * What one simulated caller met.
 *
 * @param events       in order
 * @param destinations where the tree sent the caller: one for each visit; the last is where the call ends up
 */
public record SimulatedCall(List<Event> events, List<Destination> destinations) {

    /** A caller whom no consultant answers is sent back into the tree at most so often. */
    private static final int MOST_VISITS = 10;

    public SimulatedCall {
        events = List.copyOf(events);
        destinations = List.copyOf(destinations);
    }

    /**
     * One thing that happens on the line.
     *
     * @param node id of the node at which it does
     */
    public record Event(String node, Kind kind, Language language, String what) {

        /** What happens, and what {@code what} then is. */
        public enum Kind {
            /** An announcement's id. */
            HEARS,
            /** Keys. */
            PRESSES,
            /** Nothing: the caller lets the time for a key pass. */
            STAYS_SILENT,
            /** Digits kept with the call. */
            KEPT,
            /** Nothing: the conversation will not be recorded. */
            NOT_RECORDED,
            /** Name of a queue in which nobody answers. */
            NOBODY_ANSWERS
        }
    }

    /**
     * Who calls.
     *
     * @param moment       of the arrival
     * @param dialled      the number dialled; empty where it does not matter
     * @param language     chosen before the call, such as by its number; empty: the hotline's first
     * @param keys         pressed one after the other: a key at a menu, digits at a question; {@code -} is silence, as
     *                     is all that comes after the last
     * @param answered     whether a consultant answers; otherwise the call goes on where the tree says so
     */
    public record Caller(
            Instant moment, String dialled, Optional<Language> language, List<String> keys, boolean answered) {
        public Caller {
            keys = List.copyOf(keys);
        }
    }

    /** Leads the caller through the hotline's tree. */
    public static SimulatedCall of(Hotline hotline, Caller caller) {
        SimulatedLine line =
                new SimulatedLine(caller.keys(), hotline.languages().get(0));
        List<Destination> destinations = new ArrayList<>();
        Visit visit = new Visit(caller.moment(), caller.dialled(), caller.language(), Optional.empty());
        try {
            while (true) {
                Destination destination = new TreeWalk(hotline).walk(line, visit);
                destinations.add(destination);
                if (caller.answered()
                        || destinations.size() == MOST_VISITS
                        || !(destination instanceof Destination.Queued queued)
                        || queued.then().isEmpty()) {
                    return new SimulatedCall(line.events(), destinations);
                }
                line.nobodyAnswers(queued.queue());
                visit = new Visit(
                        caller.moment(), caller.dialled(), Optional.of(destination.language()), queued.then());
            }
        } catch (CallerHungUp impossible) {
            throw new IllegalStateException("a simulated caller never hangs up", impossible);
        }
    }

    /** Where the call ends up. */
    public Destination end() {
        return destinations.get(destinations.size() - 1);
    }
}
