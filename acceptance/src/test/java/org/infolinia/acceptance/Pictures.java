package org.infolinia.acceptance;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guides' pictures of the desk, taken of an instance at work: {@code docs/pictures} asks for them. */
class Pictures {

    private static final Path FOLDER = Instance.HOME.resolve("docs");

    private static Instance instance;

    @BeforeAll
    static void bringUp() {
        instance = Instance.up();
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @Test
    void deskAndFloorDuringACall() {
        instance.signedIn("bartosz").answer(Duration.ofMillis(300), Duration.ofSeconds(40));
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna");
                TestCall other = TestCall.dialFrom(instance, "601234560")) {
            other.reaches("main").presses("3");
            other.isConnected();
            anna.isReachable().takesCalls();
            try (TestCall call = TestCall.dialFrom(instance, "601234567")) {
                call.reaches("main").presses("2");
                anna.rings().tellsOfTheCaller("Pierwszy telefon z tego numeru");
                anna.picture(FOLDER.resolve("desk-rings.png"));
                anna.answers().soundGoesBothWays(100);
                anna.picture(FOLDER.resolve("desk-talks.png"));
                grazyna.pictureOf("/floor", "infolinia-floor table", FOLDER.resolve("floor.png"));
            }
        }
    }

    @Test
    void caseAndRecordingAfterACall() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna")) {
            anna.isReachable().takesCalls();
            try (TestCall call = TestCall.dialFrom(instance, "601234568")) {
                call.reaches("main").presses("2");
                anna.rings().answers().soundGoesBothWays(100);
                anna.clicks("Nowa sprawa");
                anna.page().locator("infolinia-case [data-field=name]").fill("Anna Przykładowa, Piekarnia Kłos");
                anna.page()
                        .locator("infolinia-case [data-field=notes]")
                        .fill("Pyta, czy piekarnia z 60 pracownikami podlega NIS2. Przekazałam, jak przejść wstępną"
                                + " weryfikację; w razie wątpliwości zadzwoni ponownie.");
                anna.page().locator("infolinia-case", having("zapisano")).waitFor();
                anna.soundGoesBothWays(400);
                call.hangsUp();
                call.ends();
            }
            anna.is("Po rozmowie");
            grazyna.waitsUntil(
                    "async what => (await (await fetch('/recordings?number=601234568')).text()).includes(what)",
                    "/recordings/");
            anna.open("/cases");
            anna.page().locator("tbody a").first().click();
            anna.page()
                    .locator("infolinia-case .story", having("Wstępna weryfikacja"))
                    .first()
                    .waitFor();
            anna.picture(FOLDER.resolve("case.png"));
            grazyna.at("/recordings?number=601234568")
                    .locator("tbody a")
                    .first()
                    .click();
            grazyna.page().locator("svg.wave").waitFor();
            grazyna.picture(FOLDER.resolve("recording.png"));
        }
    }

    @Test
    void queuesAndLanguagesOfAConsultant() throws IOException {
        String hotline = Instance.briefHotline().replace("  </queues>", """
                <queue name="nis2-en" topic="nis2" language="en" strategy="rrmemory"
                       ring-seconds="15" longest-wait-seconds="900" capacity="30"/>
              </queues>
              <consultants><consultant name="anna" queues="nis2 nis2-en ogolna" languages="pl en:B2"/></consultants>""");
        try (Instance english = Instance.up(hotline);
                DeskBrowser grazyna = DeskBrowser.signedIn(english, "grazyna")) {
            grazyna.pictureOf("/people/anna/skills", ".spoken select", FOLDER.resolve("skills.png"));
        }
    }

    @Test
    void treeInForce() throws IOException {
        try (Instance demonstration = Instance.up(Files.readString(Instance.HOME.resolve("dialplan/hotline.xml")));
                DeskBrowser irena = DeskBrowser.signedIn(demonstration, "irena")) {
            irena.pictureOf("/ivr?at=2026-12-23T10:00", "main svg", FOLDER.resolve("ivr.png"));
            irena.pictureOf("/ivr/announcements", "tbody tr", FOLDER.resolve("announcements.png"));
            irena.pictureOf("/ivr/calendar", "main table", FOLDER.resolve("calendar.png"));
        }
    }

    private static Page.LocatorOptions having(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
