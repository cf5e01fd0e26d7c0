package org.infolinia.sidecar.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AmiFeedTest {

    private static final String WELCOME = "Response: Success\nMessage: Authentication accepted\n\n";

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void whatAsteriskTellsIsPassedOnUntilTheLineBreaks() throws Exception {
        try (Manager manager = new Manager(
                WELCOME,
                "Response: Success\nMessage: Queue status will follow\n\nEvent: QueueParams\nQueue: nis2\n\n")) {
            feed(manager.address()).run();

            assertThat(manager.heard.join())
                    .containsExactly(
                            "Action: Login\nUsername: infolinia\nSecret: word\nEvents: agent", "Action: QueueStatus");
            assertThat(told)
                    .containsExactly(
                            "listening",
                            "Queue status will follow",
                            "QueueParams",
                            "Asterisk's manager at 127.0.0.1:"
                                    + manager.address().getPort() + " does not answer: it closed the line");
        }
    }

    @Test
    void managerThatDoesNotLetUsInIsSaidInASentence() throws Exception {
        try (Manager manager = new Manager("Response: Error\nMessage: Authentication failed\n\n")) {
            feed(manager.address()).run();

            assertThat(told).containsExactly("Asterisk refused Login: Authentication failed");
        }
    }

    @Test
    void aFeedThatWasClosedSaysNothingOfABrokenLine() throws Exception {
        try (Manager manager = new Manager(WELCOME)) {
            AmiFeed feed = feed(manager.address());
            feed.close();
            feed.run();

            assertThat(told).isEmpty();
        }
    }

    private AmiFeed feed(InetSocketAddress address) throws IOException {
        Path secret = Files.writeString(folder.resolve("ami"), "word\n");
        return new AmiFeed(
                new AmiAccount(address, "infolinia", secret, Duration.ofMinutes(1)), "agent", new AmiHearer() {
                    @Override
                    public void listening(AmiConnection line) throws IOException {
                        told.add("listening");
                        line.send("QueueStatus");
                    }

                    @Override
                    public void heard(Map<String, String> said) {
                        told.add(said.getOrDefault("Event", said.getOrDefault("Message", "")));
                    }

                    @Override
                    public void notListening(String reason) {
                        told.add(reason);
                    }
                });
    }
}
