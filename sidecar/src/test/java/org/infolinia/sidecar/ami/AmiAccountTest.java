package org.infolinia.sidecar.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AmiAccountTest {

    private static final String WELCOME = "Response: Success\nMessage: Authentication accepted\n\n";

    @TempDir
    Path folder;

    private Path secret = Path.of("");

    @BeforeEach
    void writeTheSecret() throws IOException {
        secret = Files.writeString(folder.resolve("ami"), "word\n");
    }

    @Test
    void asteriskIsToldOneThingAndNothingElse() throws Exception {
        try (Manager manager = new Manager(WELCOME, "Response: Success\nMessage: Queue reloaded successfully\n\n")) {
            reload(manager.address());

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
            reload(manager.address());

            assertThat(manager.heard.join()).hasSize(2);
        }
    }

    @Test
    void aWrongSecretIsSaidInASentence() throws Exception {
        try (Manager manager = new Manager("Response: Error\nMessage: Authentication failed\n\n")) {
            assertThatThrownBy(() -> reload(manager.address()))
                    .isInstanceOf(AmiRefused.class)
                    .hasMessage("Asterisk refused Login: Authentication failed");
        }
    }

    @Test
    void aFailedReloadIsSaidInASentence() throws Exception {
        try (Manager manager =
                new Manager(WELCOME, "Response: Error\nMessage: Error encountered while reloading queue\n\n")) {
            assertThatThrownBy(() -> reload(manager.address()))
                    .hasMessage("Asterisk refused QueueReload: Error encountered while reloading queue");
        }
    }

    @Test
    void aManagerThatHangsUpIsSaidWithItsAddress() throws Exception {
        // It hears the whole of what was asked: a line that is closed on something unread is reset.
        try (Manager manager = new Manager("")) {
            assertThatThrownBy(() -> reload(manager.address()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Asterisk's manager at 127.0.0.1:"
                            + manager.address().getPort() + " does not answer: it closed the line");
        }
    }

    @Test
    void aLineWithoutEndIsNotReadToItsEnd() throws Exception {
        try (Manager manager = new Manager("x".repeat(10_000))) {
            assertThatThrownBy(() -> reload(manager.address())).hasMessageContaining("a line without end");
        }
    }

    @Test
    void aSecretThatCannotBeReadIsSaidWithItsFile() throws Exception {
        Files.delete(secret);

        assertThatThrownBy(() -> reload(new InetSocketAddress("127.0.0.1", 1)))
                .hasMessage("the secret of Asterisk's manager account cannot be read: " + secret);
    }

    @Test
    void aNameThatIsMoreThanANameIsRefused() {
        assertThatThrownBy(() -> new AmiAccount(
                        new InetSocketAddress("127.0.0.1", 1), "x\r\nAction: Command", secret, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aValueThatIsMoreThanAValueIsNotSent() throws Exception {
        try (Manager manager = new Manager(WELCOME)) {
            AmiAccount account = new AmiAccount(manager.address(), "infolinia", secret, Duration.ofMinutes(1));

            assertThatThrownBy(() -> account.once("QueuePause", "Reason: x\r\n\r\nAction: Command"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(manager.heard.join())
                    .containsExactly("Action: Login\nUsername: infolinia\nSecret: word\nEvents: off");
        }
    }

    private void reload(InetSocketAddress address) throws IOException {
        new AmiAccount(address, "infolinia", secret, Duration.ofMinutes(1))
                .once("QueueReload", "Members: no", "Rules: no", "Parameters: yes");
    }
}
