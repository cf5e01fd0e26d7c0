package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.infolinia.desk.floor.Membership;
import org.infolinia.desk.floor.WaitingCaller;
import org.infolinia.hotline.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases as a browser meets them. */
final class StaffCasesTest extends StaffPagesFixture {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WaitingCaller CALLER =
            new WaitingCaller("1.7", "1.7", "600100200", "pl", "5260001246", Instant.parse("2026-11-25T10:59:00Z"));

    private Session anna;
    private Session bartosz;

    @BeforeEach
    void bothAreSignedIn() throws Exception {
        anna = signedIn("anna", Role.CONSULTANT);
        bartosz = signedIn("bartosz", Role.CONSULTANT);
        pages.live().floor().member("nis2", "anna", new Membership("PJSIP/desk_anna", false, "", 1, 0, 0, 0, 0, false));
    }

    @Test
    void callThatRingsHasItsCaseOpenedOnceAndContinuedLater() throws Exception {
        pages.live().floor().rings("nis2", "anna", CALLER);
        assertThat(told(anna, "/call-case?call=1.7").at("/number").asText()).isEmpty();

        String number = post(anna, "/call-case/open", Map.of("call", "1.7"))
                .at("/number")
                .asText();
        assertThat(number).isEqualTo("2026-000001");
        assertThat(post(anna, "/call-case/open", Map.of("call", "1.7"))
                        .at("/number")
                        .asText())
                .isEqualTo(number);
        JsonNode one = told(anna, "/cases/" + number + "/state");
        assertThat(one.at("/fields/number").asText()).isEqualTo("600100200");
        assertThat(one.at("/fields/assignee").asText()).isEqualTo("anna");
        assertThat(one.at("/contacts")).hasSize(1);

        pages.live().floor().leaves("nis2", "1.7");
        pages.live().floor().rings("nis2", "anna", new WaitingCaller("1.9", "1.9", "48600100200", "pl", "", NOON));
        JsonNode next = told(anna, "/call-case?call=1.9");
        assertThat(next.at("/open/0/number").asText()).isEqualTo(number);
        post(anna, "/call-case/continue", Map.of("call", "1.9", "number", number));
        assertThat(told(anna, "/call-case?call=1.9").at("/number").asText()).isEqualTo(number);
        assertThat(told(anna, "/cases/" + number + "/state").at("/contacts")).hasSize(2);
    }

    @Test
    void callThatHasACaseGetsANewOneInsteadOnceHoweverOftenItIsSent() throws Exception {
        pages.live().floor().rings("nis2", "anna", CALLER);
        String first = opened("");
        String second = opened(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(opened(first)).isEqualTo(second);

        String other = byHand(bartosz);
        post(anna, "/call-case/continue", Map.of("call", "1.7", "number", other));
        String third = opened(other);
        assertThat(third).isNotIn(first, second, other);
        assertThat(told(anna, "/call-case?call=1.7").at("/number").asText()).isEqualTo(third);
        for (String nonsense : new String[] {"abc", "2026-0", "x".repeat(1000)}) {
            String form = form(Map.of("proof", anna.proof(), "call", "1.7", "instead", nonsense));
            assertThat(ask("POST", "/call-case/open", Optional.of(anna), form, "*/*")
                            .statusCode())
                    .as(nonsense)
                    .isEqualTo(404);
        }
    }

    @Test
    void pageThatComesBetweenTwoQuestionsIsToldOfAnotherOutcomeOrCase() throws Exception {
        pages.live().floor().rings("nis2", "anna", CALLER);
        long seen = version();

        String number = opened("");
        assertThat(version()).isGreaterThan(seen);

        seen = version();
        save(anna, number, Map.of("seen", "1", "notes", "notatka"));
        assertThat(version()).isEqualTo(seen);
        save(anna, number, Map.of("seen", "2", "outcome", ""));
        assertThat(version()).isGreaterThan(seen);
    }

    @Test
    void callIsOnlyTheirsInWhoseHandItIsOrJustWas() throws Exception {
        pages.live().floor().rings("nis2", "anna", CALLER);

        assertThat(ask("GET", "/call-case?call=1.7", Optional.of(bartosz), "", "*/*")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask("GET", "/call-case?call=1.8", Optional.of(anna), "", "*/*")
                        .statusCode())
                .isEqualTo(404);

        pages.live().floor().answers("nis2", "anna", CALLER, Duration.ofSeconds(60));
        pages.live().floor().completes("anna");
        assertThat(ask("GET", "/call-case?call=1.7", Optional.of(anna), "", "*/*")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSecondOfTwoIsToldOfTheFirst() throws Exception {
        String number = byHand(anna);

        assertThat(save(anna, number, Map.of("seen", "1", "notes", "Anny")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> second = save(bartosz, number, Map.of("seen", "1", "notes", "Bartosza"));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(second.body()).at("/fields/notes").asText()).isEqualTo("Anny");
        assertThat(JSON.readTree(second.body()).at("/version").asLong()).isEqualTo(2);
        assertThat(save(bartosz, number, Map.of("seen", "2", "notes", "Bartosza"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(told(anna, "/cases/" + number + "/state")
                        .at("/changes/0/was")
                        .asText())
                .isEqualTo("Anny");
    }

    @Test
    void whatCannotBeKeptIsRefusedAndNothingIsWritten() throws Exception {
        String number = byHand(anna);

        for (Map<String, String> refused : List.of(
                Map.of("notes", "a".repeat(20_001)),
                Map.of("email", "nobody"),
                Map.of("name", "two\nlines"),
                Map.of("category", "made-up"),
                Map.of("assignee", "nobody"),
                Map.of("state", "gone"))) {
            Map<String, String> sent = new HashMap<>(refused);
            sent.putAll(Map.of("seen", "1", "number", "600100200"));
            assertThat(save(anna, number, sent).statusCode())
                    .as(refused.keySet().toString())
                    .isEqualTo(400);
        }
        for (String nonsense : new String[] {
            "", "[]", "\"text\"", "null", "{", "{\"seen\":1}", "{\"seen\":\"x\"}", "{\"seen\":\"1\",\"who\":\"me\"}"
        }) {
            assertThat(send(anna, "/cases/" + number, nonsense).statusCode())
                    .as(nonsense)
                    .isEqualTo(400);
        }
        assertThat(save(anna, number, Map.of("seen", "1", "notes", "a".repeat(10_000_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(told(anna, "/cases/" + number + "/state").at("/version").asLong())
                .isEqualTo(1);
        assertThat(save(anna, number, Map.of("seen", "1", "notes", "ś".repeat(20_000)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesAreTextsWhereverTheyAreShown() throws Exception {
        String number = byHand(anna);
        save(anna, number, Map.of("seen", "1", "name", "<script>alert(1)</script>", "notes", "</td><b>notatka"));

        String list = ask("GET", "/cases", Optional.of(anna), "", "text/html").body();

        assertThat(list)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;/td&gt;&lt;b&gt;notatka")
                .doesNotContain("<script>alert", "<b>notatka");
    }

    @Test
    void listIsSearchedAndFiltered() throws Exception {
        String annas = byHand(anna);
        save(
                anna,
                annas,
                Map.of("seen", "1", "name", "Jan Kowalski", "number", "600 100 200", "follow-up", "2026-11-24"));
        String bartoszs = byHand(bartosz);
        save(bartosz, bartoszs, Map.of("seen", "1", "notes", "zażalenie", "state", "resolved"));

        assertThat(list("")).contains(annas).doesNotContain(bartoszs);
        assertThat(list("?q=kowal")).contains(annas).doesNotContain(bartoszs);
        assertThat(list("?q=zazalenie")).contains(bartoszs, "zakończona").doesNotContain(annas);
        assertThat(list("?q=%2B48+600100200")).contains(annas);
        assertThat(list("?q=" + bartoszs)).contains(bartoszs).doesNotContain(annas + "</a>");
        assertThat(list("?show=mine")).contains(annas);
        assertThat(list("?show=due")).contains(annas, "<span class=\"tag wait\">2026-11-24</span>");
        assertThat(list("?show=resolved")).contains(bartoszs).doesNotContain(annas);
        assertThat(list("?q=%22%27%3B--&page=-5&show=made-up")).contains("Nie ma takich spraw", "&quot;&#39;;--");
    }

    @Test
    void pagesOfCasesThatThereAreNotSayThat() throws Exception {
        for (String path : new String[] {"/cases/2026-000001", "/cases/abc", "/cases/2026-000001/state"}) {
            assertThat(ask("GET", path, Optional.of(anna), "", "text/html").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void formThatIsSentTwiceOpensOneCase() throws Exception {
        String key = UUID.randomUUID().toString();
        String form = form(Map.of("proof", anna.proof(), "key", key));

        for (int i = 0; i < 2; i++) {
            assertThat(ask("POST", "/cases", Optional.of(anna), form, "text/html")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/cases/2026-000001");
        }
    }

    private String opened(String instead) throws Exception {
        return post(anna, "/call-case/open", Map.of("call", "1.7", "instead", instead))
                .at("/number")
                .asText();
    }

    private long version() {
        return pages.live().floor().view().version();
    }

    private String byHand(Session session) throws Exception {
        String key = UUID.randomUUID().toString();
        String location = ask(
                        "POST",
                        "/cases",
                        Optional.of(session),
                        form(Map.of("proof", session.proof(), "key", key)),
                        "text/html")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String list(String query) throws Exception {
        return ask("GET", "/cases" + query, Optional.of(anna), "", "text/html").body();
    }

    private HttpResponse<String> save(Session session, String number, Map<String, String> fields) throws Exception {
        return send(session, "/cases/" + number, JSON.writeValueAsString(fields));
    }

    private HttpResponse<String> send(Session session, String path, String json) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(listener.address().toString().replaceAll("/$", "") + path))
                        .header("Cookie", "infolinia=" + session.cookie())
                        .header("X-Infolinia-Proof", session.proof())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode told(Session session, String path) throws Exception {
        HttpResponse<String> answer = ask("GET", path, Optional.of(session), "", "*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode post(Session session, String path, Map<String, String> fields) throws Exception {
        Map<String, String> form = new HashMap<>(fields);
        form.put("proof", session.proof());
        HttpResponse<String> answer = ask("POST", path, Optional.of(session), form(form), "*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
