package org.infolinia.sidecar.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both listeners over real HTTP. */
final class WebListenerTest {

    private static final ListenerSettings VISITORS = new ListenerSettings("public", "127.0.0.1", 0);
    private static final ListenerSettings STAFF = new ListenerSettings("staff", "127.0.0.1", 0);

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch never = new CountDownLatch(1);

    /** Thrown by the database's check; empty while it is well. */
    private volatile String trouble = "";

    private Health health;
    private Metrics metrics;
    private WebListener visitors;
    private WebListener staff;

    @BeforeEach
    void listen() {
        health = new Health(Map.of("database", this::checkDatabase, "asterisk", () -> {}), Duration.ofDays(1));
        metrics = new Metrics();
        visitors = WebListener.facingVisitors(VISITORS, health);
        staff = WebListener.facingStaff(STAFF, health, metrics, new ResourceConfig());
    }

    @AfterEach
    void end() {
        visitors.close();
        staff.close();
        metrics.close();
        health.close();
    }

    @Test
    void staffSeeEachComponent() throws Exception {
        HttpResponse<String> answer = get(staff, "/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"up\",\"components\":"
                        + "{\"asterisk\":{\"status\":\"up\"},\"database\":{\"status\":\"up\"}}}");
    }

    @Test
    void oneComponentDownIsAllDownAndStaffReadWhy() throws Exception {
        trouble = "The folder \"/źródło\"\ndoes not exist";

        HttpResponse<String> answer = get(staff, "/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"down\",\"components\":{\"asterisk\":{\"status\":\"up\"},"
                                + "\"database\":{\"status\":\"down\",\"reason\":\"The folder \\\"/źródło\\\"\\ndoes not exist\"}}}");
    }

    @Test
    void oneComponentDegradedIsToldToStaffAndTurnsNobodyAway() throws Exception {
        try (Health half = new Health(Map.of("hotline.xml", this::degraded, "database", () -> {}), Duration.ofDays(1));
                WebListener forStaff = WebListener.facingStaff(STAFF, half, metrics, new ResourceConfig());
                WebListener forVisitors = WebListener.facingVisitors(VISITORS, half)) {
            HttpResponse<String> answer = get(forStaff, "/health");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo("{\"status\":\"degraded\",\"components\":{\"database\":{\"status\":\"up\"},"
                            + "\"hotline.xml\":{\"status\":\"degraded\",\"reason\":\"line 3 is wrong\"}}}");
            assertThat(get(forVisitors, "/health").body()).isEqualTo("{\"status\":\"up\"}");
        }
    }

    private void degraded() throws Degraded {
        throw new Degraded("line 3 is wrong");
    }

    @Test
    void visitorsSeeUpOrDownAndNoMore() throws Exception {
        assertThat(get(visitors, "/health").body()).isEqualTo("{\"status\":\"up\"}");

        trouble = "secret inner workings";
        HttpResponse<String> answer = get(visitors, "/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"down\"}");
    }

    @Test
    void componentThatComesBackIsUpWithoutARestart() throws Exception {
        trouble = "away";
        assertThat(get(staff, "/health").statusCode()).isEqualTo(503);

        trouble = "";

        assertThat(get(staff, "/health").statusCode()).isEqualTo(200);
    }

    @Test
    void componentThatHangsCountsAsDown() throws Exception {
        try (Health hanging = new Health(Map.of("database", never::await), Duration.ofMillis(1));
                WebListener listener = WebListener.facingStaff(STAFF, hanging, metrics, new ResourceConfig())) {
            HttpResponse<String> answer = get(listener, "/health");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"reason\":\"no answer within 1 ms\"");
        }
    }

    @Test
    void processWithoutComponentsIsUp() throws Exception {
        try (Health nothing = new Health(Map.of(), Duration.ofDays(1));
                WebListener listener = WebListener.facingStaff(STAFF, nothing, metrics, new ResourceConfig())) {
            assertThat(get(listener, "/health").body()).isEqualTo("{\"status\":\"up\",\"components\":{}}");
        }
    }

    @Test
    void metricsTellOfTheJvmAndOfWhatServicesRegister() throws Exception {
        metrics.registry().counter("infolinia.calls").increment(3);

        HttpResponse<String> answer = get(staff, "/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;version=0.0.4;charset=utf-8");
        assertThat(answer.body()).contains("\ninfolinia_calls_total 3.0\n").contains("jvm_memory_used_bytes{");
    }

    @Test
    void visitorsSeeNoMetrics() throws Exception {
        assertThat(get(visitors, "/metrics").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health/", "/Health", "/health/x", "/%68ealth%00", "/..;/health", "//health"})
    void anythingElseIsNotThereAndIsNotEchoed(String path) throws Exception {
        for (WebListener listener : new WebListener[] {visitors, staff}) {
            String answer = raw(listener, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer).matches("(?s)HTTP/1\\.1 40[04] .*");
            assertThat(answer).doesNotContain("ealth").contains("X-Content-Type-Options: nosniff");
        }
    }

    @Test
    void nothingIsSaidInPlainWords() throws Exception {
        HttpResponse<String> answer = get(visitors, "/wp-login.php");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(answer.body()).isEqualTo("There is nothing at this address.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"})
    void onlyReadingIsAllowed(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(visitors.address().resolve("/health"))
                .method(method, BodyPublishers.ofString("x"))
                .build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void headIsAnsweredAsGetWithoutTheBody() throws Exception {
        String answer = raw(visitors, "HEAD /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-Length: 15\r\n")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/metrics", "/nothing"})
    void everyAnswerForbidsWhatABrowserMightDoWithIt(String path) throws Exception {
        HttpResponse<String> answer = get(staff, path);

        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /health HTTP/1.1\r\nHost: x\r\nX: ", "GET /"})
    void requestHeadThatGrowsPastItsLimitIsRefused(String beginning) throws Exception {
        String answer = raw(visitors, beginning + "a".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 4(31|14) .*");
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("aaaa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rubbish\r\n\r\n", "GET /health HTTP/1.1\r\n\r\n", "GET /health HTTP/9.9\r\nHost: x\r\n\r\n"})
    void requestThatIsNoneIsRefusedWithoutAWordOnWhatWeAreBuiltOf(String request) throws Exception {
        String answer = raw(visitors, request);

        assertThat(answer).matches("(?s)HTTP/1\\.1 [45]0[05] .*");
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("<");
    }

    @Test
    void addressInUseIsNamed() {
        int taken = staff.address().getPort();

        assertThatThrownBy(() -> WebListener.facingVisitors(new ListenerSettings("public", "127.0.0.1", taken), health))
                .isInstanceOf(ListenerUnavailable.class)
                .hasMessage("The public listener cannot have 127.0.0.1 port " + taken + ": Address already in use.");
    }

    @Test
    void closedListenerLetsGoOfItsAddress() throws Exception {
        URI address = visitors.address();
        visitors.close();

        try (WebListener again =
                WebListener.facingVisitors(new ListenerSettings("public", "127.0.0.1", address.getPort()), health)) {
            assertThat(get(again, "/health").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void portOutOfRangeIsRefused(int port) {
        assertThatThrownBy(() -> new ListenerSettings("public", "127.0.0.1", port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("port " + port);
    }

    private void checkDatabase() throws IOException {
        if (!trouble.isEmpty()) {
            throw new IOException(trouble);
        }
    }

    private HttpResponse<String> get(WebListener listener, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(listener.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    /** What comes back until the listener closes. */
    private static String raw(WebListener listener, String request) throws IOException {
        try (Socket socket =
                new Socket(listener.address().getHost(), listener.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
