package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coordinator edits hotline.xml in a page, looks at the tree and at the year. */
final class CoordinatorPagesTest extends StaffPagesFixture {

    private Session irena;
    private Path file;
    private String original;

    @BeforeEach
    void signInTheCoordinator() throws Exception {
        irena = signedIn("irena", Role.COORDINATOR);
        file = folder.resolve("hotline.xml");
        original = Files.readString(file);
    }

    @Test
    void theTreeIsDrawnAndToldAndWalkedKeyByKey() throws Exception {
        String page = get("/ivr?at=2026-11-23T10:00").body();

        assertThat(page)
                .contains("<svg xmlns", "id=\"node-main\"", "poniedziałek, 23 listopada 2026, 10:00: infolinia czynna")
                .contains("Drzewo słowami", "Co teraz naciska dzwoniący?");
        assertThat(get("/ivr?at=2026-11-23T10:00&press=9&press=2").body())
                .contains("naciska 9", "naciska 2", "Czeka na konsultanta w kolejce nis2.", "press=9\"")
                .contains("NIS 2 pre-verification")
                .doesNotContain("Co teraz naciska");
        assertThat(get("/ivr?at=2026-12-24T10:00").body())
                .contains(
                        "infolinia nieczynna (Wigilia Bożego Narodzenia)",
                        "Koniec połączenia: infolinia jest nieczynna.");
    }

    @Test
    void theFirstTrialCallSpeaksThePagesLanguage() throws Exception {
        assertThat(get("/ivr?at=2026-11-23T10:00").body())
                .contains("<p lang=\"pl\">")
                .doesNotContain("<p lang=\"en\">");
        assertThat(inEnglish("/ivr?at=2026-11-23T10:00").body())
                .contains("<p lang=\"en\">")
                .doesNotContain("<p lang=\"pl\">");
    }

    @Test
    void whatIsNoTimeAndNoKeyIsSaidOrLeftOut() throws Exception {
        String page = get("/ivr?at=yesterday&press=%3Cscript%3E&press=" + "1".repeat(40) + "&language=xx&dialled=evil")
                .body();

        assertThat(page).contains("Podaj dzień i godzinę").doesNotContain("<script>", "evil");
        assertThat(get("/ivr?at=%2B999999999-01-01T00:00").body()).contains("Podaj dzień i godzinę");
        assertThat(get("/ivr?press=" + "1,".repeat(500)).statusCode()).isEqualTo(200);
    }

    @Test
    void aYearIsShownWithItsHolidaysAndExceptions() throws Exception {
        String page = get("/ivr/calendar?year=2027").body();

        assertThat(page)
                .contains(
                        "<h1>Kalendarz 2027</h1>", "styczeń", "grudzień", "Święto Trzech Króli", "czynne 08:00–17:00");
        assertThat(get("/ivr/calendar?year=3000").body()).contains("<h1>Kalendarz 2026</h1>");
        assertThat(get("/ivr/calendar?year=2027&timetable=none").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongEditIsToldLineAndColumnAndIsNotSaved() throws Exception {
        String wrong = original.replace("then=\"to-nis2\"", "then=\"to-nis3\"");

        HttpResponse<String> checked = send("/ivr/hotline/check", wrong);
        HttpResponse<String> put = send("/ivr/hotline?digest=" + digest(), wrong);

        assertThat(checked.statusCode()).isEqualTo(400);
        assertThat(checked.body())
                .containsPattern("<button type=\"button\" data-line=\"\\d+\" data-column=\"\\d+\">")
                .contains("nie ma węzła „to-nis3”; do wyboru: nazwy, które są w tym pliku")
                .doesNotContain("data-part=\"put\"");
        assertThat(put.statusCode()).isEqualTo(400);
        assertThat(put.body()).contains("data-done=\"checked\"");
        assertThat(file).hasContent(original);
    }

    @Test
    void aGoodEditIsShownAsADifferenceThenSavedWithItsRightsAndNoted() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        String better = original.replace("tries=\"3\"", "tries=\"2\"");

        HttpResponse<String> checked = send("/ivr/hotline/check", better);
        HttpResponse<String> put = send("/ivr/hotline?digest=" + digest(), better);

        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body())
                .contains("<tr class=\"removed\">", "<tr class=\"added\">", "tries=&quot;2&quot;", "data-part=\"put\"");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.body()).contains("data-done=\"saved\"");
        assertThat(file).hasContent(better);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
        try (var files = Files.list(folder)) {
            assertThat(files.map(one -> one.getFileName().toString())).noneMatch(name -> name.endsWith(".new"));
        }
        assertThat(new DatabaseAuditLog(() -> database).latest(10, 0))
                .filteredOn(entry -> entry.what().equals("hotline.saved"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo("irena");
                    assertThat(entry.detail()).contains("1 lines added, 1 removed");
                });
    }

    @Test
    void anEditThatCannotBeNotedIsNotSavedAndCanBeSentAgain() throws Exception {
        String better = original.replace("tries=\"3\"", "tries=\"2\"");
        String began = digest();
        auditGoesAway();

        assertThat(send("/ivr/hotline?digest=" + began, better).statusCode()).isIn(500, 503);

        assertThat(file).hasContent(original);
        try (var files = Files.list(folder)) {
            assertThat(files.map(one -> one.getFileName().toString())).noneMatch(name -> name.endsWith(".new"));
        }
        auditComesBack();
        assertThat(send("/ivr/hotline?digest=" + began, better).body()).contains("data-done=\"saved\"");
        assertThat(file).hasContent(better);
    }

    @Test
    void whoeverSavesSecondIsShownTheFirstOnesChangeAndLosesNothing() throws Exception {
        bringInForce();
        String began = digest();
        send("/ivr/hotline?digest=" + began, original.replace("tries=\"3\"", "tries=\"2\""));

        HttpResponse<String> second =
                send("/ivr/hotline?digest=" + began, original.replace("tries=\"3\"", "tries=\"4\""));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("data-done=\"stale\"", "tries=&quot;2&quot;", "data-digest=\"" + digest())
                .doesNotContain("tries=&quot;4&quot;");
        assertThat(file).content().contains("tries=\"2\"");
        assertThat(send("/ivr/hotline?digest=" + digest(), original.replace("tries=\"3\"", "tries=\"4\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anExpectationThatIsNotMetHoldsTheEditBackUntilTheCoordinatorSaysSo() throws Exception {
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/menu.txt"), "2026-11-23 10:00 | press 2 | ends queue nis2\n");
        String other = original.replace("press=\"1\" then=\"to-dojrzalosc\"", "press=\"1\" then=\"to-nis2\"")
                .replace("press=\"2\" then=\"to-nis2\"", "press=\"2\" then=\"to-dojrzalosc\"");

        assertThat(send("/ivr/hotline/check", other).body())
                .contains("Niespełnione oczekiwania", "tests/menu.txt:1: kończy kolejka dojrzalosc, a nie kolejka nis2")
                .doesNotContain(folder.toString());
        assertThat(send("/ivr/hotline?digest=" + digest(), other).body()).contains("data-done=\"checked\"");
        assertThat(file).hasContent(original);

        assertThat(send("/ivr/hotline?unmet=yes&digest=" + digest(), other).body())
                .contains("data-done=\"saved\"");
    }

    /** Nothing longer can stand beside a name that long: it fails for root too, as a folder does that may not be written. */
    @Test
    void whoCannotSaveIsToldInTheirLanguageWhoHasToBeAbleToWriteWhere() throws Exception {
        Path elsewhere = folder.resolve("h".repeat(250));
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);
        String better = original.replace("tries=\"3\"", "tries=\"2\"");

        HttpResponse<String> put = send("/ivr/hotline?digest=" + digest(), better);

        assertThat(put.statusCode()).isEqualTo(500);
        assertThat(put.body())
                .contains("data-done=\"not-saved\"", "czy użytkownik " + System.getProperty("user.name") + ", jako")
                .contains("może zapisywać w folderze " + folder.toRealPath() + " i czy jest tam miejsce")
                .doesNotContain("too long", "Exception");
        assertThat(send("/ivr/hotline?digest=" + digest(), better, "en").body())
                .contains("may write in the folder " + folder.toRealPath() + ",")
                .doesNotContain("too long");
        assertThat(elsewhere).hasContent(original);
    }

    @Test
    void expectationsThatCannotBeReadAreToldInTheReadersLanguage() throws Exception {
        Files.write(Files.createDirectories(folder.resolve("tests")).resolve("a.txt"), new byte[] {(byte) 0xFF});

        assertThat(send("/ivr/hotline/check", original).body())
                .contains("Niespełnione oczekiwania", "a.txt: plik nie jest w UTF-8: trzeba go zapisać jako UTF-8");
    }

    @Test
    void aFileRefusedOnDiskIsToldInTheEditorWithItsFindings() throws Exception {
        Files.writeString(file, original.replace("then=\"to-nis2\"", "then=\"to-nis3\""));

        assertThat(get("/ivr/hotline").body())
                .contains("Plik na dysku jest odrzucony", "nie ma węzła „to-nis3”", "then=&quot;to-nis3&quot;");
        assertThat(send("/ivr/hotline/check", original).body())
                .as("what is in force can be put in the place of what is wrong")
                .contains("Nie ma żadnych różnic", "data-part=\"put\"");
        Files.delete(file);
        assertThat(get("/ivr/hotline").body()).contains("Pliku na dysku nie da się odczytać", "&lt;hotline");
    }

    @Test
    void hostileTextsAreFindingsNotFaults() throws Exception {
        String secret =
                Files.writeString(folder.resolve("secret"), "word of passage").toString();
        String start = "<?xml version=\"1.0\"?>\n<!DOCTYPE hotline [<!ENTITY s SYSTEM \"" + secret + "\">]>\n";

        assertThat(send("/ivr/hotline/check", start + "<hotline>&s;</hotline>").body())
                .contains("DOCTYPE jest niedozwolone")
                .doesNotContain("word of passage");
        assertThat(send("/ivr/hotline/check", "").statusCode()).isEqualTo(400);
        assertThat(send("/ivr/hotline/check", "\u0000<").statusCode()).isEqualTo(400);
        assertThat(send("/ivr/hotline/check", "<a>".repeat(300_000)).statusCode())
                .isEqualTo(400);
        assertThat(send("/ivr/hotline/check", original + "<!-- <script>alert(1)</script> -->")
                        .body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void moreThanAMegabyteIsNotTakenIn() throws Exception {
        assertThat(send("/ivr/hotline/check", "x".repeat(1_000_001)).body()).contains("plik jest za duży");
        assertThat(send("/ivr/hotline/check", "x".repeat(3_000_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void versionsAreListedShownComparedAndOpenedInTheEditor() throws Exception {
        bringInForce();
        Files.writeString(file, original.replace("tries=\"3\"", "tries=\"2\""));
        bringInForce();

        assertThat(get("/ivr/history").body())
                .contains("obowiązuje", "href=\"/ivr/hotline?version=1\"")
                .doesNotContain("href=\"/ivr/hotline?version=2\"");
        assertThat(get("/ivr/history?from=1&to=2").body())
                .contains("Od wersji nr 1 do nr 2", "Wiersze dodane: 1, usunięte: 1.");
        assertThat(get("/ivr/history/1").body()).contains("Wersja nr 1", "tries=&quot;3&quot;");
        assertThat(get("/ivr/hotline?version=1").body()).contains("data-changed=\"yes\"", "tries=&quot;3&quot;");
        assertThat(get("/ivr/history/99").statusCode()).isEqualTo(404);
        assertThat(get("/ivr/history?from=1&to=99").statusCode()).isEqualTo(404);
    }

    @Test
    void aLeadReadsAllAndHasNothingToChangeItBy() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        for (String path :
                new String[] {"/ivr", "/ivr/hotline", "/ivr/history", "/ivr/calendar", "/ivr/announcements"}) {
            String page = ask("GET", path, Optional.of(lead), "", "text/html").body();
            assertThat(page).contains("<a href=\"/ivr\" aria-current=\"page\">").doesNotContain("data-part=\"check\"");
        }
        assertThat(ask("GET", "/ivr/announcements/pl/welcome", Optional.of(lead), "", "text/html")
                        .body())
                .doesNotContain("infolinia-recorder", "/ivr/announcements/revert");
    }

    @Test
    void everyPageIsThereInEnglish() throws Exception {
        bringInForce();
        for (String path : new String[] {
            "/ivr?press=1",
            "/ivr/hotline",
            "/ivr/history",
            "/ivr/history/1",
            "/ivr/calendar",
            "/ivr/announcements?all=yes",
            "/ivr/announcements/en/welcome"
        }) {
            HttpResponse<String> page = inEnglish(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).contains("<html lang=\"en\">", "Announcements");
        }
    }

    /** What the watch does, which does not run here. */
    private void bringInForce() throws Exception {
        HotlineEdition edition = HotlineFile.edition(file);
        coordinator.inForce().bringInForce(edition);
        new DatabaseHotlineHistory(database)
                .inForce(new HotlineVersion(edition.sha256(), clock.instant()), edition.text());
    }

    /** Which file the editor says it began from. */
    private String digest() throws Exception {
        Matcher digest = Pattern.compile("data-digest=\"([0-9a-f]{64})\"")
                .matcher(get("/ivr/hotline").body());
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path, Optional.of(irena), "", "text/html");
    }

    private HttpResponse<String> inEnglish(String path) throws Exception {
        return browser.send(
                request(path)
                        .setHeader("Cookie", "infolinia=" + irena.cookie() + "; infolinia-language=en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String text) throws Exception {
        return send(path, text, "pl");
    }

    private HttpResponse<String> send(String path, String text, String language) throws Exception {
        return browser.send(
                request(path)
                        .setHeader("Cookie", "infolinia=" + irena.cookie() + "; infolinia-language=" + language)
                        .header("X-Infolinia-Proof", irena.proof())
                        .header("Content-Type", "text/plain;charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(listener.address().toString().replaceAll("/$", "") + path))
                .header("Accept", "text/html, application/json")
                .header("Cookie", "infolinia=" + irena.cookie());
    }
}
