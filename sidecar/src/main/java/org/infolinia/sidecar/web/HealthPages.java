package org.infolinia.sidecar.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;

/** {@code /health} as staff see it, and as the world may. */
final class HealthPages {

    private static final JsonFactory JSON = new JsonFactory();

    private final Health health;

    HealthPages(Health health) {
        this.health = health;
    }

    /** Up, degraded or down, with each component and its reason; only down is HTTP's 503. */
    Page detailed() {
        return () -> health.conditions().thenApply(conditions -> answer(conditions, true));
    }

    /** Up or down, and no more: what we are made of is no visitor's business. */
    Page brief() {
        return () -> health.conditions().thenApply(conditions -> answer(conditions, false));
    }

    private static Answer answer(SortedMap<String, Condition> conditions, boolean detailed) {
        Condition.State worst = conditions.values().stream()
                .map(Condition::state)
                .max(Comparator.naturalOrder())
                .orElse(Condition.State.UP);
        boolean up = worst != Condition.State.DOWN;
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("status", detailed ? worst.word() : up ? "up" : "down");
            if (detailed) {
                writeComponents(json, conditions);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing JSON to memory", impossible);
        }
        return new Answer(up ? 200 : 503, "application/json;charset=utf-8", text.toString());
    }

    private static void writeComponents(JsonGenerator json, SortedMap<String, Condition> conditions)
            throws IOException {
        json.writeObjectFieldStart("components");
        for (Map.Entry<String, Condition> component : conditions.entrySet()) {
            json.writeObjectFieldStart(component.getKey());
            json.writeStringField("status", component.getValue().state().word());
            if (component.getValue().state() != Condition.State.UP) {
                json.writeStringField("reason", component.getValue().reason());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
