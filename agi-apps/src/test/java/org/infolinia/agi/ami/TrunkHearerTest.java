package org.infolinia.agi.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.agi.trunk.Registration;
import org.infolinia.agi.trunk.Trunk;
import org.infolinia.agi.trunk.TrunkServer;
import org.infolinia.agi.trunk.TrunkStates;
import org.infolinia.hotline.number.PhoneNumber;
import org.junit.jupiter.api.Test;

/** Events as Asterisk 22 says them. */
final class TrunkHearerTest {

    private final TrunkStates trunks = new TrunkStates(List.of(orange()), Clock.systemUTC());
    private final TrunkHearer hearer = new TrunkHearer(trunks);

    @Test
    void rejectedRegistrationIsHeardOf() {
        hearer.heard(Map.of(
                "Event", "Registry",
                "Privilege", "system,all",
                "ChannelType", "PJSIP",
                "Username", "sip:hotline@sip.example.pl",
                "Domain", "sip:sip.example.pl",
                "Status", "Rejected"));

        assertThat(trunks.problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("trunk orange is not registered with its operator"));
    }

    @Test
    void serverThatCeasesToAnswerIsHeardOfAndAConsultantsTelephoneIsNoTrunk() {
        hearer.heard(Map.of(
                "Event", "PeerStatus",
                "ChannelType", "PJSIP",
                "Peer", "PJSIP/anna",
                "PeerStatus", "Unreachable"));
        assertThat(trunks.problem()).isEmpty();

        hearer.heard(Map.of(
                "Event", "PeerStatus",
                "ChannelType", "PJSIP",
                "Peer", "PJSIP/infolinia-orange",
                "PeerStatus", "Unreachable"));
        assertThat(trunks.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("trunk orange: its operator's server"));
    }

    @Test
    void managerThatIsAwayIsSaidInASentence() {
        hearer.notListening("Asterisk refused Login: Authentication failed");

        assertThat(trunks.problem())
                .contains("whether the operators' trunks work is not known: Asterisk refused Login: Authentication"
                        + " failed");
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
