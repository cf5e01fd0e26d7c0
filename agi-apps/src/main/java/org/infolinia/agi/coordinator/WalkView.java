package org.infolinia.agi.coordinator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.ivr.Destination;
import org.infolinia.hotline.simulation.Rehearsal;
import org.infolinia.hotline.simulation.SimulatedCall.Event;

/**
 * A rehearsed call as a page shows it.
 *
 * @param end a word for how it ends, such as {@code queue}; empty while a key is awaited
 * @param on  the queue or the number it ends at; empty where there is none to name
 */
public record WalkView(List<Step> steps, String end, String on) {

    /** What happens at one node. */
    public record Step(String node, List<Happening> happenings) {}

    /**
     * One thing that happens.
     *
     * @param kind         a word, such as {@code hears}
     * @param announcement that is heard; empty for all else
     * @param what         the words that are heard, the keys, or the queue
     */
    public record Happening(String kind, String language, String announcement, String what) {}

    static WalkView of(Rehearsal rehearsal, Hotline hotline) {
        List<Step> steps = new ArrayList<>();
        for (Event event : rehearsal.events()) {
            if (steps.isEmpty() || !steps.get(steps.size() - 1).node().equals(event.node())) {
                steps.add(new Step(event.node(), new ArrayList<>()));
            }
            steps.get(steps.size() - 1).happenings().add(happening(event, hotline));
        }
        return new WalkView(
                steps,
                rehearsal.end().map(WalkView::word).orElse(""),
                rehearsal.end().map(WalkView::name).orElse(""));
    }

    private static Happening happening(Event event, Hotline hotline) {
        boolean heard = event.kind() == Event.Kind.HEARS;
        return new Happening(
                event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                event.language().code(),
                heard ? event.what() : "",
                heard ? words(event, hotline) : event.what());
    }

    private static String words(Event event, Hotline hotline) {
        return Optional.ofNullable(hotline.announcements().get(event.what()))
                .flatMap(announcement -> announcement.text().in(event.language()))
                .map(Texts::inOneLine)
                .orElse(event.what());
    }

    private static String word(Destination end) {
        if (end instanceof Destination.Queued) {
            return "queue";
        }
        if (end instanceof Destination.CalledBack) {
            return "call-back";
        }
        if (end instanceof Destination.Transferred) {
            return "transfer";
        }
        return end instanceof Destination.Ended ended && ended.closed() ? "closed" : "end";
    }

    private static String name(Destination end) {
        if (end instanceof Destination.Queued to) {
            return to.queue().value();
        }
        if (end instanceof Destination.CalledBack to) {
            return to.queue().value();
        }
        return end instanceof Destination.Transferred to ? to.number() : "";
    }
}
