package org.infolinia.hotline.ivr;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Language;

/**
 * A caller who does what a script says: one character for each question.
 *
 * <p>{@code 0-9 * #} press that key, {@code -} stays silent, {@code !} hangs up. A caller whose script is at its end
 * stays silent for ever.
 */
final class ScriptedCaller implements CallerLine {

    private final Deque<Character> script = new ArrayDeque<>();
    private final boolean hangsUpOnAnnouncements;
    private final List<String> heard = new ArrayList<>();
    private String unplayable = "";

    ScriptedCaller(String script) {
        this(script, false);
    }

    private ScriptedCaller(String script, boolean hangsUpOnAnnouncements) {
        script.chars().forEach(key -> this.script.add((char) key));
        this.hangsUpOnAnnouncements = hangsUpOnAnnouncements;
    }

    static ScriptedCaller whoHangsUpOnAnnouncements() {
        return new ScriptedCaller("", true);
    }

    /** There is no sound for this announcement. */
    ScriptedCaller unableToHear(String announcement) {
        unplayable = announcement;
        return this;
    }

    /** One line for each thing the interpreter asked of the line. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void at(String node, boolean closed) {
        heard.add("at " + node + (closed ? " closed" : ""));
    }

    @Override
    public void speak(Language language) {
        heard.add("speak " + language);
    }

    @Override
    public void knowsOfRecording() {
        heard.add("told");
    }

    @Override
    public void declinesRecording() {
        heard.add("declined");
    }

    @Override
    public boolean play(List<String> announcements) throws CallerHungUp {
        heard.add("play " + String.join("+", announcements));
        if (hangsUpOnAnnouncements) {
            throw new CallerHungUp();
        }
        return !announcements.contains(unplayable);
    }

    @Override
    public Optional<Character> ask(List<String> announcements, Duration patience) throws CallerHungUp {
        heard.add("ask " + String.join("+", announcements) + " " + patience.toSeconds() + " s");
        return press();
    }

    /** Takes keys of the script up to the finishing key, a silence, or as many as are asked for at most. */
    @Override
    public Optional<String> askDigits(List<String> announcements, Duration patience, int most, char finish)
            throws CallerHungUp {
        heard.add("ask for " + most + " " + String.join("+", announcements) + " " + patience.toSeconds() + " s");
        StringBuilder digits = new StringBuilder();
        while (digits.length() < most) {
            Optional<Character> key = press();
            if (key.isEmpty()) {
                return digits.isEmpty() ? Optional.empty() : Optional.of(digits.toString());
            }
            if (key.get() == finish) {
                break;
            }
            digits.append(key.get());
        }
        return Optional.of(digits.toString());
    }

    @Override
    public void keep(String digits) {
        heard.add("keep " + digits);
    }

    private Optional<Character> press() throws CallerHungUp {
        Character next = script.poll();
        if (next == null || next == '-') {
            return Optional.empty();
        }
        if (next == '!') {
            throw new CallerHungUp();
        }
        return Optional.of(next);
    }
}
