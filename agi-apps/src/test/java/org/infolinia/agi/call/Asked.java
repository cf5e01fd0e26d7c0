package org.infolinia.agi.call;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerLine;
import org.infolinia.hotline.ivr.Destination;

/** A call that asks a handler for an answer, and nothing else. */
public final class Asked implements InboundCall {

    private final List<String> arguments;
    private Map<String, String> answered = Map.of();

    /** @param arguments as the dialplan passes them */
    public Asked(List<String> arguments) {
        this.arguments = arguments;
    }

    /** What was given back, with the token as {@code token}; empty when nothing was. */
    public Map<String, String> answered() {
        return answered;
    }

    @Override
    public String uniqueId() {
        return "1.1";
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }

    @Override
    public String dialled() {
        return "";
    }

    @Override
    public Optional<Language> language() {
        return Optional.empty();
    }

    @Override
    public CallerLine line(Sounds sounds) {
        throw new AssertionError("nothing is said");
    }

    @Override
    public void set(String variable, String value) {
        throw new AssertionError("nothing is set before the answer");
    }

    @Override
    public List<String> values(List<String> expressions) {
        throw new AssertionError("nothing is asked back");
    }

    @Override
    public StudioLine studioLine(Sounds sounds) {
        throw new AssertionError("nothing is recorded");
    }

    @Override
    public Optional<Instant> pretendedArrival() {
        return Optional.empty();
    }

    @Override
    public void leave(Map<String, String> variables, Nonce nonce) {
        answered = new HashMap<>(variables);
        answered.put("token", nonce.value());
    }

    @Override
    public void leave(Destination destination, String version, Nonce nonce) {
        throw new AssertionError("goes nowhere");
    }
}
