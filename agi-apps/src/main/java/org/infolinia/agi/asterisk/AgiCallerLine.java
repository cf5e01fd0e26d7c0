package org.infolinia.agi.asterisk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infolinia.agi.announcements.Sound;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.CallerLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A caller's line in as few AGI commands as will do: one to say something, two to ask; the notes go along.
 *
 * <p>Why these commands for a key, and not others, is in RATIONALE.md.
 */
final class AgiCallerLine implements CallerLine {

    private static final Logger LOG = LoggerFactory.getLogger(AgiCallerLine.class);

    /** What the dead man's handle has on top of all that is to be heard and waited for. */
    static final Duration MARGIN = Duration.ofSeconds(6);

    /** How much later than the dead man's handle we give up; by then Asterisk has taken the caller back. */
    private static final Duration AFTER_HANDLE = Duration.ofSeconds(5);

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
        if (say.size() > 1) {
            Read read = read(say, 1, "", patience, atMost);
            return key(read.keys, !read.inTime);
        }
        wire.execute(notes.take(), AgiCall.AT_ONCE);
        return say.isEmpty() ? waitForKey(patience, atMost) : askWithOne(say.get(0), patience, atMost);
    }

    @Override
    public Optional<String> askDigits(List<String> announcements, Duration patience, int most, char finish)
            throws CallerHungUp {
        List<Sound> say = sounds.find(announcements, notes.language());
        Duration atMost = noteHandle(say, patience.multipliedBy(most + 1L)).plus(AFTER_HANDLE);
        String options = finish == '#' ? "" : "t(" + finish + ")";
        Read read = read(say, most, options, patience, atMost);
        // A to D are keys of test sets and modems; no caller has them, no pattern knows them.
        String digits = read.keys.replaceAll("[^0-9*#]", "");
        return read.inTime || !digits.isEmpty() ? Optional.of(digits) : Optional.empty();
    }

    @Override
    public void keep(String digits) {
        notes.note("INFOLINIA_DIGITS", digits);
    }

    /** {@code #} ends the input, which leaves it empty, but then there is no {@code (timeout)} either. */
    private Optional<Character> askWithOne(Sound sound, Duration patience, Duration atMost) throws CallerHungUp {
        AgiReply reply = wire.send("GET DATA " + sound.name() + " " + millis(patience) + " 1", atMost);
        if (reply.isFailure()) {
            return askAgainWithout(sound, patience, atMost);
        }
        return key(reply.result(), reply.detail().equals("timeout"));
    }

    /** GET DATA fails for a caller who is gone, but also for a file that Asterisk cannot read. */
    private Optional<Character> askAgainWithout(Sound sound, Duration patience, Duration atMost) throws CallerHungUp {
        if (wire.send("CHANNEL STATUS", AgiCall.AT_ONCE).isFailure()) {
            throw new CallerHungUp();
        }
        LOG.error("Asterisk cannot play {}, though it is there: see that its user may read the file", sound.name());
        return waitForKey(patience, atMost);
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

    private Optional<Character> waitForKey(Duration patience, Duration atMost) throws CallerHungUp {
        AgiReply reply = wire.send("WAIT FOR DIGIT " + millis(patience), atMost);
        if (reply.isFailure()) {
            throw new CallerHungUp();
        }
        if (!reply.result().matches("\\d{1,3}")) {
            throw new AgiFault("did not tell which key was pressed");
        }
        int code = Integer.parseInt(reply.result());
        return code == 0 ? Optional.empty() : key(Character.toString(code), false);
    }

    private static Optional<Character> key(String digits, boolean silent) {
        if (digits.isEmpty()) {
            return silent ? Optional.empty() : Optional.of('#');
        }
        // A to D are keys of test sets and modems; no caller has them, no tree knows them.
        return digits.length() == 1 && KEYS.contains(digits) ? Optional.of(digits.charAt(0)) : Optional.empty();
    }

    /** Renews the dead man's handle, with whatever takes the notes along, for all that is to be heard and waited for. */
    private Duration noteHandle(List<Sound> say, Duration patience) {
        Duration heard = say.stream().map(Sound::length).reduce(patience, Duration::plus);
        Duration handle =
                Duration.ofSeconds(heard.plusNanos(999_999_999).toSeconds()).plus(MARGIN);
        notes.handle(handle);
        return handle;
    }

    /** Asterisk takes 0 for its own default of several seconds. */
    private static long millis(Duration patience) {
        return Math.max(1, patience.toMillis());
    }

    private static String joined(List<Sound> say) {
        return say.stream().map(Sound::name).collect(Collectors.joining("&"));
    }
}
