package org.infolinia.agi.asterisk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.announcements.Sound;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.StudioLine;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A studio's telephone in AGI commands. */
final class AgiStudioLine implements StudioLine {

    private static final Logger LOG = LoggerFactory.getLogger(AgiStudioLine.class);

    /** A speaker who pauses to turn the page is not at the end; who put the receiver down is. */
    private static final int SILENCE_SECONDS = 5;

    /** What was asked last, for whoever watches the call; sent along with the handle. */
    private static final String AT = "INFOLINIA_STUDIO";

    private static final Duration TONE = Duration.ofSeconds(1);

    /** How much later than the dead man's handle we give up, as on a caller's line. */
    private static final Duration AFTER_HANDLE = Duration.ofSeconds(5);

    private final AgiWire wire;
    private final ChannelNotes notes;
    private final Sounds sounds;
    private final AgiCallerLine line;

    AgiStudioLine(AgiWire wire, ChannelNotes notes, Sounds sounds) {
        this.wire = wire;
        this.notes = notes;
        this.sounds = sounds;
        this.line = new AgiCallerLine(wire, notes, sounds);
    }

    @Override
    public void speak(Language language) {
        line.speak(language);
    }

    @Override
    public void say(String announcement) throws CallerHungUp {
        line.play(List.of(announcement));
    }

    @Override
    public Optional<Character> ask(String announcement, Duration patience) throws CallerHungUp {
        notes.note(AT, announcement);
        return line.ask(List.of(announcement), patience);
    }

    @Override
    public String type(String announcement, Duration patience, int most) throws CallerHungUp {
        notes.note(AT, announcement);
        List<Sound> say = sounds.find(List.of(announcement), notes.language());
        if (say.isEmpty()) {
            return "";
        }
        Duration heard = say.get(0).length();
        Duration atMost = handle(heard.plus(patience.multipliedBy(most + 1L)));
        // Not EXEC Read: that would leave what was typed in a variable, for every listener of AMI to see.
        AgiReply reply = wire.send(
                "GET DATA " + say.get(0).name() + " " + Math.max(1, patience.toMillis()) + " " + most, atMost);
        if (reply.isFailure()) {
            requireLine();
            LOG.error(
                    "Asterisk cannot play {}: see that its user may read the file",
                    say.get(0).name());
            return "";
        }
        return reply.result().replaceAll("[^0-9*]", "");
    }

    @Override
    public boolean record(Path file, Duration atMost) throws CallerHungUp {
        notes.note(AT, "recording");
        Duration within = handle(atMost.plus(TONE));
        AgiReply reply = wire.send(
                "RECORD FILE " + file + " wav 0123456789*# " + atMost.toMillis() + " BEEP s=" + SILENCE_SECONDS,
                within);
        if (!reply.isFailure()) {
            return true;
        }
        if (reply.detail().equals("hangup")) {
            throw new CallerHungUp();
        }
        requireLine();
        LOG.error(
                "Asterisk cannot record ({}): its user has to be allowed to write into {}, and there has to be a sound"
                        + " named beep",
                reply.detail(),
                file.getParent());
        return false;
    }

    @Override
    public void play(Path file, Duration length) throws CallerHungUp {
        wire.execute("Playback " + file, handle(length));
    }

    /** A command fails for a telephone that is gone, but for other reasons too. */
    private void requireLine() throws CallerHungUp {
        if (wire.send("CHANNEL STATUS", AgiCall.AT_ONCE).isFailure()) {
            throw new CallerHungUp();
        }
    }

    /** Renews the dead man's handle for what is about to be done. */
    private Duration handle(Duration heard) throws CallerHungUp {
        Duration handle =
                Duration.ofSeconds(heard.plusNanos(999_999_999).toSeconds()).plus(AgiCallerLine.MARGIN);
        notes.handle(handle);
        wire.execute(notes.take(), AgiCall.AT_ONCE);
        return handle.plus(AFTER_HANDLE);
    }
}
