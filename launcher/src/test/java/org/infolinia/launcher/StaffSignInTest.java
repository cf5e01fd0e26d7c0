package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.junit.jupiter.api.Test;

/** Signing in, passwords, signing out, as a browser meets them. */
final class StaffSignInTest extends StaffPagesFixture {

    @Test
    void aFirstPasswordIsChangedBeforeAnythingElse() throws Exception {
        accounts.add(account("nowa", Role.LEAD, true), entry("nowa"));
        Session session = signIn("nowa", PASSWORD);

        assertThat(ask("GET", "/people", Optional.of(session), "", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/password");
        assertThat(change(session, PASSWORD, PASSWORD)).contains("jest takie samo");
        assertThat(change(session, "wrong one here", "inne słowa razem"))
                .contains("Dotychczasowe hasło jest nieprawidłowe");
        assertThat(change(session, PASSWORD, "krótkie")).contains("co najmniej 10 znaków");
        change(session, PASSWORD, "inne słowa razem");

        assertThat(ask("GET", "/people", Optional.of(session), "", "text/html").statusCode())
                .isEqualTo(200);
        assertThat(signInAnswer("nowa", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(signInAnswer("nowa", "inne słowa razem").statusCode()).isEqualTo(303);
    }

    @Test
    void nobodyTakesTheirOwnAccountOverFromAPageLeftOpen() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);

        for (String what : new String[] {"password", "second-factor"}) {
            HttpResponse<String> refused =
                    ask("POST", "/people/ewa/" + what, Optional.of(lead), "proof=" + lead.proof(), "text/html");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("pod swoim nazwiskiem");
        }
        assertThat(accounts.find(new LoginName("ewa")).orElseThrow().passwordHash())
                .isEqualTo(HASH);
        for (int i = 0; i < 4; i++) {
            assertThat(change(lead, "guess " + i, "inne słowa razem")).contains("Dotychczasowe hasło jest niepra");
        }
        assertThat(change(lead, "guess 5", "inne słowa razem")).contains("za 0:30");
        assertThat(change(lead, PASSWORD, "inne słowa razem")).contains("za 0:30");
    }

    private String change(Session session, String old, String chosen) throws Exception {
        return ask(
                        "POST",
                        "/password",
                        Optional.of(session),
                        form(Map.of("proof", session.proof(), "old", old, "new", chosen, "again", chosen)),
                        "text/html")
                .body();
    }

    @Test
    void signingInLeadsOnToOurOwnPagesAlone() throws Exception {
        accounts.add(account("ewa", Role.LEAD, false), entry("ewa"));

        for (String elsewhere : new String[] {"https://example.org/", "//example.org", "/\\example.org", "/a?b"}) {
            HttpResponse<String> answer = ask(
                    "POST",
                    "/sign-in",
                    Optional.empty(),
                    form(Map.of("name", "ewa", "password", PASSWORD, "then", elsewhere)),
                    "text/html");
            assertThat(answer.headers().firstValue("Location"))
                    .as(elsewhere)
                    .contains(listener.address().toString());
        }
        assertThat(ask(
                                "POST",
                                "/sign-in",
                                Optional.empty(),
                                form(Map.of("name", "ewa", "password", PASSWORD, "then", "/audit")),
                                "text/html")
                        .headers()
                        .firstValue("Location"))
                .contains(listener.address() + "audit");
    }

    @Test
    void signingOutEverywhereEndsEverySession() throws Exception {
        Session here = signedIn("anna", Role.CONSULTANT);
        Session there = signIn("anna", PASSWORD);

        ask("POST", "/sign-out/everywhere", Optional.of(here), "proof=" + here.proof(), "text/html");

        for (Session session : new Session[] {here, there}) {
            assertThat(ask("GET", "/", Optional.of(session), "", "text/html").statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void behindATlsProxyTheCookieIsKeptToTlsAndToThisHost() throws Exception {
        accounts.add(account("ewa", Role.LEAD, false), entry("ewa"));
        HttpRequest.Builder form = HttpRequest.newBuilder(listener.address().resolve("/sign-in"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "198.51.100.7")
                .header("Content-Type", "application/x-www-form-urlencoded");

        HttpResponse<String> in = browser.send(
                form.POST(HttpRequest.BodyPublishers.ofString(form(Map.of("name", "ewa", "password", PASSWORD))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("__Host-infolinia=")
                .contains(";Secure", "Path=/")
                .doesNotContain("Domain");
        assertThat(in.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(in.headers().firstValue("Location").orElse("")).startsWith("https://");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(withCookie(pair, "https")).isEqualTo(200);
        assertThat(withCookie(pair, "http")).isEqualTo(303);
        assertThat(withCookie(pair.replace("__Host-", ""), "https")).isEqualTo(303);
        assertThat(ask("GET", "/sign-in", Optional.empty(), "", "text/html")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isEmpty();
        assertThat(new DatabaseAuditLog(() -> database).latest(10, 0))
                .extracting(AuditEntry::detail)
                .contains("from 198.51.100.7");
    }

    private int withCookie(String pair, String scheme) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(listener.address().resolve("/people"))
                                .header("Accept", "text/html")
                                .header("Cookie", pair)
                                .header("X-Forwarded-Proto", scheme)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
