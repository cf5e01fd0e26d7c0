package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coordinator brings recordings by a page; they are made and read by the real programs. */
final class AnnouncementPagesTest extends StaffPagesFixture {

    private static final String ONE = "/ivr/announcements/pl/welcome";
    private static final String SOUND = "/ivr/announcements/sound/pl/welcome";

    private Session irena;

    @BeforeEach
    void signInTheCoordinator() throws Exception {
        irena = signedIn("irena", Role.COORDINATOR);
    }

    @Test
    void aRecordingIsInForceListedAndHeard() throws Exception {
        HttpResponse<String> answer = upload("", tone("tone.wav"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"version\":1}");
        assertThat(get(ONE).body()).contains("nagrana", "irena", "przeglądarka", "2026-11-25 12:00");
        assertThat(get("/ivr/announcements").body()).contains("nagrana: 1");
        assertThat(folder.resolve("sounds/pl/infolinia/welcome.wav")).exists();
        HttpResponse<byte[]> heard = browser.send(request(SOUND).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(heard.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(heard.body()).isEqualTo(Files.readAllBytes(folder.resolve("sounds/pl/infolinia/welcome.wav16")));
        assertThat(noted()).containsExactly("irena announcement.recorded welcome pl: version 1, browser");
    }

    @Test
    void anEarlierRecordingAndTheVoiceComeBack() throws Exception {
        upload("pierwsze.mp3", tone("one.mp3"));
        byte[] first = Files.readAllBytes(folder.resolve("sounds/pl/infolinia/welcome.wav"));
        upload("drugie.flac", tone("two.flac", "-af", "atempo=2"));
        assertThat(Files.readAllBytes(folder.resolve("sounds/pl/infolinia/welcome.wav")))
                .isNotEqualTo(first);

        assertThat(revert(1).statusCode()).isEqualTo(303);

        assertThat(Files.readAllBytes(folder.resolve("sounds/pl/infolinia/welcome.wav")))
                .isEqualTo(first);
        assertThat(get(ONE).body()).contains("pierwsze.mp3", "drugie.flac");
        assertThat(revert(0).statusCode()).isEqualTo(303);
        assertThat(get(ONE).body()).contains("syntezator");
        assertThat(revert(9).statusCode()).isEqualTo(404);
        assertThat(noted())
                .contains(
                        "irena announcement.reverted welcome pl: to version 1",
                        "irena announcement.reverted welcome pl: to the synthetic voice");
    }

    @Test
    void whatCannotBeNotedIsNotHeard() throws Exception {
        Path heard = folder.resolve("sounds/pl/infolinia/welcome.wav");
        Path tone = tone("tone.wav");
        auditGoesAway();
        assertThat(upload("", tone).statusCode()).isIn(500, 503);
        assertThat(heard).doesNotExist();

        auditComesBack();
        upload("one.wav", tone);
        byte[] first = Files.readAllBytes(heard);
        upload("two.flac", tone("two.flac", "-af", "atempo=2"));
        byte[] second = Files.readAllBytes(heard);
        auditGoesAway();

        assertThat(revert(2).statusCode()).isIn(500, 503);
        assertThat(revert(0).statusCode()).isIn(500, 503);

        assertThat(heard).hasBinaryContent(second);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whatCallersMayNotHearIsRefusedInWordsAndNothingChanges() throws Exception {
        assertThat(upload("", tone("quiet.wav", "-af", "volume=0")).body()).contains("Nagranie jest ciche");
        assertThat(upload("", tone("loud.wav", "-af", "volume=40dB")).body()).contains("Nagranie jest przesterowane");
        assertThat(upload("", tone("short.wav", "-t", "0.1")).body()).contains("Nagranie jest za krótkie");
        HttpResponse<String> text =
                upload("a.wav", Files.writeString(folder.resolve("a.wav"), "#EXTM3U\nfile:///etc/passwd"));
        assertThat(text.statusCode()).isEqualTo(400);
        assertThat(text.body()).contains("nie da się odczytać jako dźwięku").doesNotContain("passwd");
        assertThat(upload("", Files.writeString(folder.resolve("empty"), "")).statusCode())
                .isEqualTo(400);

        assertThat(folder.resolve("sounds/pl/infolinia/welcome.wav")).doesNotExist();
    }

    @Test
    void aRecordingOfATextThatHasChangedMeanwhileIsNotTaken() throws Exception {
        Path tone = tone("tone.wav");

        HttpResponse<String> answer = post(SOUND + "?said=0", tone);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Tekst tej zapowiedzi zmienił się");
    }

    @Test
    void namesThatAreNoAnnouncementAreNotFoundWhateverTheyHold() throws Exception {
        for (String id : List.of("none", "../../etc/passwd", "%2e%2e/x", "welcome.wav", "welcome%00")) {
            assertThat(get("/ivr/announcements/sound/pl/" + id).statusCode())
                    .as(id)
                    .isIn(400, 404);
        }
        assertThat(get("/ivr/announcements/de/welcome").statusCode()).isEqualTo(404);
        assertThat(get(SOUND + "?version=7").statusCode()).isEqualTo(404);
        assertThat(get(SOUND).statusCode()).isEqualTo(404);
    }

    @Test
    void aFilesNameIsATextInThePage() throws Exception {
        upload("%3Cscript%3Ealert(1)%3C%2Fscript%3E.wav", tone("tone.wav"));

        assertThat(get(ONE).body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void moreThanFiftyMegabytesAreNotTakenIn() throws Exception {
        URI at = request(SOUND + "?said=" + said()).build().uri();
        // By hand: a client that is still sending may not read the answer.
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            String head =
                    """
                POST %s?%s HTTP/1.1
                Host: %s
                Cookie: infolinia=%s
                X-Infolinia-Proof: %s
                Content-Type: application/octet-stream
                Content-Length: 50000001

                RIFF""".formatted(at.getRawPath(), at.getRawQuery(), at.getAuthority(), irena.cookie(), irena.proof());
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .startsWith("HTTP/1.1 413");
        }
    }

    private List<String> noted() {
        return new DatabaseAuditLog(() -> database)
                .latest(100, 0).stream()
                        .filter(entry -> entry.what().startsWith("announcement."))
                        .map(entry -> entry.who() + " " + entry.what() + " " + entry.on() + ": " + entry.detail())
                        .toList();
    }

    private HttpResponse<String> upload(String name, Path file) throws Exception {
        return post(SOUND + "?name=" + name + "&said=" + said(), file);
    }

    private HttpResponse<String> post(String path, Path file) throws Exception {
        return browser.send(
                request(path)
                        .header("X-Infolinia-Proof", irena.proof())
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> revert(int version) throws Exception {
        return ask(
                "POST",
                "/ivr/announcements/revert/pl/welcome",
                Optional.of(irena),
                form(Map.of("proof", irena.proof(), "version", Integer.toString(version))),
                "text/html");
    }

    /** Which text the page has somebody speak. */
    private String said() throws Exception {
        Matcher said = Pattern.compile("data-said=\"([0-9a-f]+)\"").matcher(get(ONE).body());
        assertThat(said.find()).isTrue();
        return said.group(1);
    }

    private Path tone(String name, String... effects) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(
                List.of("ffmpeg", "-y", "-loglevel", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=2"));
        command.addAll(List.of(effects));
        command.add(file.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return file;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path, Optional.of(irena), "", "text/html");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(listener.address().toString().replaceAll("/$", "") + path))
                .header("Accept", "text/html, application/json")
                .header("Cookie", "infolinia=" + irena.cookie());
    }
}
