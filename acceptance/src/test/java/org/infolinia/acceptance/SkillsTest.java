package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** M7, C5: what a lead ticks on the page of people decides whose telephone the next call rings. */
final class SkillsTest {

    private static final String MATURITY = "Samoocena dojrzałości cyfrowej i cyberbezpieczeństwa";
    private static final String NIS2 = "Wstępna weryfikacja NIS2";

    private static Instance instance;
    private static String original;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(Instance.briefHotline().replace("  </queues>", """
                <queue name="nis2-en" topic="nis2" language="en" strategy="rrmemory"
                       ring-seconds="5" longest-wait-seconds="900" capacity="30"/>
              </queues>"""));
        original = Files.readString(hotline());
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @AfterEach
    void clear() throws IOException {
        instance.clear();
        List.of("anna", "bartosz")
                .forEach(name -> instance.command("console", "queue remove member PJSIP/" + name + " from nis2-en"));
        if (!Files.readString(hotline()).equals(original)) {
            long before = instance.servicesLogLength();
            Files.writeString(hotline(), original);
            instance.servicesSay(before, " is in force");
        }
    }

    @Test
    void theNextCallRingsWhoeverHasItsQueueAndNobodyElse() {
        answering("anna");
        answering("bartosz");
        try (DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna")) {
            limits(grazyna, "anna", MATURITY);
            limits(grazyna, "bartosz", NIS2);
        }

        assertThat(answersTheCallThatPresses("2")).isEqualTo("bartosz");
        assertThat(answersTheCallThatPresses("2")).isEqualTo("bartosz");
        assertThat(answersTheCallThatPresses("1")).isEqualTo("anna");

        try (DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna")) {
            Page page = grazyna.at("/people/anna/skills");
            long before = instance.servicesLogLength();
            grazyna.clicks("Znów wszystkie kolejki i języki");
            page.getByText("Zapisano w hotline.xml").waitFor();
            follows(before);
        }
        instance.command("console", "queue remove member PJSIP/bartosz from nis2");
        assertThat(answersTheCallThatPresses("2")).isEqualTo("anna");
    }

    @Test
    void whoLosesAQueueInACallFromItTalksToTheEnd() {
        answering("anna");
        try (DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna");
                TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            assertThat(call.isConnected()).isEqualTo("anna");

            limits(grazyna, "anna", MATURITY);
            call.hangsUp();
            call.ends();

            List<String> events = instance.queueLog().stream()
                    .filter(line -> line.contains("|nis2|anna|"))
                    .map(line -> line.split("\\|", -1)[4])
                    .toList();
            assertThat(events).containsSubsequence("CONNECT", "REMOVEMEMBER", "COMPLETECALLER");
        }
    }

    @Test
    void aBreakGoesOnInTheNewQueueWithItsReason() {
        StaffSession anna = new StaffSession(instance, "anna");
        instance.phone("anna").register();
        try (DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna")) {
            anna.says("sign-in", Map.of("device", "telephone"));
            anna.sees("/presence/state", state -> state.get("standing").asText().equals("available"));
            limits(grazyna, "anna", MATURITY);
            anna.says("break", Map.of("reason", "training"));
            anna.sees("/presence/state", state -> state.get("standing").asText().equals("break"));

            limits(grazyna, "anna", NIS2);
        }

        anna.sees(
                "/presence/state",
                state -> state.get("queues").size() == 1
                        && state.at("/queues/0/name").asText().equals("nis2")
                        && state.get("standing").asText().equals("break")
                        && state.get("reason").asText().equals("training"));
        anna.says("sign-out", Map.of());
        assertThat(instance.queueLog())
                .anyMatch(line -> line.contains("|nis2|anna|ADDMEMBER|PAUSED"))
                .anyMatch(line -> line.contains("|nis2|anna|PAUSE|training"));
    }

    @Test
    void whoSpeaksEnglishTooIsRungForOthersWhenNobodyElseIsFree() {
        answering("anna");
        answering("bartosz");
        try (DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna")) {
            speaks(grazyna, "anna", "polski", "angielski");
            speaks(grazyna, "bartosz", "polski");
        }

        assertThat(answersTheCallThatPresses("2")).isEqualTo("bartosz");
        assertThat(answersTheCallThatPresses("2")).isEqualTo("bartosz");
        assertThat(answersTheCallThatPresses("9,2")).isEqualTo("anna");
        assertThat(instance.queueLog()).anyMatch(line -> line.contains("|nis2-en|bartosz|REMOVEMEMBER|"));
    }

    @Test
    void whoSpeaksEnglishBetterIsRungFirstAndTheOthersWhileTheyTalk() {
        answering("anna");
        answering("bartosz");
        try (DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna")) {
            speaksEnglish(grazyna, "anna", "B2 – dobrze");
            speaksEnglish(grazyna, "bartosz", "jak język ojczysty");
            assertThat(grazyna.barriers("/people/anna/skills")).isEmpty();
            assertThat(grazyna.tooWideWhenTwiceAsLarge("/people/anna/skills")).isEmpty();
        }

        assertThat(answersTheCallThatPresses("9,2")).isEqualTo("bartosz");
        assertThat(answersTheCallThatPresses("9,2")).isEqualTo("bartosz");

        try (DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna")) {
            speaksEnglish(grazyna, "bartosz", "B1 – dość dobrze");
        }
        assertThat(answersTheCallThatPresses("9,2")).isEqualTo("anna");
        assertThat(answersTheCallThatPresses("9,2")).isEqualTo("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("9").reaches("main").presses("2");
            assertThat(call.isConnected()).isEqualTo("anna");
            assertThat(answersTheCallThatPresses("9,2")).isEqualTo("bartosz");
            call.hangsUp();
            call.ends();
        }
    }

    @Test
    void whoSpeaksEnglishBestAndDoesNotAnswerKeepsNobodyWaiting() {
        instance.signedIn("anna");
        instance.awaitsQueueLog("|nis2-en|anna|ADDMEMBER|");
        answering("bartosz");
        try (DeskBrowser grazyna = DeskBrowser.signedIn(instance, "grazyna")) {
            speaksEnglish(grazyna, "bartosz", "A1 – pojedyncze zdania");
        }

        assertThat(answersTheCallThatPresses("9,2")).isEqualTo("bartosz");
        assertThat(instance.queueLog()).anyMatch(line -> line.contains("|nis2-en|anna|RINGNOANSWER|"));
    }

    private static void answering(String name) {
        ConsultantPhone phone = instance.signedIn(name);
        phone.answer(Duration.ofMillis(300), Duration.ofSeconds(60));
        instance.awaitsQueueLog("|nis2-en|" + name + "|ADDMEMBER|");
    }

    private static String answersTheCallThatPresses(String keys) {
        try (TestCall call = TestCall.dial(instance)) {
            for (String key : keys.split(",")) {
                call.reaches("main").presses(key);
            }
            String name = call.isConnected();
            call.hangsUp();
            call.ends();
            return name;
        }
    }

    /** By hand, as a lead does it. */
    private static void limits(DeskBrowser lead, String name, String queue) {
        Page page = lead.at("/people");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kolejki i języki " + name))
                .click();
        page.locator("[name=queues][value=these]").check();
        page.locator("[name=queue]").all().forEach(box -> box.setChecked(false));
        page.getByLabel(queue, new Page.GetByLabelOptions().setExact(false))
                .first()
                .check();
        saves(lead, page);
    }

    private static void speaks(DeskBrowser lead, String name, String... languages) {
        Page page = lead.at("/people/" + name + "/skills");
        page.locator("[name=languages][value=these]").check();
        for (String language : languages) {
            language(page, language).check();
        }
        saves(lead, page);
    }

    /** By keyboard alone. */
    private static void speaksEnglish(DeskBrowser lead, String name, String level) {
        Page page = lead.at("/people/" + name + "/skills");
        page.locator("[name=languages][value=these]").check();
        language(page, "polski").check();
        language(page, "angielski").setChecked(false);
        language(page, "angielski").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type(level);
        assertThat(page.locator(":focus option:checked").textContent()).isEqualTo(level);
        saves(lead, page);
    }

    private static Locator language(Page page, String name) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name));
    }

    /** Waits until Asterisk has it so. */
    private static void saves(DeskBrowser lead, Page page) {
        long before = instance.servicesLogLength();
        lead.clicks("Zapisz");
        page.getByText("Zapisano w hotline.xml").waitFor();
        follows(before);
    }

    private static void follows(long before) {
        instance.servicesSay(before, "places of consultants in queues changed");
    }

    private static Path hotline() {
        return instance.folder.resolve("hotline.xml");
    }
}
