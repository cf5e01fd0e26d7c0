package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings in the browser: found, played, taken along, each time written down. */
final class RecordingPageTest {

    @TempDir
    private static Path folder;

    private static Instance instance;

    @BeforeAll
    static void bringUp() {
        instance = Instance.up();
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
    void leadFindsPlaysAndDownloadsARecordingAndEachIsWrittenDownOnce() {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(60));
        Lasting talk = new Lasting();
        String linkedId;
        try (DeskBrowser lead = DeskBrowser.signedIn(instance, "grazyna")) {
            try (TestCall call = TestCall.dialFrom(instance, "601234567")) {
                call.reaches("main").presses("2");
                talk.begins(call::isConnected);
                call.afterwards(Duration.ofSeconds(2), () -> anna.press("*8"));
                call.pauses();
                call.afterwards(Duration.ofSeconds(2), () -> anna.press("*8"));
                call.resumes();
                lead.open("/recordings");
                assertThat(lead.page().locator("tbody tr").first().innerText()).contains("powstaje");
                talk.ends(call::hangsUp);
                linkedId = call.ends().linkedId;
            }
            Page page = lead.page();
            finds(lead, "601 234 567");

            page.locator("tbody a").first().click();
            page.locator("infolinia-recording:defined").waitFor();
            Marks marks = Marks.of(instance.recording(linkedId).orElseThrow());
            assertThat(page.locator("main").innerText())
                    .contains(
                            "Nagrywanie wstrzymano: 0:%02d–0:%02d"
                                    .formatted(Math.round(marks.pause() / 1000.0), Math.round(marks.resume() / 1000.0)),
                            "Jeszcze nikt");
            page.locator("svg.wave rect.pause").first().waitFor();
            page.evaluate("() => { const sound = document.querySelector('audio');"
                    + " sound.addEventListener('seeked', () => window.sought = sound.currentTime / sound.duration); }");
            page.locator("svg.wave").click();
            page.waitForFunction("() => window.sought > 0.4");
            page.locator("svg.wave").click(new Locator.ClickOptions().setPosition(20, 20));
            page.waitForFunction("() => window.sought < 0.3");

            Path mp3 = download(page, "Pobierz MP3");
            Path wav = download(page, "Pobierz WAV");

            Path back = folder.resolve("back.wav");
            assertThat(Instance.run(List.of("lame", "--silent", "--decode", mp3.toString(), back.toString()))
                            .code())
                    .isZero();
            double seconds = Sound.ofWav(wav).seconds();
            talk.hasLasted("the recording", seconds);
            assertThat((double) page.evaluate("() => document.querySelector('audio').duration"))
                    .isCloseTo(seconds, within(0.5));
            assertThat(Sound.ofWav(back).seconds()).isCloseTo(seconds, within(0.5));
            page.reload();
            assertThat(page.locator("section[aria-labelledby=accesses] tbody tr")
                            .allInnerTexts())
                    .hasSize(3)
                    .allMatch(line -> line.contains("Grażyna"))
                    .satisfiesOnlyOnce(line -> assertThat(line).contains("odsłuchanie"))
                    .satisfiesOnlyOnce(line -> assertThat(line).contains("pobranie MP3"))
                    .satisfiesOnlyOnce(line -> assertThat(line).contains("pobranie WAV"));
            String here = page.url().replaceFirst("^https?://[^/]+", "");
            assertThat(lead.barriers(here)).isEmpty();

            page.getByLabel("Zadzwoń pod numer").click();
            lead.hasTypedIn("601\u00a0234\u00a0567");
        }
    }

    /** The ledger reads the log again and again: then the list has the number too; and Asterisk closes the file. */
    private static void finds(DeskBrowser lead, String number) {
        lead.waitsUntil("""
                async number => {
                  const found = await (await fetch('/recordings?number=601234567')).text();
                  return found.includes(number) && found.includes('>jest<');
                }
                """, number);
        lead.open("/recordings?number=601234567");
    }

    private static Path download(Page page, String button) {
        Download download = page.waitForDownload(() -> page.getByText(button).click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }
}
