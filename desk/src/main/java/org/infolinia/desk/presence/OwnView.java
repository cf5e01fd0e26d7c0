package org.infolinia.desk.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.infolinia.desk.floor.CallAtHand;
import org.infolinia.desk.floor.Consultant;
import org.infolinia.desk.floor.Floor;
import org.infolinia.desk.floor.FloorView;
import org.infolinia.desk.floor.RecordingState;
import org.infolinia.desk.floor.Standing;
import org.infolinia.desk.floor.WaitingCaller;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.jspecify.annotations.Nullable;

/** What a consultant's page shows of the floor. */
public final class OwnView {

    private final Floor floor;
    private final Supplier<Hotline> hotline;
    private final Predicate<Consultant> owes;
    private final Clock clock;

    /**
     * @param hotline the one in force, for the topics of its queues
     * @param owes    whether somebody may not go on yet
     */
    public OwnView(Floor floor, Supplier<Hotline> hotline, Predicate<Consultant> owes, Clock clock) {
        this.floor = floor;
        this.hotline = hotline;
        this.owes = owes;
        this.clock = clock;
    }

    /**
     * As the page's script reads it; times are milliseconds since 1970, lengths whole seconds.
     *
     * @param now       by our clock, so that the page's own may be wrong
     * @param known     whether Asterisk is listened to: otherwise the rest is what was last known
     * @param owes      whether after-call work does not end, since the case of the call has no outcome
     * @param recording {@code on}, {@code paused}, {@code none} or empty
     * @param resumes   when a paused recording goes on by itself; null where it is not paused
     * @param device    {@code browser}, {@code telephone} or empty
     * @param until     when after-call work ends by itself; null where it does not
     */
    public record Own(
            long version,
            long now,
            boolean known,
            String standing,
            String reason,
            long since,
            @Nullable Long until,
            boolean owes,
            String device,
            boolean reachable,
            String recording,
            @Nullable Long resumes,
            List<Queue> queues,
            @Nullable Call call) {}

    /** A queue that is theirs. */
    public record Queue(
            String name,
            String title,
            int waiting,
            @Nullable Long longestSince) {}

    /**
     * The call that rings, or is talked, or that the consultant has just had.
     *
     * @param talks whether it is talked
     * @param over  whether the consultant has just had it
     */
    public record Call(
            String linkedId,
            String number,
            String language,
            String digits,
            String queue,
            String title,
            long waited,
            long since,
            boolean talks,
            boolean over) {}

    Own of(String name, Language language) {
        FloorView view = floor.view();
        Hotline now = hotline.get();
        Instant at = clock.instant();
        Optional<Consultant> one = Optional.ofNullable(view.consultants().get(name));
        List<String> theirs = one.map(Consultant::queues)
                .filter(queues -> !queues.isEmpty())
                .orElseGet(() -> now.placesOf(now.skillsOf(name)).stream()
                        .map(place -> place.queue().value())
                        .toList());
        Duration rest = now.presence().afterCall();
        Optional<Instant> resumes = one.flatMap(Consultant::recordingResumes).filter(at::isBefore);
        return new Own(
                view.version(),
                at.toEpochMilli(),
                view.silence().isEmpty(),
                one.map(Consultant::standing).orElse(Standing.SIGNED_OUT).word(),
                one.map(Consultant::reason).orElse(""),
                one.map(Consultant::since).orElse(at).toEpochMilli(),
                one.filter(person -> person.standing() == Standing.AFTER_CALL)
                        .map(person -> person.since().plus(rest).toEpochMilli())
                        .orElse(null),
                one.filter(owes).isPresent(),
                one.map(Consultant::device)
                        .flatMap(Device::named)
                        .map(Device::word)
                        .orElse(""),
                one.map(Consultant::reachable).orElse(false),
                recording(one, resumes),
                resumes.map(Instant::toEpochMilli).orElse(null),
                theirs.stream()
                        .map(queue -> queue(now, queue, view.queues().getOrDefault(queue, List.of()), language))
                        .toList(),
                one.flatMap(Consultant::callOrJustOver)
                        .map(call -> call(now, one.get(), call, language))
                        .orElse(null));
    }

    /** Of a forgotten pause Asterisk says nothing when it ends. */
    private static String recording(Optional<Consultant> one, Optional<Instant> resumes) {
        RecordingState said = one.map(Consultant::recording).orElse(RecordingState.UNKNOWN);
        return switch (said) {
            case PAUSED -> (resumes.isPresent() ? said : RecordingState.ON).word();
            case HELD -> RecordingState.PAUSED.word();
            default -> said.word();
        };
    }

    private static Queue queue(Hotline hotline, String queue, List<WaitingCaller> callers, Language language) {
        return new Queue(
                queue,
                hotline.queueTitle(queue, language),
                callers.size(),
                callers.stream()
                        .map(WaitingCaller::since)
                        .min(Instant::compareTo)
                        .map(Instant::toEpochMilli)
                        .orElse(null));
    }

    private static Call call(Hotline hotline, Consultant whose, CallAtHand call, Language language) {
        return new Call(
                call.caller().linkedId(),
                call.caller().number(),
                call.caller().language(),
                call.caller().digits(),
                call.queue(),
                hotline.queueTitle(call.queue(), language),
                call.waited().toSeconds(),
                call.since().toEpochMilli(),
                whose.talks(),
                whose.call().isEmpty());
    }
}
