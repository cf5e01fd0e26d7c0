package org.infolinia.sidecar.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Knows how all components of this process are. */
public final class Health implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Component> components = new LinkedHashMap<>();

    /**
     * @param checks by the component's name as staff and monitoring read it
     * @param limit  how long each may take before its component counts as down
     */
    public Health(Map<String, HealthCheck> checks, Duration limit) {
        checks.forEach((name, check) -> components.put(name, new Component(check, limit, threads)));
    }

    /** Done when each component has answered or passed its limit. */
    CompletableFuture<SortedMap<String, Condition>> conditions() {
        SortedMap<String, CompletableFuture<Condition>> answers = new TreeMap<>();
        components.forEach((name, component) -> answers.put(name, component.condition()));
        return CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    SortedMap<String, Condition> conditions = new TreeMap<>();
                    answers.forEach((name, answer) -> conditions.put(name, answer.join()));
                    return conditions;
                });
    }

    /** Interrupts checks that still run. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
