package org.infolinia.sidecar.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;

/** Answers to our own scripts: records, lists, maps and texts as JSON. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An answer that nobody keeps. */
    public static Response answer(Object value) {
        return Response.ok(text(value), "application/json;charset=utf-8")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** For a {@code <script type="application/json">}: nothing in it can end that element. */
    public static String inPage(Object value) {
        return text(value).replace("<", "\\u003c");
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON of " + value.getClass(), e);
        }
    }
}
