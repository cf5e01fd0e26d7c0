package org.infolinia.desk.floor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The floor at one moment.
 *
 * @param version     grows with each change
 * @param silence     why nothing is known at the moment; empty while Asterisk is listened to
 * @param queues      who waits in each queue, the next to be served first
 * @param consultants who is signed in, or was since our start, by name
 */
public record FloorView(
        long version,
        Optional<String> silence,
        Map<String, List<WaitingCaller>> queues,
        Map<String, Consultant> consultants) {

    public FloorView {
        Map<String, List<WaitingCaller>> waiting = new LinkedHashMap<>();
        queues.forEach((queue, callers) -> waiting.put(queue, List.copyOf(callers)));
        queues = Collections.unmodifiableMap(waiting);
        consultants = Collections.unmodifiableMap(new LinkedHashMap<>(consultants));
    }

    /** That call, if the consultant has it in hand or has just had it. */
    public Optional<CallAtHand> callOf(String consultant, String linkedId) {
        return Optional.ofNullable(consultants.get(consultant))
                .flatMap(Consultant::callOrJustOver)
                .filter(call -> call.caller().linkedId().equals(linkedId));
    }

    /** Those in whom the lead is interested, by name. */
    public List<Consultant> team() {
        return new ArrayList<>(consultants.values());
    }
}
