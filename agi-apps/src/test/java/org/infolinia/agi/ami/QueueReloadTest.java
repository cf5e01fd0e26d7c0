package org.infolinia.agi.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueReloadTest {

    private static final String WELCOME = "Response: Success\nMessage: Authentication accepted\n\n";

    @TempDir
    Path folder;

    private Path secret = Path.of("");

    @BeforeEach
    void writeTheSecret() throws IOException {
        secret = Files.writeString(folder.resolve("ami"), "word\n");
    }

    @Test
    void asteriskIsToldToReadTheQueuesAndNothingElse() throws Exception {
        try (Manager manager = new Manager(WELCOME, "Response: Success\nMessage: Queue reloaded successfully\n\n")) {
            reload(manager.address()).send();

            assertThat(manager.heard.join())
                    .containsExactly(
                            "Action: Login\nUsername: infolinia\nSecret: word\nEvents: off",
                            "Action: QueueReload\nMembers: no\nRules: no\nParameters: yes");
        }
    }

    @Test
    void eventsBeforeTheAnswerArePassedOver() throws Exception {
        try (Manager manager = new Manager(
                WELCOME + "Event: FullyBooted\nStatus: Fully Booted\n\n",
                "Event: QueueMemberStatus\nQueue: nis2\n\nResponse: Success\nMessage: Queue reloaded successfully\n\n")) {
            reload(manager.address()).send();

            assertThat(manager.heard.join()).hasSize(2);
        }
    }

    @Test
    void aWrongSecretIsSaidInASentence() throws Exception {
        try (Manager manager = new Manager("Response: Error\nMessage: Authentication failed\n\n")) {
            assertThatThrownBy(() -> reload(manager.address()).send())
                    .isInstanceOf(AmiRefused.class)
                    .hasMessage("Asterisk refused Login: Authentication failed");
        }
    }

    @Test
    void aFailedReloadIsSaidInASentence() throws Exception {
        try (Manager manager =
                new Manager(WELCOME, "Response: Error\nMessage: Error encountered while reloading queue\n\n")) {
            assertThatThrownBy(() -> reload(manager.address()).send())
                    .hasMessage("Asterisk refused QueueReload: Error encountered while reloading queue");
        }
    }

    @Test
    void aManagerThatHangsUpIsSaidWithItsAddress() throws Exception {
        try (Manager manager = new Manager()) {
            assertThatThrownBy(() -> reload(manager.address()).send())
                    .isInstanceOf(IOException.class)
                    .hasMessage("Asterisk's manager at 127.0.0.1:"
                            + manager.address().getPort() + " does not answer: it closed the line");
        }
    }

    @Test
    void aLineWithoutEndIsNotReadToItsEnd() throws Exception {
        try (Manager manager = new Manager("x".repeat(10_000))) {
            assertThatThrownBy(() -> reload(manager.address()).send()).hasMessageContaining("a line without end");
        }
    }

    @Test
    void aNameThatIsMoreThanANameIsRefused() {
        assertThatThrownBy(() -> new QueueReload(
                        new InetSocketAddress("127.0.0.1", 1), "x\r\nAction: Command", secret, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private QueueReload reload(InetSocketAddress address) {
        return new QueueReload(address, "infolinia", secret, Duration.ofMinutes(1));
    }

    /** Answers each action with the next of its answers, then hangs up. */
    private static final class Manager implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<List<String>> heard;

        Manager(String... answers) throws IOException {
            heard = CompletableFuture.supplyAsync(() -> serve(answers));
        }

        InetSocketAddress address() {
            return new InetSocketAddress("127.0.0.1", door.getLocalPort());
        }

        private List<String> serve(String... answers) {
            List<String> actions = new ArrayList<>();
            try (Socket guest = door.accept();
                    BufferedReader reader =
                            new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8))) {
                say(guest, "Asterisk Call Manager/11.0.0\n");
                for (String answer : answers) {
                    List<String> lines = new ArrayList<>();
                    for (String line = reader.readLine(); !"".equals(line); line = reader.readLine()) {
                        lines.add(line);
                    }
                    actions.add(String.join("\n", lines));
                    say(guest, answer);
                }
            } catch (IOException e) {
                actions.add("the line broke: " + e);
            }
            return actions;
        }

        private static void say(Socket guest, String text) throws IOException {
            guest.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            guest.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
