package org.infolinia.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.jspecify.annotations.Nullable;

/** Plays the scenes of one lane of the day's script in order. */
final class DayLane {

    private static final Duration TALK = Duration.ofSeconds(2);
    private static final Duration PATIENCE_OF_WHO_GIVES_UP = Duration.ofSeconds(8);

    private final Instance instance;
    private final Operator operator;
    private final DayCrew crew;
    private final Map<String, DayCall> played = new LinkedHashMap<>();
    /** What Asterisk says from the moment on at which somebody left a number. */
    private @Nullable AsteriskEvents sinceANumberWasLeft;

    /** @param operator one lane at a time, since it can only hang up all */
    DayLane(Instance instance, Operator operator, DayCrew crew) {
        this.instance = instance;
        this.operator = operator;
        this.crew = crew;
    }

    /** The calls that were played, by linked id. */
    Map<String, DayCall> played() {
        return played;
    }

    void play(DayCall scene) {
        if (scene.act().needsTheOperator()
                || scene.besides().stream().anyMatch(call -> call.act().needsTheOperator())) {
            synchronized (operator) {
                playAlone(scene);
            }
        } else {
            playAlone(scene);
        }
    }

    private void playAlone(DayCall scene) {
        List<TestCall> calls = new ArrayList<>();
        try {
            crew.isReadyFor(scene.act());
            TestCall first = comes(scene, calls);
            if (scene.outcome() == Outcome.ANSWERED) {
                crew.takes(scene.act(), first);
            }
            List<TestCall> others =
                    scene.besides().stream().map(call -> comes(call, calls)).toList();
            for (int i = 0; i < others.size(); i++) {
                waits(scene.besides().get(i), others.get(i));
            }
            ends(scene, first);
            for (int i = 0; i < others.size(); i++) {
                isServed(scene.besides().get(i), others.get(i));
            }
        } finally {
            calls.forEach(TestCall::close);
        }
    }

    /** Dials, and goes as far as the queue or another end. */
    private TestCall comes(DayCall script, List<TestCall> calls) {
        TestCall call = dial(script);
        calls.add(call);
        played.put(call.linkedId, script);
        for (String key : script.keys()) {
            call.reaches("main").presses(key);
        }
        switch (script.act()) {
            case LEAVES -> call.reaches("main").hangsUp();
            case FINDS_NOBODY, FINDS_IT_FULL ->
                call.reaches("still-busy").staysFor(TALK).hangsUp();
            case HEARS_A_MESSAGE, IS_TOO_LATE -> {
                // To the end, which is ours.
            }
            case GIVES_UP_AT_ONCE -> {
                call.joinsQueue();
                call.hangsUp();
            }
            case GIVES_UP -> {
                call.joinsQueue();
                call.staysFor(PATIENCE_OF_WHO_GIVES_UP).hangsUp();
            }
            default -> {
                call.joinsQueue();
                return call;
            }
        }
        return call.ends();
    }

    private TestCall dial(DayCall script) {
        if (script.act() == DayCall.Act.IS_TOO_LATE) {
            return TestCall.dial(instance, DayTest.CLOSED);
        }
        return script.number()
                .map(number -> TestCall.dialFrom(instance, number))
                .orElseGet(() -> TestCall.dial(instance));
    }

    /** While the first caller of the scene still talks. */
    private void waits(DayCall script, TestCall call) {
        switch (script.act()) {
            case WAITS_TOO_LONG -> {
                call.reaches("still-busy").staysFor(TALK).hangsUp();
                call.ends();
            }
            case OVERFLOWS -> {
                call.joinsQueue();
                talks(call);
            }
            case IS_CALLED_BACK -> {
                call.pressesAfter(Duration.ofSeconds(3), "1");
                call.isAskedForANumber()
                        .pressesAfter(Duration.ofSeconds(3), "1")
                        .ends();
                sinceANumberWasLeft = instance.events();
            }
            default -> {
                // Goes on waiting, or has left already.
            }
        }
    }

    private void ends(DayCall script, TestCall call) {
        switch (script.act()) {
            case TALKS, IS_MISSED_FIRST, IS_DECLINED_FIRST -> {
                call.staysFor(TALK).hangsUp();
                call.ends();
            }
            case IS_LEFT, IS_CUT -> call.ends();
            case IS_HANDED_ON, IS_ASKED_FOR -> {
                crew.givesAway(script.act(), call);
                call.staysFor(TALK).hangsUp();
                call.ends();
            }
            default -> {
                // It is over already.
            }
        }
    }

    /** Now that the first caller of the scene has gone. */
    private void isServed(DayCall script, TestCall call) {
        if (script.act() == DayCall.Act.TALKS) {
            talks(call);
        } else if (script.act() == DayCall.Act.IS_CALLED_BACK) {
            isCalledBack(script.number().orElseThrow(), call);
        }
    }

    /** Whether it is answered is told by the last digit, as the operator has it. */
    private void isCalledBack(String number, TestCall call) {
        if (number.endsWith("1")) {
            Objects.requireNonNull(sinceANumberWasLeft)
                    .await(
                            "the answer to the call-back",
                            Instance.patience(),
                            event -> "BridgeEnter".equals(event.get("Event"))
                                    && event.getOrDefault("Channel", "").startsWith("PJSIP/infolinia-outside"));
            call.staysFor(TALK);
            operator.hangsUpAll();
        }
        instance.servicesSay(0, "call-back " + call.linkedId + ": " + (number.endsWith("1") ? "REACHED" : "BUSY"));
    }

    private static void talks(TestCall call) {
        call.isConnected();
        call.staysFor(TALK).hangsUp();
        call.ends();
    }
}
