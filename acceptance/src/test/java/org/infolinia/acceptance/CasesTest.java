package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Objects;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A5, A6: who calls and their case, on a real Asterisk; nothing that was typed is lost or overwritten. */
final class CasesTest {

    private static final String HOSTILE = "<img src=x onerror=\"document.title='lost'\"> & Syn";

    private static final String ASKS = """
            <ask id="nip" say="no-key" min-digits="3" max-digits="10" pattern="[0-9]{3,10}" patience-seconds="20"
                 tries="2" invalid="invalid-key" silence="no-key" then="to-nis2" otherwise="to-nis2"/>
            """;

    private static Instance instance;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(Instance.briefHotline()
                .replace("<key press=\"2\" then=\"to-nis2\"/>", "<key press=\"2\" then=\"nip\"/>")
                .replace("<queue id=\"to-nis2\"", ASKS + "<queue id=\"to-nis2\"")
                .replace("after-call-seconds=\"20\" missed", "after-call-seconds=\"2\" outcome=\"required\" missed"));
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @AfterEach
    void clear() {
        instance.clear();
    }

    @Test
    void caseIsOpenedInOneCallContinuedInTheNextAndNothingTypedIsLostWithTheSession() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().takesCalls();
            String number = opensACaseInACall(anna);

            try (TestCall call = TestCall.dialFrom(instance, "601234567")) {
                call.reaches("main").presses("2");
                call.reaches("nip").presses("5260001246");
                anna.rings();
                says(anna, "infolinia-caller", "5260001246");
                says(anna, "infolinia-call-case", "Otwarte sprawy tego numeru: 1");
                says(anna, "infolinia-call-case", HOSTILE);
                anna.clicks("Kontynuuj " + number);
                field(anna, "notes").waitFor();
                anna.answers();
                types(anna, "notes", "Pierwsza rozmowa. Druga");
                isSaved(anna, "Pierwsza rozmowa. Druga");
                sessionEnds(anna);
                types(anna, "notes", "Pierwsza rozmowa. Druga, po końcu sesji");
                says(anna, "infolinia-case [role=alert]", "Sesja się skończyła");
                call.hangsUp();
                call.ends();
            }

            anna.signsInAgain();
            says(anna, "infolinia-call-case", "Niezapisane notatki");
            anna.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sprawa " + number))
                    .click();
            says(anna, "infolinia-case", "Druga, po końcu sesji");
            assertThat(field(anna, "notes").inputValue()).isEqualTo("Pierwsza rozmowa. Druga");
            anna.clicks("Przywróć i zapisz");
            isSaved(anna, "Pierwsza rozmowa. Druga, po końcu sesji");
            // The ledger knows the call some seconds after its end, and the page asks for it when it is loaded.
            for (int looks = 0; looks < 60 && !tellsOfTheContact(anna); looks++) {
                anna.page().reload();
            }
            says(anna, "infolinia-case .story", "Wstępna weryfikacja NIS2 · Anna");
            assertThat(anna.page().locator("infolinia-case section .story li").count())
                    .isEqualTo(2);
            assertThat(anna.barriers("/cases/" + number)).isEmpty();
            assertThat(anna.page().title()).doesNotContain("lost");
        }
    }

    private static boolean tellsOfTheContact(DeskBrowser anna) {
        anna.page().locator("infolinia-case .story").first().waitFor();
        return anna.page().locator("infolinia-case").innerText().contains("Wstępna weryfikacja NIS2 · Anna");
    }

    /** Calls, has a case opened; where an outcome is required, after-call work goes on until there is one. */
    private static String opensACaseInACall(DeskBrowser anna) {
        try (TestCall call = TestCall.dialFrom(instance, "601234567")) {
            call.reaches("main").presses("2");
            call.reaches("nip").presses("123#");
            anna.rings();
            says(anna, "infolinia-call-case", "Ten numer nie ma otwartych spraw");
            anna.answers();
            anna.clicks("Nowa sprawa");
            types(anna, "name", HOSTILE);
            types(anna, "notes", "Pierwsza rozmowa.");
            isSaved(anna, "Pierwsza rozmowa.");
            call.hangsUp();
            call.ends();
        }
        anna.is("Po rozmowie").clicks("Gotowe");
        says(anna, "infolinia-presence", "Czas po rozmowie skończy się, gdy sprawa tej rozmowy będzie miała wynik");
        field(anna, "outcome").selectOption("follow-up");
        anna.is("Dostępny");
        Locator last = anna.page().locator("infolinia-call-case a");
        last.waitFor();
        return last.innerText().replace("Sprawa ", "");
    }

    @Test
    void theSecondOfTwoIsShownWhatTheFirstWroteAndOverwritesNothingUnasked() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                DeskBrowser bartosz = DeskBrowser.signedIn(instance, "bartosz")) {
            anna.open("/cases");
            anna.clicks("Nowa sprawa");
            field(anna, "notes").waitFor();
            String path = anna.page().url().replaceFirst("https?://[^/]+", "");
            bartosz.open(path);
            field(bartosz, "notes").waitFor();

            types(anna, "notes", "Wersja Anny");
            isSaved(anna, "Wersja Anny");
            types(bartosz, "name", "Jan Kowalski");
            says(bartosz, "infolinia-case", "w międzyczasie zmienione: Notatka");
            isSaved(bartosz, "Wersja Anny");

            types(anna, "notes", "Wersja Anny, dalej");
            says(anna, "infolinia-case", "w międzyczasie zmienione: Klient");
            isSaved(anna, "Wersja Anny, dalej");
            types(bartosz, "notes", "Wersja Bartosza");
            says(bartosz, "infolinia-case", "Wersja Anny, dalej");
            assertThat(field(bartosz, "notes").inputValue()).isEqualTo("Wersja Bartosza");
            assertThat(kept(anna)).isEqualTo("Wersja Anny, dalej");

            bartosz.clicks("Zapisz moją");
            isSaved(bartosz, "Wersja Bartosza");
            assertThat(bartosz.page().locator("infolinia-case details").innerText())
                    .contains("Historia zmian");
        }
    }

    @Test
    void numberClickedInAnyTabIsDialledByTheTelephone() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                AsteriskEvents events = instance.events()) {
            anna.isReachable();
            Page desk = anna.opensAnotherTab();
            anna.open("/cases");
            anna.clicks("Nowa sprawa");
            field(anna, "notes").waitFor();
            types(anna, "number", "600 100 300");

            anna.clicks("Zadzwoń do klienta");
            events.await(
                    "the call",
                    Instance.patience(),
                    event -> "Newchannel".equals(event.get("Event")) && "600100300".equals(event.get("Exten")));

            desk.close();
            says(anna, "infolinia-case [data-part=saved]", "zapisano");
            anna.open("/cases");
            anna.clicks("Zadzwoń pod numer 600 100 300");
            anna.hasTypedIn("600\u00a0100\u00a0300");
        }
    }

    @Test
    void notesOfTenMegabytesAreRefusedInASentenceAndStayOnThePage() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.open("/cases");
            anna.clicks("Nowa sprawa");
            field(anna, "notes").waitFor();
            field(anna, "notes").evaluate("""
                    notes => {
                      notes.value = 'a'.repeat(10_000_000);
                      notes.dispatchEvent(new Event('input', { bubbles: true }));
                    }
                    """);

            says(anna, "infolinia-case [role=alert]", "liczba znaków 10000000, a mieści się 20000");
            says(anna, "infolinia-case [role=alert]", "skopiuj go w inne miejsce");
            assertThat(field(anna, "notes").evaluate("notes => notes.value.length"))
                    .isEqualTo(10_000_000);
            types(anna, "notes", "krótko");
            isSaved(anna, "krótko");
        }
    }

    private static Locator field(DeskBrowser desk, String name) {
        return desk.page().locator("infolinia-case [data-field=" + name + "]");
    }

    private static void types(DeskBrowser desk, String name, String text) {
        field(desk, name).fill(text);
    }

    private static void says(DeskBrowser desk, String where, String words) {
        desk.page()
                .locator(where, new Page.LocatorOptions().setHasText(words))
                .first()
                .waitFor();
    }

    /** Waits until the server has the notes, as the page knows. */
    private static void isSaved(DeskBrowser desk, String notes) {
        desk.page().waitForFunction("""
                notes => {
                  const one = document.querySelector('infolinia-case');
                  return one?.base?.notes === notes && !one.unsaved;
                }
                """, notes);
    }

    /** The notes as the server has them. */
    private static String kept(DeskBrowser desk) {
        return (String) Objects.requireNonNull(desk.page().evaluate("""
                async () => {
                  const { number } = document.querySelector('infolinia-case');
                  return (await (await fetch(`/cases/${number}/state`)).json()).fields.notes;
                }
                """));
    }

    /** As if the day were over: on the server, the page not knowing of it. */
    private static void sessionEnds(DeskBrowser desk) {
        desk.page().evaluate("""
                async () => {
                  const proof = document.querySelector('[name=proof]').value;
                  await fetch('/sign-out/everywhere', { method: 'POST', redirect: 'manual',
                    headers: { 'X-Infolinia-Proof': proof, Accept: 'application/json' }, body: new URLSearchParams() });
                }
                """);
    }
}
