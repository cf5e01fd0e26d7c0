package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.infolinia.launcher.phone.ConsultantPhone;

/** Consultants with telephones on their desks, signed in to their queues by {@code *10}. */
final class DayPhones implements DayCrew {

    private static final Duration RING = Duration.ofMillis(300);
    private static final Duration RING_OF_WHO_DECLINES = Duration.ofSeconds(2);

    private final Map<String, ConsultantPhone> phones = new LinkedHashMap<>();
    private final Map<String, Lasting> signedIn = new LinkedHashMap<>();
    private String behaviour = "";

    DayPhones(Instance instance, String... names) {
        for (String name : names) {
            signedIn.put(name, new Lasting().begins(() -> phones.put(name, instance.signedIn(name))));
        }
    }

    @Override
    public void isReadyFor(DayCall.Act act) {
        switch (act) {
            case IS_LEFT -> answer(Duration.ofSeconds(5));
            case IS_CUT -> answer(Duration.ofSeconds(1));
            case IS_MISSED_FIRST -> {
                behaviour = "lets it ring";
                phones.values().forEach(phone -> phone.answer(UNTIL_THE_CALLER_LEAVES, RING));
            }
            case IS_DECLINED_FIRST -> {
                behaviour = "declines";
                phones.values().forEach(phone -> phone.reject(RING_OF_WHO_DECLINES, 1));
            }
            default -> answer(UNTIL_THE_CALLER_LEAVES);
        }
    }

    /** A telephone that goes on as it did is left alone. */
    private void answer(Duration talk) {
        String wanted = "answers, talks " + talk;
        if (!behaviour.equals(wanted)) {
            behaviour = wanted;
            phones.values().forEach(phone -> phone.answer(RING, talk));
        }
    }

    @Override
    public void takes(DayCall.Act act, TestCall call) {
        if (act != DayCall.Act.IS_MISSED_FIRST && act != DayCall.Act.IS_DECLINED_FIRST) {
            call.isConnected();
            return;
        }
        // While the first still rings: the second is offered the call a second after it, at most.
        String first = call.await("a first offer", event -> "AgentCalled".equals(event.get("Event")))
                .getOrDefault("MemberName", "");
        List<String> others =
                phones.keySet().stream().filter(name -> !name.equals(first)).toList();
        phones.forEach((name, phone) -> {
            if (!name.equals(first)) {
                phone.answer(RING, UNTIL_THE_CALLER_LEAVES);
            }
        });
        call.await("a ring that nobody answers", event -> "AgentRingNoAnswer".equals(event.get("Event")));
        assertThat(others).contains(call.isConnected());
    }

    @Override
    public void givesAway(DayCall.Act act, TestCall call) {
        throw new IllegalStateException("a telephone cannot do so: " + act);
    }

    /** Calls somebody outside and talks for some seconds. */
    void callsOut(String consultant, String number) {
        behaviour = "calls out";
        ConsultantPhone phone = Objects.requireNonNull(phones.get(consultant), consultant);
        phone.call(number, Duration.ofSeconds(3));
        phone.awaitEnd();
    }

    @Override
    public Map<String, Lasting> signedIn() {
        return signedIn;
    }

    @Override
    public void close() {
        phones.forEach(
                (name, phone) -> Objects.requireNonNull(signedIn.get(name)).ends(() -> phone.dial("*11")));
    }
}
