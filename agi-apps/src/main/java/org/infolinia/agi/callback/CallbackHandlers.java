package org.infolinia.agi.callback;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.callback.AttemptResult;
import org.infolinia.hotline.callback.Callback;
import org.infolinia.hotline.callback.CallbackRules;
import org.infolinia.hotline.callback.CallbackState;
import org.infolinia.hotline.callback.Callbacks;
import org.infolinia.hotline.callback.ListedCallback;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.CallerLine;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.hotline.number.PhoneNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dialplan's questions about call-backs.
 *
 * <p>Where the list is away, they fail: without a token the caller is back in the queue, the consultant hears that it
 * cannot be done now.
 */
public final class CallbackHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackHandlers.class);

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,80}");

    private static final List<String> ABOUT_THE_CALLER = List.of(
            "${CALLERID(num)}",
            "${CHANNEL(linkedid)}",
            "${CHANNEL(language)}",
            "${INFOLINIA_QUEUE}",
            "${INFOLINIA_SINCE}",
            "${INFOLINIA_AT}",
            "${INFOLINIA_PRIORITY}",
            "${INFOLINIA_UNRECORDED}");

    private static final String DESTINATION = "INFOLINIA_DESTINATION";
    private static final String CALLBACK = "INFOLINIA_CALLBACK";
    private static final String NUMBER = "INFOLINIA_NUMBER";
    private static final String PAUSE = "INFOLINIA_CALLBACK_PAUSE";

    private final Supplier<Hotline> inForce;
    private final Function<Hotline, Sounds> soundsOf;
    private final Supplier<Callbacks> list;
    private final PhoneNumbers numbers;
    private final Clock clock;
    private final boolean development;

    /**
     * @param inForce     asked once per call
     * @param soundsOf    what that hotline's announcements sound like
     * @param list        asked once per call; may throw where it is away
     * @param numbers     which may be called
     * @param development whether testers may pretend another time
     */
    public CallbackHandlers(
            Supplier<Hotline> inForce,
            Function<Hotline, Sounds> soundsOf,
            Supplier<Callbacks> list,
            PhoneNumbers numbers,
            Clock clock,
            boolean development) {
        this.inForce = inForce;
        this.soundsOf = soundsOf;
        this.list = list;
        this.numbers = numbers;
        this.clock = clock;
        this.development = development;
    }

    /** By script, the path of the AGI URL. */
    public Map<String, CallHandler> byScript() {
        return Map.of(
                "callback", this::ask,
                "callback-turn", this::turn,
                "callback-take", this::takeOldest,
                "callback-next", this::next,
                "callback-over", this::over);
    }

    /** A caller wants to be called back. */
    private void ask(InboundCall call) throws CallerHungUp {
        Optional<Nonce> nonce = nonce(call);
        if (nonce.isEmpty()) {
            return;
        }
        Hotline hotline = inForce.get();
        List<String> values = call.values(ABOUT_THE_CALLER);
        CallerLine line = call.line(soundsOf.apply(hotline));
        Language language = new Language(values.get(2));
        line.speak(language);
        Instant now = clock.instant();
        Instant believed =
                development && !values.get(5).isEmpty() ? Instant.ofEpochSecond(Long.parseLong(values.get(5))) : now;
        Optional<Instant> expires =
                hotline.waiting().callback().flatMap(rules -> rules.expiry(hotline.hours(), believed));
        if (expires.isEmpty()) {
            call.leave(Map.of(DESTINATION, "unavailable"), nonce.get());
            return;
        }
        Callbacks callbacks = list.get();
        Optional<PhoneNumber> number = new NumberDialogue(line, numbers).settle(values.get(0));
        if (number.isEmpty()) {
            call.leave(Map.of(DESTINATION, "wait"), nonce.get());
            return;
        }
        // In the clock's own time, whatever a tester pretends.
        Instant until = now.plusSeconds(expires.get().getEpochSecond() - believed.getEpochSecond());
        Instant asked = clock.instant();
        Callback callback = new Callback(
                values.get(1),
                new QueueName(values.get(3)),
                language,
                number.get(),
                Instant.ofEpochSecond(Math.min(Long.parseLong(values.get(4)), asked.getEpochSecond())),
                Instant.ofEpochSecond(asked.getEpochSecond()),
                Instant.ofEpochSecond(until.getEpochSecond()),
                values.get(6).isEmpty() ? 0 : Integer.parseInt(values.get(6)),
                values.get(7).equals("1"));
        Callbacks.Kept kept = callbacks.keep(callback);
        LOG.info("call {}: call-back {}", call.uniqueId(), kept);
        call.leave(
                switch (kept) {
                    case KEPT ->
                        Map.of(
                                DESTINATION,
                                "callback",
                                CALLBACK,
                                callback.linkedId(),
                                "INFOLINIA_CALLBACK_UNTIL",
                                Long.toString(until.getEpochSecond()));
                    case ALREADY_THERE -> Map.of(DESTINATION, "known");
                    case TOO_OFTEN, TOO_MANY -> Map.of(DESTINATION, "unavailable");
                },
                nonce.get());
    }

    /** A consultant has answered the placeholder. */
    private void turn(InboundCall call) throws CallerHungUp {
        Optional<Nonce> nonce = nonce(call);
        String id = argument(call, 1);
        if (nonce.isEmpty() || id.isEmpty()) {
            return;
        }
        Optional<Callback> taken = list.get().take(id, argument(call, 2), clock.instant());
        call.leave(
                taken.map(callback -> Map.of(NUMBER, callback.number().value())).orElse(Map.of()), nonce.get());
    }

    /** A consultant asks for the oldest on the list; hears its number. */
    private void takeOldest(InboundCall call) throws CallerHungUp {
        Optional<Nonce> nonce = nonce(call);
        if (nonce.isEmpty()) {
            return;
        }
        Hotline hotline = inForce.get();
        Optional<Callback> taken = list.get().takeOldest(argument(call, 1), clock.instant());
        if (taken.isEmpty()) {
            call.leave(Map.of(), nonce.get());
            return;
        }
        CallerLine line = call.line(soundsOf.apply(hotline));
        line.speak(hotline.languages().get(0));
        List<String> say = new ArrayList<>(List.of("callback-number"));
        say.addAll(NumberDialogue.digits(taken.get().number()));
        try {
            line.play(say);
            Map<String, String> left = place(taken.get());
            left.put(NUMBER, taken.get().number().value());
            call.leave(left, nonce.get());
        } catch (CallerHungUp gone) {
            // Nobody is going to dial it: the next consultant may have it.
            over(taken.get().linkedId(), argument(call, 1), AttemptResult.BROKEN_OFF, hotline);
            throw gone;
        }
    }

    /** An attempt is over; the line may be dead already. */
    private void over(InboundCall call) throws CallerHungUp {
        String id = argument(call, 0);
        if (id.isEmpty()) {
            return;
        }
        Hotline hotline = inForce.get();
        Optional<ListedCallback> after = over(id, argument(call, 1), AttemptResult.of(argument(call, 2)), hotline);
        Optional<Long> pause =
                after.filter(listed -> listed.state() == CallbackState.OPEN).map(this::pause);
        if (pause.isPresent()) {
            call.set(PAUSE, Long.toString(pause.get()));
        }
    }

    /** Asterisk has started anew and goes through those who wait to be called. */
    private void next(InboundCall call) throws CallerHungUp {
        Optional<Nonce> nonce = nonce(call);
        if (nonce.isEmpty()) {
            return;
        }
        Optional<ListedCallback> next = list.get().nextOpen(argument(call, 1), clock.instant());
        Map<String, String> left = new HashMap<>();
        next.ifPresent(listed -> {
            left.putAll(place(listed.callback()));
            left.put(PAUSE, Long.toString(pause(listed)));
        });
        call.leave(left, nonce.get());
    }

    /** Which place in which queue it holds, and how its caller is to be called. */
    private static Map<String, String> place(Callback callback) {
        return new HashMap<>(Map.of(
                CALLBACK,
                callback.linkedId(),
                "INFOLINIA_QUEUE",
                callback.queue().value(),
                "INFOLINIA_SINCE",
                Long.toString(callback.joined().getEpochSecond()),
                "INFOLINIA_CALLBACK_UNTIL",
                Long.toString(callback.expires().getEpochSecond()),
                "INFOLINIA_PRIORITY",
                Integer.toString(callback.priority()),
                "INFOLINIA_SPOKEN",
                callback.language().code(),
                "__INFOLINIA_UNRECORDED",
                callback.declined() ? "1" : "0"));
    }

    /** Seconds until it may be called. */
    private long pause(ListedCallback listed) {
        return Math.max(0, listed.notBefore().getEpochSecond() - clock.instant().getEpochSecond());
    }

    private Optional<ListedCallback> over(String id, String consultant, AttemptResult result, Hotline hotline) {
        CallbackRules rules =
                hotline.waiting().callback().orElse(new CallbackRules('0', 1, java.time.Duration.ZERO, 1));
        Optional<ListedCallback> after = list.get().tried(id, consultant, result, rules, clock.instant());
        after.ifPresent(listed -> LOG.info("call-back {}: {}, now {}", id, result, listed.state()));
        return after;
    }

    private static Optional<Nonce> nonce(InboundCall call) {
        Optional<Nonce> nonce = call.arguments().isEmpty()
                ? Optional.empty()
                : Nonce.among(call.arguments().subList(0, 1));
        if (nonce.isEmpty()) {
            LOG.error("call {}: the dialplan passed no fit completion token, nothing done", call.uniqueId());
        }
        return nonce;
    }

    /** Empty where it is absent or unfit. */
    private static String argument(InboundCall call, int at) {
        List<String> all = call.arguments();
        return at < all.size() && ID.matcher(all.get(at)).matches() ? all.get(at) : "";
    }
}
