package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in to the staff's site, without a browser. */
final class StaffSession {

    private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "kawa rower zeszyt 9";

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String site;
    private final String proof;

    /** Signs in for the first time: with the password that the demonstration gave them, which is changed at once. */
    StaffSession(Instance instance, String name) {
        site = "http://127.0.0.1:" + instance.staff().getPort();
        String first = instance.secret("desk-" + name);
        String page = post("/sign-in", Map.of("name", name, "password", first)).body();
        Matcher found = PROOF.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        proof = found.group(1);
        HttpResponse<String> changed = post("/password", Map.of("old", first, "new", PASSWORD, "again", PASSWORD));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    /** Says something of presence, which has to be done. */
    void says(String what, Map<String, String> fields) {
        HttpResponse<String> answer = post("/presence/" + what, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** Follows the live state, as the page does, until it is so. */
    JsonNode sees(String path, Predicate<JsonNode> so) {
        JsonNode state = state(path, -1);
        while (!so.test(state)) {
            state = state(path, state.get("version").asLong());
        }
        return state;
    }

    private JsonNode state(String path, long seen) {
        try {
            return new ObjectMapper()
                    .readTree(
                            send(request(path + "?seen=" + seen).GET().build()).body());
        } catch (IOException e) {
            throw new AssertionError("the live state is no JSON", e);
        }
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (proof != null) {
            request.header("X-Infolinia-Proof", proof);
        }
        return send(request.build());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site + path)).header("Accept", "text/html, application/json");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("asking " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + request.uri(), e);
        }
    }
}
