package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.infolinia.launcher.phone.PhoneFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** M2: a lead listens in, whispers, barges in; a consultant does not. */
final class ListeningTest {

    /** What the lead sounds like. */
    private static final int LEAD = 1700;

    private static final String OPERATOR = """
                <trunk name="outside" server="127.0.0.6" port="26060" callerId="+48221000100" checkSeconds="10">
                  <address>127.0.0.6</address>
                </trunk>
              </trunks>""";

    private static final double HEARD = 0.05;
    private static final double UNHEARD = 0.01;

    @TempDir
    private static Path folder;

    private static Instance instance;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(
                Instance.briefHotline(), (system, folder) -> system.replace("  </trunks>", OPERATOR), Map.of());
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
    void leadIsHeardByWhomTheModeSaysAndByNoRecording() throws IOException {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(100));
        try (DeskBrowser lead = DeskBrowser.speaking(instance, "grazyna", speech());
                TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.isConnected();
            lead.open("/floor");

            row(lead, "Anna").getByText("Słuchaj").click();
            listens(lead, "listen");
            soundArrives(lead);
            int byAnna = anna.heard().length;
            int byCaller = call.heard().length;
            call.staysFor(Duration.ofSeconds(4));
            assertThat(since(anna.heard(), byAnna).strongestShareAt(LEAD)).isLessThan(UNHEARD);
            assertThat(since(call.heard(), byCaller).strongestShareAt(LEAD)).isLessThan(UNHEARD);

            lead.clicks("Podpowiadaj");
            listens(lead, "whisper");
            int whispered = call.heard().length;
            isHeard(lead, anna::heard);
            call.staysFor(Duration.ofSeconds(4));
            assertThat(since(call.heard(), whispered).strongestShareAt(LEAD)).isLessThan(UNHEARD);

            lead.clicks("Włącz się");
            listens(lead, "barge");
            isHeard(lead, anna::heard);
            isHeard(lead, call::heard);

            call.hangsUp();
            call.ends();
            lead.page()
                    .locator(
                            "infolinia-listening [role=status]",
                            new Page.LocatorOptions().setHasText("Koniec odsłuchu"))
                    .waitFor();

            assertThat(Sound.ofWav(instance.recording(call.linkedId).orElseThrow())
                            .strongestShareAt(LEAD))
                    .isLessThan(UNHEARD);
            String audit = exported(lead);
            assertThat(audit.lines()
                            .filter(line -> line.contains("\"grazyna\";\"listening.") && line.contains(call.linkedId)))
                    .hasSize(3)
                    .allMatch(line -> line.contains("\"anna\";\"call " + call.linkedId + "\""));
            assertThat(audit).contains("listening.listen", "listening.whisper", "listening.barge");
            assertThat(instance.queueLog()).noneMatch(line -> line.contains("grazyna"));
            assertThat(Files.readString(calls()))
                    .contains(call.linkedId + ";inbound;", ";nis2;anna;")
                    .doesNotContain("grazyna", "outbound");
        }
    }

    @Test
    void conversationThatAConsultantHasDialledIsListenedToAsWell() throws IOException {
        ConsultantPhone anna = instance.signedIn("anna");
        try (Operator operator = new Operator(instance, "outside", "127.0.0.6", 26_060, false);
                DeskBrowser lead = DeskBrowser.speaking(instance, "grazyna", speech())) {
            instance.servicesSay(0, "trunk outside: its operator's server answers");
            lead.open("/floor");
            anna.call("600100201", Duration.ofSeconds(60));

            row(lead, "Anna").getByText("Słuchaj").click();
            listens(lead, "listen");
            soundArrives(lead);
            lead.clicks("Podpowiadaj");
            listens(lead, "whisper");
            isHeard(lead, anna::heard);

            operator.hangsUpAll();
            anna.awaitEnd();
            String audit = exported(lead);
            assertThat(audit.lines().filter(line -> line.contains("\"grazyna\";\"listening.")))
                    .anyMatch(line -> line.contains("listening.whisper") && line.contains("\"anna\";\"call "));
            assertThat(Files.readString(calls())).contains(";outbound;").doesNotContain("grazyna");
        }
    }

    @Test
    void whoTalksToNobodyIsNotHeardAndTheAttemptIsWrittenDown() {
        instance.signedIn("anna");
        try (DeskBrowser lead = DeskBrowser.signedIn(instance, "grazyna")) {
            lead.open("/floor");
            lead.page()
                    .evaluate("document.querySelector('infolinia-listening').begin({ name: 'anna', title: 'Anna' })");

            lead.page()
                    .locator(
                            "infolinia-listening [role=status]", new Page.LocatorOptions().setHasText("nie ma rozmowy"))
                    .waitFor();
            assertThat(exported(lead)).contains("\"anna\";\"was in no conversation, nothing was heard\"");
        }
    }

    @Test
    void consultantIsRefusedWhateverTheirTelephoneSaysOfItself() throws IOException {
        ConsultantPhone bartosz = instance.phone("bartosz");
        bartosz.register();

        for (String code : List.of("*61anna", "*62anna", "*63anna")) {
            assertThatThrownBy(() -> bartosz.dial(code)).isInstanceOf(PhoneFault.class);
        }
        assertThat(ForgedDial.dial(instance.sip(), "desk_grazyna", "bartosz", instance.secret("bartosz"), "*61anna"))
                .isBetween(400, 499);
        assertThat(ForgedDial.dial(instance.sip(), "desk_grazyna", "desk_grazyna", "made up", "*61anna"))
                .isBetween(400, 499);
        try (DeskBrowser celina = DeskBrowser.signedIn(instance, "celina")) {
            celina.isReachable();
            celina.page().evaluate("""
                    async () => {
                      const phone = document.querySelector('infolinia-phone');
                      phone.begin(phone.line.dial('*61anna', await phone.sound.microphone()));
                    }
                    """);
            celina.isOver("nie ma takiego numeru");
        }
    }

    /** The month's calls, as the report tells them. */
    private static Path calls() {
        Instance.Ran ran = instance.command(
                "report",
                "calls",
                Instance.month(),
                "--from-logs",
                instance.folder + "/asterisk/log",
                "--out",
                folder.toString());
        assertThat(ran.code()).as(ran.output()).isZero();
        return folder.resolve("calls-" + Instance.month() + ".csv");
    }

    /** Waits until whoever has that ear hears the lead from now on. */
    private static void isHeard(DeskBrowser lead, Supplier<byte[]> ear) {
        int before = ear.get().length;
        lead.page().waitForCondition(() -> since(ear.get(), before).strongestShareAt(LEAD) > HEARD);
    }

    private static Sound since(byte[] heard, int before) {
        return Sound.ofAlaw(Arrays.copyOfRange(heard, before, heard.length));
    }

    private static void listens(DeskBrowser lead, String mode) {
        lead.page()
                .locator("infolinia-listening[data-state=listening][data-mode=" + mode + "]")
                .waitFor();
    }

    /** By the browser's own count of packets and of the energy of what it plays. */
    private static void soundArrives(DeskBrowser lead) {
        lead.waitsUntil("""
                async () => {
                  const connection = document.querySelector('infolinia-listening').call?.connection;
                  const stats = connection ? [...(await connection.getStats()).values()] : [];
                  return stats.some(one => one.type === 'inbound-rtp' && one.packetsReceived > 50 && one.totalAudioEnergy > 0.01);
                }
                """, "");
    }

    private static Locator row(DeskBrowser lead, String name) {
        return lead.page().locator("infolinia-floor tr", new Page.LocatorOptions().setHasText(name));
    }

    private static String exported(DeskBrowser lead) {
        return String.valueOf(lead.page().evaluate("async () => (await fetch('/audit/export')).text()"));
    }

    /** Bursts of the lead's tone: a steady one is taken for noise by the browser. */
    private static Path speech() throws IOException {
        int rate = 48_000;
        ByteBuffer samples = ByteBuffer.allocate(rate * 2 * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rate * 2; i++) {
            boolean sounds = i / (rate / 5) % 2 == 0;
            samples.putShort((short) (sounds ? 16_000 * Math.sin(2 * Math.PI * LEAD * i / rate) : 0));
        }
        Path file = folder.resolve("speech.wav");
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(samples.array()),
                        new AudioFormat(rate, 16, 1, true, false),
                        rate * 2L),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }
}
