package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** C2, C3, C4: what the coordinator does in the browser is what the next caller meets. */
class CoordinatorTest {

    private static final String CHECK = "Sprawdź";
    private static final String PUT = "Wprowadź w życie";

    /** What the clock of a recording shows from the third second on. */
    private static final Pattern LONG_ENOUGH = Pattern.compile("0:(0[3-9]|[1-5][0-9])");

    private static Instance instance;
    private static String original;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up();
        original = Files.readString(hotline());
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @AfterEach
    void clear() throws IOException {
        instance.clear();
        if (!Files.readString(hotline()).equals(original)) {
            long before = instance.servicesLogLength();
            Files.writeString(hotline(), original);
            instance.servicesSay(before, " is in force");
        }
    }

    @Test
    void anEditedTextIsCheckedMendedComparedPutInForceAndMetByTheNextCall() {
        instance.signedIn("anna");
        try (DeskBrowser irena = DeskBrowser.signedIn(instance, "irena")) {
            Page page = irena.at("/ivr/hotline");
            Locator text = page.getByLabel("Treść hotline.xml");
            text.fill(original.replace("press=\"1\" then=\"to-dojrzalosc\"", "press=\"1\" then=\"to-nis3\""));
            irena.clicks(CHECK);
            Locator finding = page.getByText("nie ma węzła „to-nis3”");
            finding.waitFor();
            assertThat(page.locator("[data-part=put]").count()).isZero();
            int line = original.substring(0, original.indexOf("press=\"1\" then=\"to-dojrzalosc\""))
                    .split("\n")
                    .length;
            page.locator("[data-part=verdict] button[data-line='" + line + "']").click();
            assertThat(
                            page.evaluate(
                                    "() => document.querySelector('textarea').value"
                                            + ".slice(document.querySelector('textarea').selectionStart).startsWith('then=\"to-nis3\"')"))
                    .isEqualTo(true);

            text.fill(original.replace("press=\"1\" then=\"to-dojrzalosc\"", "press=\"1\" then=\"to-nis2\"")
                    .replace("press=\"2\" then=\"to-nis2\"", "press=\"2\" then=\"to-dojrzalosc\""));
            irena.clicks(CHECK);
            page.locator(".difference tr.added", new Page.LocatorOptions().setHasText("then=\"to-nis2\""))
                    .first()
                    .waitFor();
            irena.clicks(PUT);
            isInForce(page);
        }

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("1");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
        }
    }

    @Test
    void aTextIsNotLostWhenTheSessionEndsBeforeItIsSaved() {
        try (DeskBrowser irena = DeskBrowser.signedIn(instance, "irena")) {
            Page page = irena.at("/ivr/hotline");
            page.getByLabel("Treść hotline.xml").fill(original.replace("tries=\"3\"", "tries=\"2\""));
            Page editor = irena.opensAnotherTab();
            irena.signsOut();
            irena.turnsTo(editor);
            irena.clicks(CHECK);
            editor.getByText("Sesja wygasła").waitFor();
            irena.opensAnotherTab();
            irena.signsInAgain();
            irena.turnsTo(editor);
            irena.clicks(CHECK);
            irena.clicks(PUT);
            isInForce(editor);
        }

        assertThat(hotline()).content().contains("tries=\"2\"");
    }

    @Test
    void aHandEditThatIsRefusedIsToldOnThePageAndMendedThere() throws IOException {
        long before = instance.servicesLogLength();
        Files.writeString(hotline(), original.replace("then=\"to-nis2\"", "then=\"to-nis3\""));
        instance.servicesSay(before, "is refused");
        try (DeskBrowser irena = DeskBrowser.signedIn(instance, "irena")) {
            Page page = irena.at("/ivr/hotline");
            page.locator("#refused").waitFor();
            page.getByText("nie ma węzła „to-nis3”").waitFor();
            page.getByLabel("Treść hotline.xml").fill(original.replace("tries=\"3\"", "tries=\"2\""));
            irena.clicks(CHECK);
            irena.clicks(PUT);
            isInForce(page);
            page.reload();
            assertThat(page.locator("#refused").count()).isZero();
        }
    }

    @Test
    void aRecordingByTheBrowsersMicrophoneIsWhatTheNextCallerHearsUntilItIsTakenBack() {
        try (DeskBrowser irena = DeskBrowser.speaking(instance, "irena", instance.sound("pl", "closed"))) {
            Page page = irena.at("/ivr/announcements/pl/welcome");
            irena.clicks("Nagraj");
            page.locator("[data-part=clock]", new Page.LocatorOptions().setHasText(LONG_ENOUGH))
                    .waitFor();
            irena.clicks("Zakończ");
            irena.clicks("Zachowaj nagranie");
            page.getByText("Nagranie zachowane").waitFor();
            page.locator(".tag", new Page.LocatorOptions().setHasText("nagrana"))
                    .waitFor();
            assertThat(page.locator("tbody tr").first().innerText()).contains("irena", "przeglądarka");

            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").hangsUp();
                call.ends();
                assertThat(Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound("pl", "welcome"))))
                        .as("the caller heard the recording")
                        .isGreaterThan(0.8);
            }

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Przywróć 0"))
                    .click();
            page.getByText("Przywrócone").waitFor();
            page.locator(".tag", new Page.LocatorOptions().setHasText("syntezator"))
                    .first()
                    .waitFor();
        }
    }

    @Test
    void aRecordingThatCallersMayNotHearIsRefusedInWordsAndStaysOnThePage() {
        // The browser's own microphone beeps as loud as there is.
        try (DeskBrowser irena = DeskBrowser.signedIn(instance, "irena")) {
            Page page = irena.at("/ivr/announcements/pl/welcome");
            irena.clicks("Nagraj");
            page.locator("[data-part=clock]", new Page.LocatorOptions().setHasText(LONG_ENOUGH))
                    .waitFor();
            irena.clicks("Zakończ");
            irena.clicks("Zachowaj nagranie");
            page.getByText("Nagranie jest przesterowane").waitFor();
            irena.clicks("Odrzuć");
            assertThat(page.locator("[data-part=made]").isHidden()).isTrue();
        }
    }

    @Test
    void theTreeIsWalkedKeyByKeyInThePage() {
        try (DeskBrowser irena = DeskBrowser.signedIn(instance, "irena")) {
            Page page = irena.at("/ivr?at=2026-11-23T10:00");
            irena.clicks("9");
            page.getByText("naciska 9").waitFor();
            irena.clicks("2");
            page.getByText("Czeka na konsultanta w kolejce nis2.").waitFor();
            page.getByText("Cofnij").click();
            page.getByText("Co teraz naciska dzwoniący?").waitFor();
        }
    }

    private static void isInForce(Page page) {
        page.locator("[data-part=in-force]").waitFor();
    }

    private static Path hotline() {
        return instance.folder.resolve("hotline.xml");
    }
}
