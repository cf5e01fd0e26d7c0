package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queues and languages of a person, changed on the page of people in hotline.xml's own text. */
final class StaffSkillsTest extends StaffPagesFixture {

    private static final String ENGLISH = """
            <queue name="nis2-en" topic="nis2" language="en" strategy="rrmemory"
                       ring-seconds="15" longest-wait-seconds="900" capacity="30"/>
            """;

    private Session ewa;
    private Path file;
    private String original;

    @BeforeEach
    void aLeadAndAConsultant() throws Exception {
        file = folder.resolve("hotline.xml");
        original = Files.readString(file);
        ewa = signedIn("ewa", Role.LEAD);
        accounts.add(account("anna", Role.CONSULTANT, false), entry("anna"));
    }

    @Test
    void whoIsNotListedTakesAllAndThePageSaysSoInPlainWords() throws Exception {
        assertThat(get("/people/anna/skills").body())
                .contains("Odbiera</dt><dd>wszystkie kolejki</dd>", "Kto nie ma tu ograniczeń")
                .contains("name=\"queues\" value=\"all\" checked", "name=\"languages\" value=\"all\" checked")
                .doesNotContain("Znów wszystkie kolejki");
    }

    @Test
    void aChangeIsWrittenIntoTheTextWithALineInTheAuditLogAndTakenBack() throws Exception {
        HttpResponse<String> saved =
                post("anna", "queues=these&queue=cra&queue=nis2&languages=these&language=pl&digest=" + digest());

        assertThat(saved.headers().firstValue("Location").orElse("")).endsWith("/people?done=skills-saved");
        String written = original.replace("  </queues>\n", """
              </queues>

              <consultants>
                <consultant name="anna" queues="nis2 cra" languages="pl"/>
              </consultants>
            """);
        assertThat(file).hasContent(written);
        assertThat(get("/people").body())
                .contains("odbiera: Wstępna weryfikacja NIS2, Wstępna kwalifikacja do Aktu o cyberodporności (CRA)")
                .contains("Zapisana zmiana kolejek i języków zaraz zacznie obowiązywać");
        assertThat(get("/audit").body())
                .contains("<td>ewa</td><td>kolejki i języki</td><td>anna</td>")
                .contains("queues all to cra nis2, languages all to pl; version ");

        coordinator.inForce().bringInForce(HotlineFile.edition(file));
        assertThat(get("/people").body()).doesNotContain("zaraz zacznie");
        assertThat(get("/people/anna/skills").body()).contains("Znów wszystkie kolejki i języki");
        assertThat(post("anna", "queues=all&languages=all&digest=" + digest()).statusCode())
                .isEqualTo(303);
        assertThat(file).content().contains("<consultants>").doesNotContain("anna");
    }

    @Test
    void nothingIsChangedWhenNothingIsAnother() throws Exception {
        HttpResponse<String> same = post("anna", "queues=all&queue=cra&languages=all&digest=" + digest());

        assertThat(same.headers().firstValue("Location").orElse("")).endsWith("/people?done=skills-same");
        assertThat(file).hasContent(original);
        assertThat(get("/audit").body()).doesNotContain("kolejki i języki</td>");
    }

    @Test
    void theSecondOfTwoIsToldAndMaySaveOnceMore() throws Exception {
        String seen = digest();
        Session iza = signedIn("iza", Role.COORDINATOR);
        post(iza, "anna", "queues=these&queue=cra&languages=all&digest=" + seen);

        HttpResponse<String> stale = post("anna", "queues=these&queue=nis2&languages=all&digest=" + seen);

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Ktoś zmienił hotline.xml", "<dd>Wstępna kwalifikacja do Aktu o cyberodporności (CRA)</dd>")
                .contains("value=\"nis2\" checked")
                .doesNotContain("value=\"cra\" checked");
        assertThat(file).content().contains("queues=\"cra\"");
        assertThat(post("anna", "queues=these&queue=nis2&languages=all&digest=" + digest(stale))
                        .statusCode())
                .isEqualTo(303);
        assertThat(file).content().contains("queues=\"nis2\"");
    }

    @Test
    void whoCannotSaveIsToldWhoHasToBeAbleToWriteWhereAndKeepsWhatWasTicked() throws Exception {
        Path elsewhere = folder.resolve("h".repeat(250));
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);

        HttpResponse<String> saved = post("anna", "queues=these&queue=cra&languages=all&digest=" + digest());

        assertThat(saved.statusCode()).isEqualTo(500);
        assertThat(saved.body())
                .contains("czy użytkownik " + System.getProperty("user.name") + ", jako który działa program")
                .contains("może zapisywać w folderze " + folder.toRealPath())
                .contains("value=\"cra\" checked")
                .doesNotContain("too long");
        assertThat(file).hasContent(original);
    }

    @Test
    void aTickedQueueThatIsGoneMeanwhileDoesNotBecomeAllQueues() throws Exception {
        Files.writeString(file, original.replace("</queues>", ENGLISH + "</queues>"));
        String seen = digest();
        Files.writeString(file, original);

        assertThat(post("anna", "queues=these&queue=nis2-en&languages=all&digest=" + seen)
                        .body())
                .contains("Ktoś zmienił hotline.xml", "name=\"queues\" value=\"these\" checked");
    }

    @Test
    void whatMayNotComeIntoForceIsRefusedWithFindingsInTheReadersLanguage() throws Exception {
        String digest = digest();
        Files.writeString(file, original.replace("then=\"to-nis2\"", "then=\"to-nis3\""));

        HttpResponse<String> refused = post("anna", "queues=these&queue=nis2&languages=all&digest=" + digest);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Zapisać można dopiero", "nie ma węzła „to-nis3”", "value=\"nis2\" checked");
        assertThat(file).content().doesNotContain("<consultant ");
        assertThat(get("/people").body()).contains("W pliku hotline.xml na dysku jest błąd");
    }

    @Test
    void anEditThatBreaksARuleIsRefusedWithFindingsAndSavedNowhere() throws Exception {
        StringBuilder full = new StringBuilder("</queues><consultants>");
        for (int i = 0; i < 500; i++) {
            full.append("<consultant name=\"z").append(i).append("\"/>");
        }
        Files.writeString(file, original.replace("</queues>", full.append("</consultants>")));
        coordinator.inForce().bringInForce(HotlineFile.edition(file));

        HttpResponse<String> refused = post("anna", "queues=these&queue=nis2&languages=all&digest=" + digest());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Taki hotline.xml nie może obowiązywać", "consultant");
        assertThat(file).content().doesNotContain("anna");
    }

    @Test
    void noQueueIsNoChoice() throws Exception {
        assertThat(post("anna", "queues=these&languages=all&digest=" + digest()).body())
                .contains("Zaznacz choć jedną kolejkę", "name=\"queues\" value=\"these\" checked");
        assertThat(post("anna", "queues=these&queue=nis3&languages=all&digest=" + digest())
                        .statusCode())
                .as("a queue that there is not")
                .isEqualTo(400);
        assertThat(post("anna", "queues=all&languages=these&language=en&digest=" + digest())
                        .body())
                .as("no queue is for those who speak no Polish")
                .contains("nie odbierałaby z żadnej kolejki", "value=\"en\" checked");
        assertThat(post("anna", "").statusCode()).isEqualTo(409);
        assertThat(file).hasContent(original);
    }

    @Test
    void whoeverSpeaksALanguageWithAQueueOfItsOwnHasThatFirst() throws Exception {
        Files.writeString(file, original.replace("</queues>", ENGLISH + "</queues>"));

        assertThat(post(
                                "anna",
                                "queues=these&queue=nis2&queue=nis2-en&languages=these&language=pl&language=en&digest="
                                        + digest())
                        .statusCode())
                .isEqualTo(303);

        assertThat(file).content().contains("queues=\"nis2 nis2-en\" languages=\"pl en\"");
        assertThat(get("/people/anna/skills").body())
                .contains(
                        "<dd>Wstępna weryfikacja NIS2 (en), Wstępna weryfikacja NIS2</dd>",
                        "<dd>polski, angielski</dd>");
    }

    @Test
    void howWellALanguageIsSpokenIsChosenBesideItsTick() throws Exception {
        assertThat(get("/people/anna/skills").body())
                .contains(
                        "<select name=\"spoken\" aria-label=\"Jak dobrze: angielski\"><option value=\"en\" selected>jak"
                                + " język ojczysty</option><option value=\"en:C2\">C2 – biegle</option>");

        post("anna", "queues=all&languages=these&language=pl&language=en&spoken=pl&spoken=en:B2&digest=" + digest());

        assertThat(file).content().contains("<consultant name=\"anna\" languages=\"pl en:B2\"/>");
        assertThat(get("/people").body()).contains("języki: polski, angielski B2<br>");
        assertThat(get("/people/anna/skills").body())
                .contains("<dd>polski, angielski B2</dd>", "<option value=\"en:B2\" selected>B2 – dobrze</option>");
        assertThat(get("/audit").body()).contains("queues all, languages all to en:B2 pl; version ");

        post("anna", "queues=all&languages=these&language=pl&spoken=pl:C1&spoken=en:B2&digest=" + digest());
        assertThat(file).content().contains("<consultant name=\"anna\" languages=\"pl:C1\"/>");
        assertThat(get("/audit").body()).contains("queues all, languages en:B2 pl to pl:C1; version ");
    }

    @Test
    void whoTakesNoCallsAnyMoreAndIsListedStillIsSaidOnThePage() throws Exception {
        accounts.add(account("iza", Role.CONSULTANT, false), entry("iza"));
        Files.writeString(file, original.replace("</queues>", """
                </queues><consultants>
                  <consultant name="anna" queues="nis2"/>
                  <consultant name="iza" queues="ogolna"/>
                  <consultant name="odeszla" queues="nis2"/>
                </consultants>"""));

        assertThat(get("/people").body())
                .contains("<a href=\"/people/odeszla/skills\">odeszla</a> – Nie ma takiego konta.")
                .doesNotContain("<a href=\"/people/anna/skills\">anna</a>")
                .contains("nie odbiera żaden konsultant: Samoocena dojrzałości")
                .doesNotContain("nie odbiera żaden konsultant: Wstępna weryfikacja NIS2");
        assertThat(changed("anna", "name=Anna&role=consultant&disabled=yes&seen=consultant+false+anna"))
                .endsWith("/people?done=changed-left");
        assertThat(changed("anna", "name=Anna&role=consultant&disabled=yes&seen=consultant+true+Anna"))
                .as("already was")
                .endsWith("/people?done=changed");
        accounts.add(account("jan", Role.CONSULTANT, false), entry("jan"));
        assertThat(changed("jan", "name=Jan&role=consultant&disabled=yes&seen=consultant+false+jan"))
                .as("has no entry")
                .endsWith("/people?done=changed");
        assertThat(get("/people?done=changed-left").body())
                .contains("<a href=\"/people/anna/skills\">anna</a> – Konto jest zablokowane, ale wpis został.")
                .contains("jej wpis w hotline.xml (kolejki i języki) został");

        assertThat(get("/people/odeszla/skills").body()).contains("Nie ma takiego konta", "Usuń wpis");
        post("odeszla", "queues=all&languages=all&digest=" + digest());
        assertThat(file).content().contains("\"iza\"").doesNotContain("odeszla");
        assertThat(get("/people/odeszla/skills").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyWhoTakesCallsHasThisPage() throws Exception {
        accounts.add(account("urzad", Role.AUTHORITY, false), entry("urzad"));

        assertThat(get("/people/urzad/skills").statusCode()).isEqualTo(404);
        assertThat(get("/people/nikt/skills").statusCode()).isEqualTo(404);
        assertThat(get("/people/%22%3E%3Cb%3E/skills").statusCode()).isEqualTo(404);
        assertThat(post("urzad", "queues=these&queue=nis2&languages=all&digest=" + "0".repeat(64))
                        .statusCode())
                .isEqualTo(404);
        Session anna = signIn("anna", PASSWORD);
        assertThat(post(anna, "anna", "queues=these&queue=nis2&languages=all&digest=" + digest())
                        .statusCode())
                .isEqualTo(403);
        assertThat(file).hasContent(original);
    }

    @Test
    void withoutTheAuditLogNothingIsChanged() throws Exception {
        String digest = digest();
        auditGoesAway();

        assertThat(post("anna", "queues=these&queue=nis2&languages=all&digest=" + digest)
                        .statusCode())
                .isEqualTo(500);

        auditComesBack();
        assertThat(file).hasContent(original);
    }

    private String changed(String login, String form) throws Exception {
        return ask("POST", "/people/" + login, Optional.of(ewa), "proof=" + ewa.proof() + "&" + form, "text/html")
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private String digest() throws Exception {
        return digest(get("/people/ewa/skills"));
    }

    private static String digest(HttpResponse<String> page) {
        Matcher digest =
                Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(page.body());
        assertThat(digest.find()).as(page.body()).isTrue();
        return digest.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path, Optional.of(ewa), "", "text/html");
    }

    private HttpResponse<String> post(String login, String form) throws Exception {
        return post(ewa, login, form);
    }

    private HttpResponse<String> post(Session session, String login, String form) throws Exception {
        return ask(
                "POST",
                "/people/" + login + "/skills",
                Optional.of(session),
                "proof=" + session.proof() + "&" + form,
                "text/html");
    }
}
