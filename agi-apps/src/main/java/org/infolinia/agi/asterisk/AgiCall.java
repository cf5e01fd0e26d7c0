package org.infolinia.agi.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.agi.call.StudioLine;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.CallerLine;
import org.infolinia.hotline.ivr.Destination;

/** One call in AGI's and our dialplan's words. */
final class AgiCall implements InboundCall {

    /** How long Asterisk may take over a command that says nothing to the caller. */
    static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final Pattern VALUE = Pattern.compile("[0-9A-Za-z_.+-]{0,200}");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,11}");

    private final AgiRequest request;
    private final AgiWire wire;
    private final ChannelNotes notes = new ChannelNotes();

    AgiCall(AgiRequest request, AgiWire wire) {
        this.request = request;
        this.wire = wire;
    }

    @Override
    public String uniqueId() {
        return request.uniqueId();
    }

    @Override
    public String dialled() {
        return request.dialled();
    }

    @Override
    public Optional<Language> language() {
        return request.language();
    }

    @Override
    public List<String> arguments() {
        return request.arguments();
    }

    @Override
    public CallerLine line(Sounds sounds) {
        return new AgiCallerLine(wire, notes, sounds);
    }

    @Override
    public StudioLine studioLine(Sounds sounds) {
        return new AgiStudioLine(wire, notes, sounds);
    }

    @Override
    public Optional<Instant> pretendedArrival() throws CallerHungUp {
        AgiReply reply = wire.send("GET VARIABLE INFOLINIA_AT", AT_ONCE);
        return Optional.of(reply.detail())
                .filter(seconds -> EPOCH_SECONDS.matcher(seconds).matches())
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    @Override
    public List<String> values(List<String> expressions) throws CallerHungUp {
        AgiReply reply = wire.send("GET FULL VARIABLE \"" + String.join("|", expressions) + "\"", AT_ONCE);
        String[] values = reply.detail().split("\\|", -1);
        if (values.length != expressions.size()) {
            throw new AgiFault("gave " + values.length + " values for " + expressions.size());
        }
        return Arrays.stream(values)
                .map(value -> VALUE.matcher(value).matches() ? value : "")
                .toList();
    }

    @Override
    public void set(String variable, String value) throws CallerHungUp {
        wire.send("SET VARIABLE " + variable + " " + ChannelNotes.safe(value), AT_ONCE);
    }

    @Override
    public void leave(Map<String, String> values, Nonce nonce) throws CallerHungUp {
        values.forEach(notes::note);
        finish(nonce);
    }

    @Override
    public void leave(Destination destination, String version, Nonce nonce) throws CallerHungUp {
        notes.speak(destination.language());
        if (destination instanceof Destination.Queued queued) {
            queue(queued);
        } else if (destination instanceof Destination.CalledBack calledBack) {
            notes.note("INFOLINIA_DESTINATION", "callback");
            notes.note("INFOLINIA_QUEUE", calledBack.queue().value());
        } else if (destination instanceof Destination.Transferred transferred) {
            notes.note("INFOLINIA_DESTINATION", "transfer");
            notes.note("INFOLINIA_NUMBER", transferred.number());
        } else if (destination instanceof Destination.Ended ended) {
            notes.at(ended.node(), ended.closed());
            notes.note("INFOLINIA_DESTINATION", "end");
        }
        notes.note("INFOLINIA_VERSION", version);
        finish(nonce);
    }

    private void finish(Nonce nonce) throws CallerHungUp {
        // Held to the last: the dialplan lets go of it once it is back, also from a program that hangs just here.
        notes.handle(AgiCallerLine.MARGIN);
        notes.note("INFOLINIA_DONE", nonce.value());
        wire.execute(notes.take(), AT_ONCE);
    }

    private void queue(Destination.Queued queued) {
        notes.note("INFOLINIA_DESTINATION", "queue");
        notes.note("INFOLINIA_QUEUE", queued.queue().value());
        notes.note("INFOLINIA_PRIORITY", Integer.toString(queued.priority()));
        queued.longestWait().ifPresent(wait -> notes.note("INFOLINIA_LONGEST_WAIT", Long.toString(wait.toSeconds())));
        queued.then().ifPresent(then -> {
            notes.note("INFOLINIA_THEN", then.node());
            notes.note("INFOLINIA_CALLERS", String.join(".", then.callers()));
        });
    }
}
