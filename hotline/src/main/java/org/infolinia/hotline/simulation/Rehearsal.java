package org.infolinia.hotline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.ivr.Destination;
import org.infolinia.hotline.simulation.SimulatedCall.Event;

/**
 * A simulated call up to where the caller is asked for a key that nobody has pressed yet.
 *
 * @param events in order
 * @param end    where the call ends up; empty while the caller is asked
 */
public record Rehearsal(List<Event> events, Optional<Destination> end) {

    public Rehearsal {
        events = List.copyOf(events);
    }

    /** @param caller whose keys are those pressed so far; behind them is a question, not silence */
    public static Rehearsal of(Hotline hotline, SimulatedCall.Caller caller) {
        SimulatedCall call = SimulatedCall.of(hotline, caller);
        List<Event> events = new ArrayList<>();
        int asked = 0;
        for (Event event : call.events()) {
            boolean answer = event.kind() == Event.Kind.PRESSES || event.kind() == Event.Kind.STAYS_SILENT;
            if (answer && asked == caller.keys().size()) {
                return new Rehearsal(events, Optional.empty());
            }
            asked += answer ? 1 : 0;
            events.add(event);
        }
        return new Rehearsal(events, Optional.of(call.end()));
    }
}
