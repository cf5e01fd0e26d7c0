package org.infolinia.agi.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.number.PhoneNumber;
import org.junit.jupiter.api.Test;

final class TrunkStatesTest {

    private static final String CLIENT = "sip:hotline@sip.example.pl";
    private static final String SERVER = "sip:sip.example.pl";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T02:00:00Z"));
    private final TrunkStates trunks = new TrunkStates(List.of(registering("orange"), byAddress("netia")), clock);

    @Test
    void rejectedRegistrationIsAProblemUntilItStands() {
        trunks.listening();
        trunks.registration(CLIENT, SERVER, "Registered");
        assertThat(trunks.problem()).isEmpty();

        trunks.registration(CLIENT, SERVER, "Rejected");
        assertThat(trunks.problem())
                .contains("trunk orange is not registered with its operator, so no calls come in by it:"
                        + " sip:sip.example.pl refused it or did not answer, which Asterisk's messages.log tells; check"
                        + " server, user and the password in /secret");

        trunks.registration(CLIENT, SERVER, "Registered");
        assertThat(trunks.problem()).isEmpty();
    }

    @Test
    void wordOfAnotherRegistrationChangesNothing() {
        trunks.listening();
        trunks.registration(CLIENT, SERVER, "Registered");

        trunks.registration("sip:somebody@sip.example.pl", SERVER, "Rejected");
        trunks.registration(CLIENT, "sip:other.example.pl", "Rejected");

        assertThat(trunks.problem()).isEmpty();
    }

    @Test
    void whileAsteriskIsNotListenedToNothingIsKnown() {
        trunks.registration(CLIENT, SERVER, "Registered");
        trunks.notListening("it is away");
        assertThat(trunks.problem()).contains("whether the operators' trunks work is not known: it is away");

        trunks.listening();
        assertThat(trunks.problem()).isEmpty();
    }

    @Test
    void silenceIsAProblemWhenAnAttemptIsOverdue() {
        trunks.listening();

        // Two minutes of registration, and six besides.
        clock.forward(Duration.ofMinutes(8));
        assertThat(trunks.problem()).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(trunks.problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("trunk orange: nothing heard of its registration since 2026-11-25T02:00:00Z")
                        .contains("read = agent,reporting,system"));
    }

    @Test
    void serverThatCeasesToAnswerIsAProblemUntilItAnswers() {
        trunks.listening();
        trunks.server("netia", "Unreachable");
        trunks.server("demonstration", "Unreachable");
        assertThat(trunks.problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("trunk netia: its operator's server sip:sip.example.pl does not answer")
                        .doesNotContain("demonstration"));

        trunks.server("netia", "Reachable");
        assertThat(trunks.problem()).isEmpty();
    }

    @Test
    void boxWithoutOperatorsServersHasNoProblemWithThem() {
        TrunkStates none = new TrunkStates(
                List.of(new Trunk(
                        "netia", List.of("203.0.113.1"), List.of(), Trunk.CallerFrom.PAI, 1, Optional.empty())),
                clock);
        none.notListening("it is away");

        assertThat(none.isAny()).isFalse();
        assertThat(none.problem()).isEmpty();
    }

    private static Trunk registering(String name) {
        return new Trunk(
                name,
                List.of(),
                List.of(),
                Trunk.CallerFrom.PAI,
                1,
                Optional.of(server(Optional.of(new Registration(
                        "hotline", Path.of("/secret"), Duration.ofMinutes(2), Duration.ofSeconds(30))))));
    }

    private static Trunk byAddress(String name) {
        return new Trunk(
                name,
                List.of("203.0.113.1"),
                List.of(),
                Trunk.CallerFrom.PAI,
                1,
                Optional.of(server(Optional.empty())));
    }

    private static TrunkServer server(Optional<Registration> registration) {
        return new TrunkServer(
                "sip.example.pl",
                Optional.empty(),
                TrunkServer.Transport.UDP,
                new PhoneNumber("+48221000100"),
                TrunkServer.Dialling.PLUS,
                Duration.ofSeconds(30),
                registration);
    }
}
