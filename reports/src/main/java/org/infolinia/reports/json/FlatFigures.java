package org.infolinia.reports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The figures of a report's JSON, each by the way to it: {@code calls · total · answered}, {@code calls · 2026-11-02 ·
 * offered}, {@code availability · anna · 2026-11-02 · loggedIn}.
 *
 * <p>Lists of lines and notes are left out, since they say how figures came about.
 */
public final class FlatFigures {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Set<String> FIGURES =
            Set.of("thresholds", "calls", "availability", "chat", "form", "reconciliationCount", "unreadableCount");
    /** Names of lists whose entries say themselves what they are. */
    private static final Set<String> LISTS = Set.of("days", "consultants");
    /** What entries of lists are known by. */
    private static final Set<String> KEYS = Set.of("date", "consultant", "topic");

    private final JsonParser json;
    private final Map<String, String> figures = new LinkedHashMap<>();

    private FlatFigures(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads them, in the order in which they stand.
     *
     * @param report as {@link ReportJson} wrote it, in this release or an earlier one
     * @throws IOException when it is no JSON
     */
    public static Map<String, String> of(byte[] report) throws IOException {
        try (JsonParser json = FACTORY.createParser(report)) {
            FlatFigures flat = new FlatFigures(json);
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (FIGURES.contains(name)) {
                    flat.value(name);
                } else {
                    json.skipChildren();
                }
            }
            return flat.figures;
        }
    }

    private void value(String way) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> object(way);
            case START_ARRAY -> {
                int place = 1;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    value(json.currentToken() == JsonToken.START_OBJECT ? way : way + " · " + place);
                    place++;
                }
            }
            case VALUE_NULL -> figures.put(way, "–");
            default -> figures.put(way, json.getText());
        }
    }

    private void object(String parent) throws IOException {
        String way = parent;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (KEYS.contains(name) && json.currentToken() == JsonToken.VALUE_STRING) {
                way = way + " · " + json.getText();
            } else {
                value(LISTS.contains(name) ? way : way + " · " + name);
            }
        }
    }
}
