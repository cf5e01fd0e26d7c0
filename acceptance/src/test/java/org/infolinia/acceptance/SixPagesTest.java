package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Six consultants in six pages, and sixty callers, twelve of them at a time. */
@Isolated
final class SixPagesTest {

    private static final List<String> NAMES = List.of("anna", "bartosz", "celina", "dawid", "ewelina", "filip");
    private static final Duration TALK = Duration.ofSeconds(4);
    private static final int CALLS = 60;

    @Test
    void everyCallerTalksToOneOfThemAndEachPageCountsWhatTheQueueLogDoes() throws Exception {
        try (Instance instance = Instance.up(withoutRest())) {
            List<DeskBrowser> desks = new ArrayList<>();
            try {
                for (String name : NAMES) {
                    DeskBrowser desk = DeskBrowser.signedIn(instance, name);
                    desks.add(desk);
                    desk.isReachable().takesCalls().answersByItself();
                }

                callAll(instance);

                for (DeskBrowser desk : desks) {
                    assertThat(desk.callsTaken())
                            .as(desk.name)
                            .isPositive()
                            .isEqualTo(instance.queueLog().stream()
                                    .filter(line -> line.contains("|" + desk.name + "|CONNECT|"))
                                    .count());
                    desk.isReachable().is("Dostępny");
                }
            } finally {
                desks.forEach(DeskBrowser::close);
            }
            JsonNode total = instance.report().at("/calls/total");
            assertThat(total.get("received").asInt()).isEqualTo(CALLS);
            assertThat(total.get("answered").asInt()).isEqualTo(CALLS);
            assertThat(total.get("missedOffers").asInt()).isZero();
            assertThat(total.get("droppedByConsultant").asInt()).isZero();
        }
    }

    /** Six browsers on one small machine may be slow to answer, which is not what is looked at here. */
    private static String withoutRest() throws IOException {
        return Instance.briefHotline()
                .replaceAll("ring-seconds=\"\\d+\"", "ring-seconds=\"60\"")
                .replaceFirst("<presence after-call-seconds=\"\\d+\"", "<presence after-call-seconds=\"0\"");
    }

    private static void callAll(Instance instance) throws Exception {
        List<Callable<String>> callers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            String key = Integer.toString(1 + i % 3);
            callers.add(() -> {
                try (TestCall call = TestCall.dial(instance)) {
                    call.reaches("main").presses(key);
                    String consultant = call.isConnected();
                    call.staysFor(TALK).hangsUp();
                    call.ends();
                    return consultant;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (Future<String> call : threads.invokeAll(callers)) {
                assertThat(NAMES).contains(call.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
