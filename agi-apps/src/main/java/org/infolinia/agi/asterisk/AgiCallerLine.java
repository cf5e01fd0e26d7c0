package org.infolinia.agi.asterisk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.agi.announcements.Silence;
import org.infolinia.agi.announcements.Sound;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.CallerLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A caller's line in as few AGI commands as will do: one to say something or ask for a key, two for digits; the notes go
 * along.
 *
 * <p>Why these commands for a key, and not others, is in RATIONALE.md.
 */
final class AgiCallerLine implements CallerLine {

    private static final Logger LOG = LoggerFactory.getLogger(AgiCallerLine.class);

    /** What the dead man's handle has on top of all that is to be heard and waited for. */
    static final Duration MARGIN = Duration.ofSeconds(6);

    /** How much later than the dead man's handle we give up; by then Asterisk has taken the caller back. */
    private static final Duration AFTER_HANDLE = Duration.ofSeconds(5);

    /** A to D are keys of test sets and modems; no caller has them, no tree knows them. */
    private static final String KEYS = "0123456789*#";

    private final AgiWire wire;
    private final ChannelNotes notes;
    private final Sounds sounds;

    AgiCallerLine(AgiWire wire, ChannelNotes notes, Sounds sounds) {
        this.wire = wire;
        this.notes = notes;
        this.sounds = sounds;
    }

    @Override
    public void at(String node, boolean closed) {
        notes.at(node, closed);
    }

    @Override
    public void speak(Language language) {
        notes.speak(language);
    }

    @Override
    public void knowsOfRecording() {
        notes.note(ChannelNotes.TOLD, "1");
    }

    @Override
    public void declinesRecording() {
        notes.note(ChannelNotes.UNRECORDED, "1");
    }

    @Override
    public boolean play(List<String> announcements) throws CallerHungUp {
        List<Sound> say = sounds.find(announcements, notes.language());
        if (!say.isEmpty()) {
            Duration handle = noteHandle(say, Duration.ZERO);
            wire.execute("Exec \"Playback(" + notes.takeInline() + joined(say) + ")\"", handle.plus(AFTER_HANDLE));
        }
        return say.size() == announcements.size();
    }

    @Override
    public Optional<Character> ask(List<String> announcements, Duration patience) throws CallerHungUp {
        List<Sound> say = sounds.find(announcements, notes.language());
        Duration atMost = noteHandle(say, patience).plus(AFTER_HANDLE);
        Stream<String> names = Stream.concat(say.stream().map(Sound::name), Silence.lasting(patience).stream());
        String files = names.collect(Collectors.joining("&"));
        long began = System.nanoTime();
        int key = pressed(wire.send("EXEC Exec \"Background(" + notes.takeInline() + files + ")\"", atMost));
        // Half of it, since a sound may end a moment early.
        if (key == 0 && System.nanoTime() - began < patience.toNanos() / 2) {
            // What cannot be played ends it at once. Whoever knows the menu by heart still gets where they want to.
            LOG.error("Asterisk cannot play one of {}: see that each is there and that its user may read it", files);
            key = pressed(wire.send("WAIT FOR DIGIT " + Math.max(1, patience.toMillis()), atMost));
        }
        return key != 0 && KEYS.indexOf(key) >= 0 ? Optional.of((char) key) : Optional.empty();
    }

    /** The key that ended it, in ASCII; 0 for none. */
    private static int pressed(AgiReply reply) throws CallerHungUp {
        if (reply.isFailure()) {
            throw new CallerHungUp();
        }
        if (!reply.result().matches("\\d{1,3}")) {
            throw new AgiFault("did not tell which key was pressed");
        }
        return Integer.parseInt(reply.result());
    }

    @Override
    public Optional<String> askDigits(List<String> announcements, Duration patience, int most, char finish)
            throws CallerHungUp {
        List<Sound> say = sounds.find(announcements, notes.language());
        Duration atMost = noteHandle(say, patience.multipliedBy(most + 1L)).plus(AFTER_HANDLE);
        String options = finish == '#' ? "" : "t(" + finish + ")";
        Read read = read(say, most, options, patience, atMost);
        // As with a menu's keys: no A to D.
        String digits = read.keys.replaceAll("[^0-9*#]", "");
        return read.inTime || !digits.isEmpty() ? Optional.of(digits) : Optional.empty();
    }

    @Override
    public void keep(String digits) {
        notes.note("INFOLINIA_DIGITS", digits);
    }

    /**
     * What a caller keyed in.
     *
     * @param inTime whether they finished, or were stopped at the most that was asked for, before patience was over
     */
    private record Read(String keys, boolean inTime) {}

    /** Two round trips: the first does not say what became of it. */
    private Read read(List<Sound> say, int most, String options, Duration patience, Duration atMost)
            throws CallerHungUp {
        long seconds = Math.max(1, patience.toSeconds());
        wire.execute(
                "Exec \"Read(INFOLINIA_KEY," + notes.takeInline() + joined(say) + "," + most + "," + options + ",1,"
                        + seconds + ")\"",
                atMost);
        AgiReply reply = wire.send("GET FULL VARIABLE \"${READSTATUS}:${INFOLINIA_KEY}\"", AgiCall.AT_ONCE);
        String[] parts = reply.detail().split(":", 2);
        if (parts.length != 2) {
            throw new AgiFault("did not tell which key was pressed");
        }
        if (parts[0].equals("HANGUP")) {
            throw new CallerHungUp();
        }
        return new Read(parts[1], parts[0].equals("OK"));
    }

    /** Renews the dead man's handle, with whatever takes the notes along, for all that is to be heard and waited for. */
    private Duration noteHandle(List<Sound> say, Duration patience) {
        Duration heard = say.stream().map(Sound::length).reduce(patience, Duration::plus);
        Duration handle =
                Duration.ofSeconds(heard.plusNanos(999_999_999).toSeconds()).plus(MARGIN);
        notes.handle(handle);
        return handle;
    }

    private static String joined(List<Sound> say) {
        return say.stream().map(Sound::name).collect(Collectors.joining("&"));
    }
}
