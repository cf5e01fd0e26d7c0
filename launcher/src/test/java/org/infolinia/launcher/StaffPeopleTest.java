package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.junit.jupiter.api.Test;

/** The pages of people and of the audit log. */
final class StaffPeopleTest extends StaffPagesFixture {

    @Test
    void aLeadAddsAConsultantWhoseNameIsAText() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);

        HttpResponse<String> added = ask(
                "POST",
                "/people",
                Optional.of(lead),
                form(Map.of(
                        "proof",
                        lead.proof(),
                        "login",
                        "zofia",
                        "name",
                        "<script>alert(1)</script>",
                        "role",
                        "consultant")),
                "text/html");

        assertThat(added.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        Matcher password = Pattern.compile("<code>([a-z2-9-]{14})</code>").matcher(added.body());
        assertThat(password.find()).isTrue();
        assertThat(signInAnswer("zofia", password.group(1)).statusCode()).isEqualTo(303);
        assertThat(ask("GET", "/audit", Optional.of(lead), "", "text/html").body())
                .contains("<td class=\"num\">2026-11-25 12:00:00</td><td>ewa</td><td>nowe konto</td><td>zofia</td>");
    }

    @Test
    void whoTakesCallsIsShownWithTheirQueues() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        accounts.add(account("irena", Role.COORDINATOR, false), entry("irena"));

        String page = ask("GET", "/people", Optional.of(lead), "", "text/html").body();

        assertThat(page).containsOnlyOnce("odbiera: ").contains("odbiera: wszystkie kolejki", "telefon ewa, desk_ewa");
    }

    @Test
    void aLeadMakesNobodyMoreThanALead() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        accounts.add(account("irena", Role.COORDINATOR, false), entry("irena"));

        assertThat(ask(
                                "POST",
                                "/people",
                                Optional.of(lead),
                                form(Map.of("proof", lead.proof(), "login", "x", "name", "X", "role", "coordinator")),
                                "text/html")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("POST", "/people/irena/password", Optional.of(lead), "proof=" + lead.proof(), "text/html")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask(
                                "POST",
                                "/people/ewa",
                                Optional.of(lead),
                                form(Map.of("proof", lead.proof(), "name", "Ewa", "role", "lead", "disabled", "yes")),
                                "text/html")
                        .statusCode())
                .isEqualTo(409);
        assertThat(accounts.find(new LoginName("x"))).isEmpty();
        assertThat(accounts.find(new LoginName("irena")).orElseThrow().passwordHash())
                .isEqualTo(HASH);
    }

    @Test
    void whoIsDisabledIsOutAtOnce() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        Session consultant = signedIn("anna", Role.CONSULTANT);

        ask(
                "POST",
                "/people/anna",
                Optional.of(lead),
                form(Map.of(
                        "proof",
                        lead.proof(),
                        "name",
                        "Anna",
                        "role",
                        "consultant",
                        "disabled",
                        "yes",
                        "seen",
                        "consultant false anna")),
                "text/html");

        assertThat(ask("GET", "/password", Optional.of(consultant), "", "text/html")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void theSecondOfTwoWhoEditOneAccountIsShownTheFirstsChange() throws Exception {
        Session ewa = signedIn("ewa", Role.LEAD);
        Session iza = signedIn("iza", Role.LEAD);
        accounts.add(account("anna", Role.CONSULTANT, false), entry("anna"));
        String seen = "consultant false anna";

        assertThat(change(ewa, "anna", "Anna Nowa", "consultant", seen).statusCode())
                .isEqualTo(303);
        HttpResponse<String> stale = change(iza, "anna", "Anna Stara", "lead", seen);

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Ktoś zmienił konto anna", "Anna Nowa; konsultant")
                .contains("name=\"name\" value=\"Anna Stara\"")
                .contains("name=\"seen\" value=\"consultant false Anna Nowa\"");
        assertThat(accounts.find(new LoginName("anna")).orElseThrow().name()).isEqualTo("Anna Nowa");
        assertThat(change(iza, "anna", "Anna Stara", "consultant", "consultant false Anna Nowa")
                        .statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> change(Session session, String login, String name, String role, String seen)
            throws Exception {
        return ask(
                "POST",
                "/people/" + login,
                Optional.of(session),
                form(Map.of("proof", session.proof(), "name", name, "role", role, "disabled", "no", "seen", seen)),
                "text/html");
    }

    @Test
    void theAuditLogIsReadInTheReadersLanguageAndExportedInCodes() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        signInAnswer("kawarowerzeszyt", PASSWORD);
        accounts.add(
                account("zofia", Role.CONSULTANT, false),
                new AuditEntry(clock.instant(), "=HYPERLINK(1)", "case.new-code", "a\"b;c", "first\nsecond"));

        String page = ask("GET", "/audit", Optional.of(lead), "", "text/html").body();
        HttpResponse<String> csv = ask("GET", "/audit/export", Optional.of(lead), "", "text/csv");

        assertThat(page)
                .contains("<td>(nikt)</td><td>nieudane logowanie</td><td>(nieznana nazwa)</td>")
                .contains("<td>(wiersz poleceń)</td><td>nowe konto</td>")
                .contains("<td>case.new-code</td>")
                .doesNotContain("kawarower");
        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"audit.csv\"");
        assertThat(csv.body())
                .startsWith("\ufefftime;who;what;on;detail\r\n")
                .contains(
                        "\"2026-11-25 12:00:00\";\"'=HYPERLINK(1)\";\"case.new-code\";\"a\"\"b;c\";\"first\nsecond\"\r\n")
                .contains(";\"(nobody)\";\"sign-in.refused\";\"(unknown name)\";\"from 127.0.0.1\"")
                .doesNotContain("kawarower");
        assertThat(csv.body().lines().filter(line -> line.startsWith("\"2026"))).hasSize(4);
    }
}
