package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.people.Role;
import org.junit.jupiter.api.Test;

/** What a browser is told when something is wrong. */
final class StaffFaultsTest extends StaffPagesFixture {

    @Test
    void faultsAreToldInTheReadersLanguageAndNotOfWhatWeAreMade() throws Exception {
        HttpResponse<String> nothing = ask("GET", "/nothing", Optional.empty(), "", "text/html");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("Pod tym adresem niczego nie ma.").doesNotContain("jersey", "Jetty");
        assertThat(ask("DELETE", "/sign-in", Optional.empty(), "", "text/html").statusCode())
                .isEqualTo(405);
        assertThat(ask("GET", "/assets/site/../../logback.xml", Optional.empty(), "", "*/*")
                        .statusCode())
                .isIn(400, 404);
        assertThat(ask("GET", "/assets/site/look.css", Optional.empty(), "", "*/*")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/css;charset=utf-8");
        assertThat(nothing.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");

        database.close();
        HttpResponse<String> away =
                ask("GET", "/people", Optional.of(new Session("A".repeat(43), "")), "", "text/html");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("Baza danych jest chwilowo nieosiągalna");
    }

    @Test
    void headAsksForSignInAsGetDoesAndOptionsTellNothing() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);

        assertThat(ask("HEAD", "/people", Optional.empty(), "", "text/html").statusCode())
                .isEqualTo(303);
        HttpResponse<String> head = ask("HEAD", "/people", Optional.of(lead), "", "text/html");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        HttpResponse<String> options = ask("OPTIONS", "/people", Optional.empty(), "", "text/html");
        assertThat(options.statusCode()).isIn(200, 204);
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        assertThat(options.body()).doesNotContain("ewa", "wadl");
    }

    @Test
    void tooLargeAFormIsToldByAPage() throws Exception {
        for (int size : new int[] {70_000, 3_000_000}) {
            HttpResponse<String> answer =
                    ask("POST", "/sign-in", Optional.empty(), "name=" + "a".repeat(size), "text/html");
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("To za dużo naraz");
        }
        assertThat(ask("POST", "/sign-in", Optional.empty(), "name=" + "a".repeat(60_000), "text/html")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFormAfterTheSignInHasEndedIsNotLost() throws Exception {
        HttpRequest late = HttpRequest.newBuilder(listener.address().resolve("/people/anna"))
                .header("Accept", "text/html")
                .header("Referer", listener.address() + "people?page=2")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "name", "<b>Zofia</b> długi opis", "proof", "p1", "old", "sekret", "password", "hasło"))))
                .build();

        HttpResponse<String> page = browser.send(late, HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("Logowanie się skończyło", "&lt;b&gt;Zofia&lt;/b&gt; długi opis")
                .contains("href=\"/sign-in?then=%2Fpeople\"")
                .doesNotContain("sekret", "hasło", "p1\"");
        HttpResponse<String> script = ask("POST", "/people", Optional.empty(), "name=a", "application/json");
        assertThat(script.statusCode()).isEqualTo(401);
        assertThat(script.body()).isEmpty();
    }

    @Test
    void anotherSitesFormDoesNothing() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        HttpRequest forged = HttpRequest.newBuilder(listener.address().resolve("/sign-out"))
                .header("Cookie", "infolinia=" + lead.cookie())
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("proof=" + lead.proof()))
                .build();

        assertThat(browser.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(ask("GET", "/people", Optional.of(lead), "", "text/html").statusCode())
                .isEqualTo(200);
    }
}
