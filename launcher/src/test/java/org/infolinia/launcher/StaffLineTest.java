package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.infolinia.hotline.people.Role;
import org.junit.jupiter.api.Test;

/** A telephone line lent to a session. */
final class StaffLineTest extends StaffPagesFixture {

    @Test
    void theLineIsToldToItsOwnSessionAndGoneWithIt() throws Exception {
        Session consultant = signedIn("anna", Role.CONSULTANT);

        HttpResponse<String> page = ask("GET", "/desk", Optional.of(consultant), "", "text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("connect-src 'self' ws://127.0.0.1:8088/ws");
        HttpResponse<String> line =
                ask("POST", "/desk/line", Optional.of(consultant), "proof=" + consultant.proof(), "application/json");
        assertThat(line.body()).contains("\"user\":\"desk_anna\"", "\"webSocket\":\"ws://127.0.0.1:8088/ws\"");
        assertThat(line.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ask("GET", "/desk/line", Optional.of(consultant), "", "*/*").body())
                .isEqualTo("{\"held\":true}");

        Session second = signIn("anna", PASSWORD);
        HttpResponse<String> elsewhere =
                ask("POST", "/desk/line", Optional.of(second), "proof=" + second.proof(), "application/json");
        assertThat(elsewhere.statusCode()).isEqualTo(409);
        assertThat(elsewhere.body()).isEqualTo("{\"held\":false}");

        ask("POST", "/sign-out", Optional.of(consultant), "proof=" + consultant.proof(), "text/html");
        pages.lines().orElseThrow().look();
        assertThat(ask("POST", "/desk/line", Optional.of(second), "proof=" + second.proof(), "*/*")
                        .statusCode())
                .isEqualTo(200);
    }
}
