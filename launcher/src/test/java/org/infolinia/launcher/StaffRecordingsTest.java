package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.recording.RecordingDeletion;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.infolinia.sidecar.store.DatabaseRecordingBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recordings on the staff's site, as a browser and its player meet them. */
final class StaffRecordingsTest extends StaffPagesFixture {

    private static final String NAME = "20261125T100000Z+nis2+anna+1.1+1.2";
    private static final int SECONDS = 3;
    private static final int SIZE = 44 + SECONDS * 16_000;

    private Session lead;
    private byte[] wav;

    @BeforeEach
    void recordOne() throws Exception {
        lead = signedIn("grazyna", Role.LEAD);
        wav = record(NAME, SECONDS);
        keep("1.1", "1.2", NOON.minusSeconds(3600), "+48601234567");
    }

    @Test
    void recordingIsFoundWithItsCallAndTheListSaysWhatBecameOfTheOthers() throws Exception {
        record("20261125T101000Z+cra+bartosz+2.1+2.2", 0);
        Files.createDirectories(folder.resolve("recordings/unrecorded"));
        Files.createFile(folder.resolve("recordings/unrecorded/20261125T102000Z+cra+celina+3.1+3.2"));
        keep("4.1", "4.2", NOON.minusSeconds(60), "+48502000000");

        String list = get("/recordings").body();

        assertThat(list)
                .containsSubsequence(
                        "2026-11-25 11:59:00",
                        "502 000 000",
                        "brak",
                        "2026-11-25 11:20:00",
                        "odmowa rozmówcy",
                        "2026-11-25 11:10:00",
                        "uszkodzone",
                        "2026-11-25 11:00:00",
                        "Wstępna weryfikacja NIS2",
                        "601 234 567",
                        "0:03",
                        "jest");
        assertThat(get("/recordings?number=601%20234%20567").body())
                .contains("601 234 567")
                .doesNotContain("502 000 000");
        assertThat(get("/recordings?from=2026-11-24&to=2026-11-24").body()).contains("Nie ma takich rozmów");
        assertThat(get("/recordings?from=2026-13-24").body()).contains("Podaj oba dni");
        assertThat(get("/recordings?consultant=%3Cscript%3E&page=-5").body())
                .contains("Nie ma takich rozmów")
                .doesNotContain("<script>");
    }

    @Test
    void coordinatorSeesWhatThereIsAndNeitherHearsNorLearnsNumbers() throws Exception {
        Session coordinator = signedIn("irena", Role.COORDINATOR);

        assertThat(ask("GET", "/recordings?number=601", Optional.of(coordinator), "", "text/html")
                        .body())
                .contains("*********567")
                .doesNotContain("601 234", "href=\"/recordings/");
        assertThat(ask("GET", "/recordings/" + id(), Optional.of(coordinator), "", "text/html")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void playerGetsThePartsItAsksForAndThatIsOneAccess() throws Exception {
        String sound = player();

        HttpResponse<byte[]> whole = part(sound, Map.of());
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(wav);
        assertThat(header(whole, "Content-Length")).isEqualTo(Integer.toString(SIZE));
        assertThat(header(whole, "Content-Type")).isEqualTo("audio/wav");
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "Cache-Control")).isEqualTo("no-store");
        String tag = header(whole, "ETag");
        String written = header(whole, "Last-Modified");

        HttpResponse<byte[]> part = part(sound, Map.of("Range", "bytes=100-199"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(wav, 100, 200));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 100-199/" + SIZE);
        assertThat(header(part, "Content-Length")).isEqualTo("100");
        assertThat(header(part, "ETag")).isEqualTo(tag);

        HttpResponse<byte[]> open = part(sound, Map.of("Range", "bytes=0-"));
        assertThat(open.statusCode()).isEqualTo(206);
        assertThat(open.body()).isEqualTo(wav);
        HttpResponse<byte[]> end = part(sound, Map.of("Range", "bytes=-10"));
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(wav, SIZE - 10, SIZE));

        HttpResponse<byte[]> behind = part(sound, Map.of("Range", "bytes=" + SIZE + "-"));
        assertThat(behind.statusCode()).isEqualTo(416);
        assertThat(header(behind, "Content-Range")).isEqualTo("bytes */" + SIZE);
        assertThat(part(sound, Map.of("Range", "bytes=0-1,5-6")).statusCode()).isEqualTo(200);
        assertThat(part(sound, Map.of("Range", "lines=1")).statusCode()).isEqualTo(200);

        assertThat(part(sound, Map.of("Range", "bytes=0-1", "If-Range", tag)).statusCode())
                .isEqualTo(206);
        assertThat(part(sound, Map.of("Range", "bytes=0-1", "If-Range", written))
                        .statusCode())
                .isEqualTo(206);
        for (String other : List.of("\"other\"", "W/" + tag, "Wed, 25 Nov 2020 10:00:00 GMT", "nonsense")) {
            assertThat(part(sound, Map.of("Range", "bytes=0-1", "If-Range", other))
                            .statusCode())
                    .as(other)
                    .isEqualTo(200);
        }
        assertThat(part(sound, Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
        assertThat(accesses()).containsExactly("grazyna play " + NAME);
    }

    @Test
    void headTellsOfTheSoundAndIsNoAccess() throws Exception {
        HttpResponse<byte[]> head = browser.send(
                request(player(), Map.of())
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(SIZE));
        assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(head.body()).isEmpty();
        assertThat(accesses()).isEmpty();
    }

    @Test
    void manyPartsAtOnceAreOneAccess() throws Exception {
        String sound = player();

        List<CompletableFuture<HttpResponse<byte[]>>> asked = IntStream.range(0, 30)
                .mapToObj(i -> browser.sendAsync(
                        request(sound, Map.of("Range", "bytes=" + i * 1000 + "-"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray()))
                .toList();
        for (CompletableFuture<HttpResponse<byte[]>> one : asked) {
            assertThat(one.get().statusCode()).isEqualTo(206);
        }

        assertThat(accesses()).containsExactly("grazyna play " + NAME);
    }

    @Test
    void soundIsHadByTheSessionThatOpenedThePlayerAlone() throws Exception {
        String sound = player();
        Session other = signedIn("henryk", Role.LEAD);

        assertThat(ask("GET", sound, Optional.of(other), "", "text/html").statusCode())
                .isEqualTo(410);
        assertThat(get(sound.replaceFirst("play=.*", "play=made-up")).statusCode())
                .isEqualTo(410);
        assertThat(get(sound.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(410);
        assertThat(ask("GET", sound, Optional.empty(), "", "audio/wav").statusCode())
                .isIn(303, 401);
        assertThat(accesses()).isEmpty();
    }

    @Test
    void mp3AndWavAreTakenAlongWithTheProofAndWrittenDown() throws Exception {
        HttpResponse<byte[]> wavFile = download(lead.proof(), "wav");
        assertThat(wavFile.body()).isEqualTo(wav);
        assertThat(header(wavFile, "Content-Disposition")).isEqualTo("attachment; filename=\"" + NAME + ".wav\"");

        HttpResponse<byte[]> mp3 = download(lead.proof(), "mp3");
        assertThat(header(mp3, "Content-Type")).isEqualTo("audio/mpeg");
        // Eleven set bits begin a frame of MPEG sound.
        assertThat(mp3.body()[0]).isEqualTo((byte) 0xff);
        assertThat(mp3.body()[1] & 0xe0).isEqualTo(0xe0);
        assertThat(mp3.body().length).isBetween(5_000, 20_000);

        assertThat(download("made up", "wav").statusCode()).isEqualTo(403);
        assertThat(download(lead.proof(), "exe").statusCode()).isEqualTo(400);
        assertThat(accesses()).containsExactly("grazyna mp3 " + NAME, "grazyna wav " + NAME);
        assertThat(get("/recordings/" + id()).body()).contains("pobranie MP3", "pobranie WAV");
    }

    @Test
    void whatIsGoneDeletedOrStillBeingMadeIsToldInWords() throws Exception {
        String sound = player();
        Path file = folder.resolve("recordings/2026-11-25/" + NAME + ".wav");
        Files.write(file, header(0));
        Files.setLastModifiedTime(file, FileTime.from(NOON));
        assertThat(get("/recordings/" + id()).body()).contains("Ta rozmowa jeszcze trwa");

        Files.delete(file);
        assertThat(get("/recordings/" + id()).body()).contains("Pliku tego nagrania nie ma na dysku");
        assertThat(get(sound).statusCode()).isEqualTo(404);
        assertThat(get(sound).body()).contains("Tego nagrania nie ma");
        assertThat(download(lead.proof(), "mp3").statusCode()).isEqualTo(404);

        new DatabaseRecordingBook(() -> database)
                .deleting(new RecordingDeletion(NAME, "0".repeat(64), "kept for 90 days", NOON));
        assertThat(get("/recordings/" + id()).body()).contains("Minął czas przechowywania nagrań: usunięto 2026-11-25");
        assertThat(accesses()).isEmpty();
    }

    @Test
    void whatWasToBeDeletedIsNotHeardThoughItsFileIsStillThere() throws Exception {
        String sound = player();
        new DatabaseRecordingBook(() -> database)
                .deleting(new RecordingDeletion(NAME, "0".repeat(64), "kept for 90 days", NOON));

        assertThat(get(sound).statusCode()).isEqualTo(404);
        assertThat(download(lead.proof(), "wav").statusCode()).isEqualTo(404);
        assertThat(download(lead.proof(), "mp3").statusCode()).isEqualTo(404);
        assertThat(get("/recordings/" + id()).body())
                .contains("Minął czas przechowywania nagrań: usunięto 2026-11-25", "0:03")
                .doesNotContain("<audio");
        assertThat(accesses()).isEmpty();
    }

    @Test
    void nothingThatIsAskedForIsAPath() throws Exception {
        for (String id :
                List.of("..%2f..%2fetc%2fpasswd", "%00", "a".repeat(3000), NAME.replace("+", "%2B"), "'%20or%201=1")) {
            assertThat(get("/recordings/" + id).statusCode()).as(id).isIn(400, 404);
            assertThat(get("/recordings/" + id + "/sound?play=x").statusCode())
                    .as(id)
                    .isIn(400, 404, 410);
        }
    }

    @Test
    void withoutTheDatabaseNothingIsHeard() throws Exception {
        String sound = player();
        database.close();

        assertThat(get(sound).statusCode()).isIn(500, 503);
    }

    private byte[] record(String name, int seconds) throws IOException {
        Path day = Files.createDirectories(folder.resolve("recordings/2026-11-25"));
        byte[] whole = Arrays.copyOf(header(seconds * 16_000), 44 + seconds * 16_000);
        for (int i = 44; i < whole.length; i++) {
            whole[i] = (byte) (i * 7);
        }
        Path file = Files.write(day.resolve(name + ".wav"), seconds == 0 ? new byte[5] : whole);
        Files.setLastModifiedTime(file, FileTime.from(NOON.minus(Duration.ofMinutes(30))));
        return whole;
    }

    private static byte[] header(int bytes) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes + 36)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes)
                .array();
    }

    private void keep(String linkedId, String legId, Instant began, String number) {
        new DatabaseFinishedCalls(database)
                .keep(new FinishedCall(
                        linkedId,
                        CallKind.INBOUND,
                        began.minusSeconds(20),
                        true,
                        Optional.of(number),
                        Optional.empty(),
                        Outcome.ANSWERED,
                        Duration.ofSeconds(20),
                        List.of(),
                        List.of(new Conversation(
                                Optional.of(new QueueName("nis2")),
                                "anna",
                                linkedId,
                                Optional.of(legId),
                                began,
                                Optional.of(Duration.ofSeconds(3)),
                                Conversation.EndedBy.CALLER)),
                        List.of()));
    }

    private String id() throws Exception {
        Matcher link = Pattern.compile("href=\"/recordings/([0-9a-f]{20})\"")
                .matcher(get("/recordings").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Opens the recording's page; gives what its player asks for. */
    private String player() throws Exception {
        String page = get("/recordings/" + id()).body();
        Matcher source = Pattern.compile("src=\"(/recordings/[^\"]+)\"").matcher(page);
        assertThat(source.find()).as(page).isTrue();
        return source.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path, Optional.of(lead), "", "text/html");
    }

    private HttpResponse<byte[]> part(String path, Map<String, String> headers) throws Exception {
        return browser.send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(listener.address().toString().replaceAll("/$", "") + path))
                .header("Cookie", "infolinia=" + lead.cookie());
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<byte[]> download(String proof, String format) throws Exception {
        return browser.send(
                request(
                                "/recordings/" + id() + "/download",
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .POST(HttpRequest.BodyPublishers.ofString(form(Map.of("proof", proof, "format", format))))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private List<String> accesses() {
        return database.read(
                handle -> handle.createQuery("select who || ' ' || how || ' ' || name from recording_access order by 1")
                        .mapTo(String.class)
                        .list());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
