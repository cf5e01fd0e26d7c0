package org.infolinia.sidecar.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/** What goes to our own scripts, or comes from them: records, lists, maps and texts as JSON. */
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

    /**
     * The texts of an object that a script of ours sends.
     *
     * @throws Refused when it is none, or has anything but texts
     */
    public static Map<String, String> texts(String sent) {
        try {
            Map<String, String> texts = new HashMap<>();
            JsonNode object = MAPPER.readTree(sent);
            if (!object.isObject()) {
                throw new Refused(Response.Status.BAD_REQUEST, "fault.400");
            }
            object.fields().forEachRemaining(field -> {
                if (!field.getValue().isTextual()) {
                    throw new Refused(Response.Status.BAD_REQUEST, "fault.400");
                }
                texts.put(field.getKey(), field.getValue().textValue());
            });
            return texts;
        } catch (JsonProcessingException e) {
            throw new Refused(Response.Status.BAD_REQUEST, "fault.400");
        }
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON of " + value.getClass(), e);
        }
    }
}
