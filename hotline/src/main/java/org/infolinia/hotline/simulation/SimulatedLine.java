package org.infolinia.hotline.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.ivr.CallerLine;
import org.infolinia.hotline.simulation.SimulatedCall.Event;

/** The line of a caller who listens to the end, then presses the next of their keys. */
final class SimulatedLine implements CallerLine {

    private static final String SILENCE = "-";

    private final Deque<String> keys;
    private final List<Event> events = new ArrayList<>();
    private Language language;
    private String node = "";

    SimulatedLine(List<String> keys, Language language) {
        this.keys = new ArrayDeque<>(keys);
        this.language = language;
    }

    List<Event> events() {
        return events;
    }

    void nobodyAnswers(QueueName queue) {
        happens(Event.Kind.NOBODY_ANSWERS, queue.value());
    }

    @Override
    public void at(String here, boolean closed) {
        node = here;
    }

    @Override
    public void speak(Language chosen) {
        language = chosen;
    }

    /** What the caller was told of it stands among what they heard. */
    @Override
    public void knowsOfRecording() {}

    @Override
    public void declinesRecording() {
        happens(Event.Kind.NOT_RECORDED, "");
    }

    @Override
    public boolean play(List<String> announcements) {
        announcements.forEach(announcement -> happens(Event.Kind.HEARS, announcement));
        return true;
    }

    @Override
    public Optional<Character> ask(List<String> announcements, Duration patience) {
        return pressed(announcements).map(pressed -> pressed.charAt(0));
    }

    @Override
    public Optional<String> askDigits(List<String> announcements, Duration patience, int most, char finish) {
        return pressed(announcements).map(pressed -> {
            int end = pressed.indexOf(finish);
            String digits = end < 0 ? pressed : pressed.substring(0, end);
            return digits.substring(0, Math.min(most, digits.length()));
        });
    }

    @Override
    public void keep(String digits) {
        happens(Event.Kind.KEPT, digits);
    }

    private Optional<String> pressed(List<String> announcements) {
        play(announcements);
        String next = keys.isEmpty() ? SILENCE : keys.remove();
        boolean silent = next.equals(SILENCE);
        happens(silent ? Event.Kind.STAYS_SILENT : Event.Kind.PRESSES, silent ? "" : next);
        return silent ? Optional.empty() : Optional.of(next);
    }

    private void happens(Event.Kind kind, String what) {
        events.add(new Event(node, kind, language, what));
    }
}
