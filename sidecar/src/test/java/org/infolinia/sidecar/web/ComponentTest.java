package org.infolinia.sidecar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A component's check, run when the test says so. */
final class ComponentTest {

    private static final Duration EVER = Duration.ofDays(1);

    private final Queue<Runnable> threads = new ArrayDeque<>();

    @Test
    void manyWhoAskAtOnceShareOneCheck() {
        Component component = new Component(() -> {}, EVER, threads::add);

        CompletableFuture<Condition> first = component.condition();
        CompletableFuture<Condition> second = component.condition();

        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(first).isCompletedWithValue(Condition.UP);
        assertThat(second).isCompletedWithValue(Condition.UP);
    }

    @Test
    void eachAskerAfterAnAnswerGetsANewOne() {
        boolean[] works = {true};
        Component component = new Component(
                () -> {
                    if (!works[0]) {
                        throw new IOException("the disk is full");
                    }
                },
                EVER,
                Runnable::run);
        assertThat(component.condition()).isCompletedWithValue(Condition.UP);

        works[0] = false;
        assertThat(component.condition()).isCompletedWithValue(Condition.down("the disk is full"));

        works[0] = true;
        assertThat(component.condition()).isCompletedWithValue(Condition.UP);
    }

    @Test
    void checkThatHangsIsDownAtItsLimitAndIsNotStartedTwice() {
        Component component = new Component(() -> {}, Duration.ofMillis(1), threads::add);

        assertThat(component.condition().join()).isEqualTo(Condition.down("no answer within 1 ms"));
        assertThat(component.condition()).isCompletedWithValue(Condition.down("no answer within 1 ms"));
        assertThat(threads).hasSize(1);

        threads.remove().run();
        assertThat(component.condition().join()).isEqualTo(Condition.down("no answer within 1 ms"));
        assertThat(threads).hasSize(1);
    }

    @Test
    void checkThatFailsWithoutAWordIsDownByTheFailuresName() {
        Component component = new Component(
                () -> {
                    throw new StackOverflowError();
                },
                EVER,
                Runnable::run);

        assertThat(component.condition()).isCompletedWithValue(Condition.down("StackOverflowError"));
    }
}
