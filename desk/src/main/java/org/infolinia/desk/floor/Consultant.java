package org.infolinia.desk.floor;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A consultant at one moment.
 *
 * @param name      as the queue log names them
 * @param standing  where they are
 * @param reason    of the break; empty without one
 * @param since     when this standing began, as far as it is known
 * @param device    Asterisk's name of their telephone, {@code PJSIP/desk_anna}; empty when signed out
 * @param penalties how much later than others they are rung, by the queues they are signed in to
 * @param paused    whether no call is offered because somebody, or a rule of ours, said so
 * @param pauseReason of that pause, of whatever standing; empty without one
 * @param reachable whether Asterisk could ring the telephone
 * @param call      that rings or is talked, also with one whom they have dialled; empty where that began in after-call
 *                  work
 * @param talks     whether that call is talked
 * @param over      the conversation that ended last, as long as the consultant may still write of it: until after-call work
 *                  ends, they sign out, or the next call rings; without after-call work, until one of the latter
 * @param awaited   until when somebody waits at most for the page, which was lost in a conversation; past when nobody does
 * @param finished  when their latest conversation from a queue ended; empty when not since our start
 * @param missed    when they last did not answer an offer; empty when not since our start
 * @param recording of the conversation that goes on
 * @param recordingResumes when a paused one goes on by itself; empty where it is not paused, or until somebody says so
 */
public record Consultant(
        String name,
        Standing standing,
        String reason,
        Instant since,
        String device,
        Map<String, Integer> penalties,
        boolean paused,
        String pauseReason,
        boolean reachable,
        Optional<CallAtHand> call,
        boolean talks,
        Optional<CallAtHand> over,
        Instant awaited,
        Optional<Instant> finished,
        Optional<Instant> missed,
        RecordingState recording,
        Optional<Instant> recordingResumes) {

    public Consultant {
        penalties = Collections.unmodifiableMap(new LinkedHashMap<>(penalties));
    }

    /** Those they are signed in to. */
    public List<String> queues() {
        return List.copyOf(penalties.keySet());
    }

    /** The call that the consultant has to do with: at hand, or else just over. */
    public Optional<CallAtHand> callOrJustOver() {
        return call.or(() -> over);
    }
}
