package org.infolinia.agi.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.trunk.Trunk.CallerFrom;
import org.infolinia.agi.trunk.TrunkServer.Dialling;
import org.infolinia.agi.trunk.TrunkServer.Transport;
import org.infolinia.hotline.number.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing gets into Asterisk's files that is more than the value it stands for. */
class TrunkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Orange",
                "1st",
                "a-b",
                "a]\n[b",
                "a;b",
                "a b",
                "abcdefghijklmnopqrstuvwxyz12345",
            })
    void nameIsOfSmallLettersAndDigits(String name) {
        assertThatThrownBy(() -> trunk(name, "203.0.113.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("trunk name \"")
                .hasMessageMatching("[^\\n]*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.1",
                "203.0.113.0/28",
                "10.0.0.0/16",
                "255.255.255.255/32",
                "2001:db8::17",
                "2001:db8::/32",
                "::1",
            })
    void addressIsOneOrARange(String address) {
        assertThat(trunk("a", address).addresses()).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0.0.0.0/0",
                "10.0.0.0/8",
                "203.0.113.256",
                "203.0.113",
                "203.0.113.1/33",
                "sip.example.pl",
                "::/0",
                "::/8",
                ":",
                "fe",
                "203.0.113.1\nmatch = 0.0.0.0/0",
                "203.0.113.1;",
                "203.0.113.1,0.0.0.0/0",
            })
    void whatIsNoAddressOrEverybodysIsRefusedByTrunkKeyAndValue(String address) {
        assertThatThrownBy(() -> trunk("orange", address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("trunk \"orange\", address \"")
                .hasMessageMatching("[^\\n]*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sip.example.pl;transport=tcp",
                "sip.example.pl\ncontact = sip:other",
                "[::1]",
                "user@sip.example.pl",
                "a b",
                "-a",
                "sip.example.pl:5060",
            })
    void serverIsAHostAlone(String host) {
        assertThatThrownBy(() -> server(host, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("server \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;b", "a\npassword = x", "a@b", "\"a\"", "a[b]"})
    void userIsAnAccountAlone(String user) {
        assertThatThrownBy(() -> registration(user, 120, 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("user \"");
    }

    @Test
    void numbersOutOfBoundsAreRefusedByKey() {
        assertThatThrownBy(() -> registration("a", 14, 30)).hasMessage("expirySeconds 14: 15 to 3600");
        assertThatThrownBy(() -> registration("a", 120, 0)).hasMessage("retrySeconds 0: 1 to 3600");
        assertThatThrownBy(() -> server("a", Optional.of(65536))).hasMessage("port 65536: 1 to 65535");
        for (int check : new int[] {-1, 9, 3601}) {
            assertThatThrownBy(() -> server("a", Optional.empty(), check))
                    .hasMessage("checkSeconds " + check + ": 0 (never), or 10 to 3600");
        }
        assertThatThrownBy(() -> new OutboundRules(List.of("+48"), -1, 1, 1, true))
                .hasMessage("<outbound> callsAtOnce -1: 0 to 1000");
        assertThatThrownBy(() -> new OutboundRules(List.of("+48!,1,System(x)"), 1, 1, 1, true))
                .hasMessage("<outbound> prefixes: \"+48!,1,System(x)\": + and a country code, such as +48");
        assertThatThrownBy(() -> new OutboundRules(List.of("+"), 1, 1, 1, true))
                .hasMessageContaining("<outbound> prefixes: \"+\"");
    }

    @Test
    void trunkThatNothingIdentifiesIsRefused() {
        assertThatThrownBy(() -> new Trunk(
                        "orange",
                        List.of(),
                        List.of(),
                        CallerFrom.PAI,
                        1,
                        Optional.of(server("sip.example.pl", Optional.empty()))))
                .hasMessage("trunk \"orange\", neither <registration> nor <address>: "
                        + "nobody could tell its calls from a stranger's");
    }

    @Test
    void twoTrunksShareNeitherNameNorAddress() {
        assertThatThrownBy(() -> Trunk.requireDistinct(List.of(trunk("a", "203.0.113.1"), trunk("a", "203.0.113.2"))))
                .hasMessage("trunk \"a\", there are two of this name");
        assertThatThrownBy(() -> Trunk.requireDistinct(List.of(trunk("a", "203.0.113.1"), trunk("b", "203.0.113.1"))))
                .hasMessage("trunk \"b\", address \"203.0.113.1\": "
                        + "another trunk has it too, and its calls could be either's");
    }

    private static Trunk trunk(String name, String address) {
        return new Trunk(name, List.of(address), List.of(), CallerFrom.PAI, 1, Optional.empty());
    }

    private static TrunkServer server(String host, Optional<Integer> port) {
        return server(host, port, 30);
    }

    private static TrunkServer server(String host, Optional<Integer> port, int checkSeconds) {
        return new TrunkServer(
                host,
                port,
                Transport.UDP,
                new PhoneNumber("+48221000100"),
                Dialling.PLUS,
                Duration.ofSeconds(checkSeconds),
                Optional.empty());
    }

    private static Registration registration(String user, int expiry, int retry) {
        return new Registration(user, Path.of("/etc/x"), Duration.ofSeconds(expiry), Duration.ofSeconds(retry));
    }
}
