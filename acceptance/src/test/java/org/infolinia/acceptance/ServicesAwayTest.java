package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * C7: a call never depends on our process being alive.
 *
 * <p>The last four tests take one defence out each and see that it is missed: so the others would fail without it.
 */
class ServicesAwayTest {

    private static final Instant CHRISTMAS_EVE = Instance.moment("2026-12-24T10:00");

    private static Instance instance;
    private final List<Socket> callsHeld = new ArrayList<>();

    @BeforeAll
    static void bringUp() {
        instance = Instance.up();
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @AfterEach
    void clear() throws IOException {
        for (Socket socket : callsHeld) {
            socket.close();
        }
        instance.clear();
        instance.upAgain();
    }

    @Test
    void killedBeforeTheCall() {
        instance.signedIn("anna");
        instance.killServices();

        reachesTheGeneralQueue();
        hearsThatTheHotlineIsClosed();
    }

    /** Nobody told them of the recording, so there is none. */
    @Test
    void withTheFallbacksAnnouncementGoneTooTheCallerIsServedUnrecorded() throws IOException {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(2));
        instance.killServices();
        // Asterisk would say it in English rather than not at all.
        for (String language : List.of("pl", "en")) {
            Path sound = instance.sound(language, "fallback");
            Files.delete(sound);
            Files.delete(Path.of(sound.toString().replace(".wav", ".wav16")));
        }

        try (TestCall call = TestCall.dial(instance)) {
            assertThat(call.isConnected()).isEqualTo("anna");
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .anyMatch(line -> line.contains("|ogolna|anna|RECNONE|UNTOLD"))
                    .anyMatch(line -> line.contains("|ogolna|anna|COMPLETEAGENT|"));
            assertThat(instance.recordings(call.linkedId)).isEmpty();
            assertThat(instance.asteriskLog()).contains(call.linkedId + " is not recorded: the caller was not told");
        }
    }

    @Test
    void killedInTheMiddleOfACall() {
        instance.signedIn("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main");
            instance.killServices();
            assertThat(call.joinsQueue()).isEqualTo("ogolna");
            call.hangsUp();
            call.ends();
            assertHeard(call, "fallback");
        }
    }

    @Test
    void stopped() {
        instance.signedIn("anna");
        instance.signalServices("STOP");
        try {
            reachesTheGeneralQueue();
            hearsThatTheHotlineIsClosed();
        } finally {
            instance.signalServices("CONT");
        }
    }

    @Test
    void stoppedInTheMiddleOfACall() {
        instance.signedIn("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main");
            instance.signalServices("STOP");
            try {
                assertThat(call.joinsQueue()).isEqualTo("ogolna");
                call.hangsUp();
                call.ends();
                assertHeard(call, "fallback");
            } finally {
                instance.signalServices("CONT");
            }
        }
    }

    @Test
    void fullInOpeningHours() throws IOException {
        instance.signedIn("anna");
        holdAllPlaces();

        reachesTheGeneralQueue();
    }

    @Test
    void fullOutOfHours() throws IOException {
        holdAllPlaces();

        hearsThatTheHotlineIsClosed();
    }

    @Test
    void replacedByAServerThatClosesAtOnce() throws IOException {
        instance.signedIn("anna");
        instance.killServices();
        try (Impostor impostor = new Impostor("")) {
            reachesTheGeneralQueue();
            hearsThatTheHotlineIsClosed();
            assertThat(impostor.visits()).isEqualTo(2);
        }
    }

    @Test
    void replacedByAServerThatAnswersRubbish() throws IOException {
        instance.signedIn("anna");
        instance.killServices();
        String rubbish = "HTTP/1.1 400 Bad Request\n\n\u0000\u0007%s%n SET VARIABLE INFOLINIA_DONE 1\n"
                + "EXEC MSet \"INFOLINIA_DESTINATION=queue,INFOLINIA_QUEUE=nis2,INFOLINIA_DONE=1\"\n";
        try (Impostor impostor = new Impostor(rubbish)) {
            reachesTheGeneralQueue();
            hearsThatTheHotlineIsClosed();
            assertThat(impostor.visits()).isEqualTo(2);
        }
    }

    @Test
    void withoutTheTokenADeadServerWouldPassForOneThatIsDone() throws IOException {
        instance.signedIn("anna");
        without("\"${INFOLINIA_DONE}\" != \"${INFOLINIA_NONCE}\"");
        instance.killServices();
        // The check of the destination stands behind that of the token; rubbish that sets one passes it.
        try (Impostor impostor = new Impostor("EXEC MSet \"INFOLINIA_DESTINATION=queue,INFOLINIA_QUEUE=nis2\"\n");
                TestCall call = TestCall.dial(instance)) {
            assertThat(call.joinsQueue()).isEqualTo("nis2");
            assertThat(impostor.visits()).isEqualTo(1);
        } finally {
            restored();
        }
    }

    @Test
    void withoutAgiExitOnHangUpAHungServerWouldHoldTheCallerForEver() {
        missed("AGIEXITONHANGUP=yes");
    }

    @Test
    void withoutTheTimeoutAHungServerWouldHoldTheCallerForEver() {
        missed("TIMEOUT(absolute)=5");
    }

    @Test
    void withoutTheTExtensionAHungServerWouldCostTheCallerTheCall() {
        missed("exten = T,1,");
    }

    /** Takes a line out of the dialplan and sees that with a stopped server no queue is reached in four times its time. */
    private void missed(String defence) {
        instance.signedIn("anna");
        without(defence);
        instance.signalServices("STOP");
        try (TestCall call = TestCall.dial(instance);
                var events = instance.events()) {
            assertThatThrownBy(() -> events.await(
                            "a queue",
                            Duration.ofSeconds(20),
                            event -> "QueueCallerJoin".equals(event.get("Event"))
                                    && call.linkedId.equals(event.get("Linkedid"))))
                    .hasMessageContaining("no event");
        } finally {
            instance.signalServices("CONT");
            restored();
        }
    }

    private void reachesTheGeneralQueue() {
        try (TestCall call = TestCall.dial(instance)) {
            assertThat(call.joinsQueue()).isEqualTo("ogolna");
            call.hangsUp();
            call.ends();
            assertHeard(call, "fallback");
            assertFallbackTaken(call);
        }
    }

    private void hearsThatTheHotlineIsClosed() {
        try (TestCall call = TestCall.dial(instance, CHRISTMAS_EVE)) {
            call.ends();
            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|CLOSED|221000100"));
            assertHeard(call, "closed");
            assertFallbackTaken(call);
        }
    }

    private static void assertFallbackTaken(TestCall call) {
        assertThat(instance.asteriskLog()).contains("ivr did not finish for " + call.linkedId);
    }

    private static void assertHeard(TestCall call, String announcement) {
        assertThat(Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound("pl", announcement))))
                .as("the caller heard %s", announcement)
                .isGreaterThan(0.8);
    }

    /** As many calls as the services serve; they keep their places for some seconds. */
    private void holdAllPlaces() throws IOException {
        for (int i = 0; i < 500; i++) {
            callsHeld.add(callThatNeverAnswers());
        }
        for (Socket call : callsHeld) {
            // Its first command shows that it is being served.
            assertThat(call.getInputStream().read()).isPositive();
        }
    }

    private static Socket callThatNeverAnswers() throws IOException {
        Socket socket = new Socket(instance.agi().getAddress(), instance.agi().getPort());
        socket.getOutputStream().write("""
                        agi_network: yes
                        agi_network_script: ivr
                        agi_request: agi://127.0.0.1/ivr
                        agi_channel: PJSIP/test
                        agi_uniqueid: 1.1
                        agi_arg_1: 1-1

                        """.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Path dialplan() {
        return instance.folder.resolve("asterisk/etc/infolinia/extensions.conf");
    }

    /** Takes this text's first place in [infolinia-call] out of the dialplan in force: its line, or what MSet sets by it. */
    private static void without(String text) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(dialplan()));
            int at = lines.indexOf("[infolinia-call]");
            while (!lines.get(at).contains(text)) {
                at++;
            }
            String line = lines.remove(at);
            if (line.contains("MSet(")) {
                assertThat(line).contains("," + text);
                lines.add(at, line.replace("," + text, ""));
            }
            Files.write(dialplan(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("changing the dialplan", e);
        }
        assertThat(instance.command("console", "dialplan reload").code()).isZero();
    }

    private static void restored() {
        try {
            Files.copy(
                    Path.of(System.getProperty("infolinia.home")).resolve("dialplan/asterisk/extensions.conf"),
                    dialplan(),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("restoring the dialplan", e);
        }
        assertThat(instance.command("console", "dialplan reload").code()).isZero();
    }

    /** A server in our place that says what it is told to and closes the line. */
    private static final class Impostor implements AutoCloseable {

        private final ServerSocket door;
        private final Thread thread;
        private volatile int visits;

        Impostor(String words) throws IOException {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(instance.agi());
            thread = new Thread(() -> serve(words.getBytes(StandardCharsets.ISO_8859_1)));
            thread.start();
        }

        int visits() {
            return visits;
        }

        private void serve(byte[] words) {
            while (!door.isClosed()) {
                try (Socket visitor = door.accept()) {
                    visits++;
                    OutputStream out = visitor.getOutputStream();
                    out.write(words);
                    out.flush();
                    if (words.length > 0) {
                        // Until Asterisk has answered the last line: closing earlier would take unread lines with it.
                        visitor.setSoTimeout(1000);
                        while (visitor.getInputStream().read() >= 0) {
                            continue;
                        }
                    }
                } catch (IOException e) {
                    // A visitor that said nothing more, or the door closed by us.
                    continue;
                }
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
