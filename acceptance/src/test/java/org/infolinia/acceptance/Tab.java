package org.infolinia.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A tab of a browser, by the wire of its developer tools.
 *
 * <p>It evaluates scripts and does nothing else, so that the tab stays as it is for people: Playwright has every page that
 * it is connected to believe that it is seen.
 */
final class Tab {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Tab(URI address) {
        this.address = address;
    }

    /**
     * What an expression comes to, in the page; of a promise, once it is kept.
     *
     * @param script JavaScript
     */
    JsonNode evaluate(String script) {
        try {
            JsonNode said = JSON.readTree(answer(JSON.writeValueAsString(Map.of(
                    "id",
                    1,
                    "method",
                    "Runtime.evaluate",
                    "params",
                    Map.of("expression", script, "awaitPromise", true, "returnByValue", true)))));
            if (said.has("error") || said.at("/result/exceptionDetails").isObject()) {
                throw new AssertionError(script + ": " + said);
            }
            return said.at("/result/result/value");
        } catch (IOException e) {
            throw new UncheckedIOException("asking a page " + script, e);
        }
    }

    /** By a wire for this question alone: one that stayed might be cut with those of the browser. */
    private String answer(String question) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket wire = client.newWebSocketBuilder()
                .buildAsync(address, new Listener(answer))
                .join();
        try {
            wire.sendText(question, true);
            return answer.orTimeout(Instance.patience().toSeconds(), TimeUnit.SECONDS)
                    .join();
        } finally {
            wire.abort();
        }
    }

    private static final class Listener implements WebSocket.Listener {

        private final StringBuilder heard = new StringBuilder();
        private final CompletableFuture<String> answer;

        Listener(CompletableFuture<String> answer) {
            this.answer = answer;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            heard.append(part);
            if (last) {
                answer.complete(heard.toString());
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            answer.completeExceptionally(fault);
        }
    }
}
