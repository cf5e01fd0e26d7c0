package org.infolinia.sidecar.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

final class TrustedProxyTest {

    /** Says who asks, and how. */
    @Path("/who")
    public static final class Who {
        @GET
        public String who(@Context HttpServletRequest request, @Context UriInfo asked) {
            return request.getRemoteAddr() + " " + asked.getBaseUri();
        }
    }

    @Test
    void theProxyIsBelievedWhoIsBehindIt() throws Exception {
        assertThat(asked("127.0.0.1", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https"))
                .startsWith("198.51.100.7 https://127.0.0.1:");
        assertThat(asked("127.0.0.1", "X-Forwarded-For", "2001:db8::7")).startsWith("[2001:db8::7] http:");
        assertThat(asked("127.0.0.1")).startsWith("127.0.0.1 http:");
    }

    @Test
    void whatTheBrowserItselfPutBeforeIsNotBelieved() throws Exception {
        assertThat(asked("127.0.0.1", "X-Forwarded-For", "10.9.9.9, 198.51.100.7"))
                .startsWith("198.51.100.7 ");
        assertThat(asked("127.0.0.1", "Forwarded", "for=10.9.9.9;proto=https;host=evil.example"))
                .startsWith("127.0.0.1 http://127.0.0.1:");
        assertThat(asked("127.0.0.1", "X-Forwarded-Host", "evil.example")).startsWith("127.0.0.1 http://127.0.0.1:");
        assertThat(asked("127.0.0.1", "X-Proxied-Https", "on")).startsWith("127.0.0.1 http:");
        assertThat(asked("127.0.0.1", "X-Forwarded-For", "<script>", "X-Forwarded-Proto", "gopher"))
                .startsWith("127.0.0.1 http:");
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        assertThat(asked("127.0.0.9", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https"))
                .startsWith("127.0.0.1 http:");
        assertThat(asked("", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https"))
                .startsWith("127.0.0.1 http:");
    }

    private static String asked(String proxy, String... headers) throws Exception {
        ListenerSettings settings =
                new ListenerSettings("staff", "127.0.0.1", 0, Optional.of(proxy).filter(address -> !address.isEmpty()));
        try (Health health = new Health(Map.of(), Duration.ofDays(1));
                Metrics metrics = new Metrics();
                WebListener listener =
                        WebListener.facingStaff(settings, health, metrics, new ResourceConfig().register(new Who()))) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(listener.address().resolve("/who"));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
