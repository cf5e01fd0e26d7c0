package org.infolinia.sidecar.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** One component's check, run at most once at a time however many ask, so that asking cannot be used to wear it down. */
final class Component {

    private final HealthCheck check;
    private final Duration limit;
    private final Executor executor;

    private CompletableFuture<Condition> running = CompletableFuture.completedFuture(Condition.UP);
    private CompletableFuture<Condition> answer = running;

    /** @param limit how long a check may take before the component counts as down */
    Component(HealthCheck check, Duration limit, Executor executor) {
        this.check = check;
        this.limit = limit;
        this.executor = executor;
    }

    /** Done within the limit; at once while a check that has passed its limit still hangs. */
    synchronized CompletableFuture<Condition> condition() {
        if (running.isDone()) {
            running = CompletableFuture.supplyAsync(this::look, executor);
            answer = running.copy()
                    .completeOnTimeout(
                            Condition.down("no answer within " + limit.toMillis() + " ms"),
                            limit.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        return answer;
    }

    private Condition look() {
        try {
            check.check();
            return Condition.UP;
        } catch (Throwable failure) { // the edge: whatever it is, the component does not work as it should
            return Condition.of(failure);
        }
    }
}
