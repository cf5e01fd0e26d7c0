package org.infolinia.agi.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.trunk.Registration;
import org.infolinia.agi.trunk.Trunk;
import org.infolinia.agi.trunk.TrunkServer;
import org.infolinia.agi.trunk.TrunkStates;
import org.infolinia.hotline.number.PhoneNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrunkListenerTest {

    private static final String WELCOME = "Response: Success\nMessage: Authentication accepted\n\n";

    @TempDir
    Path folder;

    private Path secret = Path.of("");
    private final TrunkStates trunks = new TrunkStates(List.of(orange()), Clock.systemUTC());

    @BeforeEach
    void writeTheSecret() throws IOException {
        secret = Files.writeString(folder.resolve("ami"), "word\n");
    }

    @Test
    void rejectedRegistrationIsHeardOf() throws Exception {
        // As Asterisk 22 says it.
        try (Manager manager = new Manager(WELCOME + """
                Event: Registry
                Privilege: system,all
                ChannelType: PJSIP
                Username: sip:hotline@sip.example.pl
                Domain: sip:sip.example.pl
                Status: Rejected

                """)) {
            listener(manager.address()).run();

            assertThat(manager.heard.join())
                    .containsExactly("Action: Login\nUsername: infolinia\nSecret: word\nEvents: system");
            assertThat(trunks.problem())
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .contains("it closed the line", "trunk orange is not registered with its operator"));
        }
    }

    @Test
    void serverThatCeasesToAnswerIsHeardOfAndAConsultantsTelephoneIsNoTrunk() throws Exception {
        try (Manager manager = new Manager(WELCOME + """
                Event: PeerStatus
                Privilege: system,all
                ChannelType: PJSIP
                Peer: PJSIP/anna
                PeerStatus: Unreachable

                Event: PeerStatus
                Privilege: system,all
                ChannelType: PJSIP
                Peer: PJSIP/infolinia-orange
                PeerStatus: Unreachable

                """)) {
            listener(manager.address()).run();

            assertThat(trunks.problem())
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .contains("trunk orange: its operator's server")
                            .doesNotContain("anna"));
        }
    }

    @Test
    void managerThatDoesNotLetUsInIsSaidInASentence() throws Exception {
        try (Manager manager = new Manager("Response: Error\nMessage: Authentication failed\n\n")) {
            listener(manager.address()).run();

            assertThat(trunks.problem())
                    .contains("whether the operators' trunks work is not known: Asterisk refused Login: Authentication"
                            + " failed");
        }
    }

    @Test
    void secretThatCannotBeReadIsSaidWithItsFile() throws Exception {
        Files.delete(secret);
        try (Manager manager = new Manager(WELCOME)) {
            listener(manager.address()).run();
        }

        assertThat(trunks.problem())
                .contains("whether the operators' trunks work is not known: the secret of Asterisk's manager account"
                        + " cannot be read: " + secret);
    }

    private TrunkListener listener(InetSocketAddress address) {
        return new TrunkListener(address, "infolinia", secret, Duration.ofMinutes(1), trunks);
    }

    private static Trunk orange() {
        return new Trunk(
                "orange",
                List.of(),
                List.of(),
                Trunk.CallerFrom.PAI,
                1,
                Optional.of(new TrunkServer(
                        "sip.example.pl",
                        Optional.empty(),
                        TrunkServer.Transport.UDP,
                        new PhoneNumber("+48221000100"),
                        TrunkServer.Dialling.PLUS,
                        Duration.ofSeconds(30),
                        Optional.of(new Registration(
                                "hotline", Path.of("/secret"), Duration.ofMinutes(2), Duration.ofSeconds(30))))));
    }
}
