package org.infolinia.agi.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.trunk.OutboundRules;
import org.infolinia.agi.trunk.Registration;
import org.infolinia.agi.trunk.Trunk;
import org.infolinia.agi.trunk.Trunk.CallerFrom;
import org.infolinia.agi.trunk.TrunkServer;
import org.infolinia.agi.trunk.TrunkServer.Dialling;
import org.infolinia.agi.trunk.TrunkServer.Transport;
import org.infolinia.hotline.number.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrunkFilesTest {

    private static final PhoneNumber HOTLINE = new PhoneNumber("+48221000100");
    private static final OutboundRules RULES = new OutboundRules(List.of("+48", "+49"), 5, 60, 20, true);

    private static final Trunk REGISTERED = new Trunk(
            "first",
            List.of(),
            List.of(HOTLINE, new PhoneNumber("+48221000101")),
            CallerFrom.PAI,
            30,
            Optional.of(new TrunkServer(
                    "sip.example.pl",
                    Optional.of(5061),
                    Transport.TLS,
                    HOTLINE,
                    Dialling.DIGITS,
                    Duration.ofSeconds(45),
                    Optional.of(new Registration(
                            "48221000100", Path.of("/etc/x"), Duration.ofSeconds(120), Duration.ofSeconds(30))))));

    private static final Trunk BY_ADDRESS = new Trunk(
            "second",
            List.of("203.0.113.0/28", "2001:db8::17"),
            List.of(),
            CallerFrom.FROM,
            2,
            Optional.of(new TrunkServer(
                    "203.0.113.1",
                    Optional.empty(),
                    Transport.UDP,
                    HOTLINE,
                    Dialling.NATIONAL,
                    Duration.ZERO,
                    Optional.empty())));

    @Test
    void registrationHasAllThatItNeedsAndNeverGivesUp() {
        assertThat(files("pa55;w[o]rd#").pjsip()).contains("""
                [infolinia-first](infolinia-trunk)
                set_var = INFOLINIA_TRUNK=first
                set_var = INFOLINIA_NUMBERED=1
                set_var = GROUP(infolinia-trunk)=first
                trust_id_inbound = yes
                aors = infolinia-first
                media_encryption = sdes
                media_encryption_optimistic = yes
                outbound_auth = infolinia-first
                from_domain = sip.example.pl
                from_user = 48221000100

                [infolinia-first]
                type = aor
                contact = sip:sip.example.pl:5061\\;transport=tls
                qualify_frequency = 45
                qualify_timeout = 8

                [infolinia-first]
                type = auth
                auth_type = userpass
                username = 48221000100
                password = pa55\\;w[o]rd#

                [infolinia-first]
                type = registration
                endpoint = infolinia-first
                line = yes
                server_uri = sip:sip.example.pl:5061\\;transport=tls
                client_uri = sip:48221000100@sip.example.pl
                contact_user = +48221000100
                outbound_auth = infolinia-first
                expiration = 120
                retry_interval = 30
                forbidden_retry_interval = 300
                fatal_retry_interval = 300
                auth_rejection_permanent = yes
                max_retries = 1000000
                """);
    }

    @Test
    void addressesIdentifyAndNothingElseDoes() {
        assertThat(files("x").pjsip()).endsWith("""
                [infolinia-second](infolinia-trunk)
                set_var = INFOLINIA_TRUNK=second
                set_var = INFOLINIA_NUMBERED=
                set_var = GROUP(infolinia-trunk)=second
                trust_id_inbound = no
                aors = infolinia-second

                [infolinia-second]
                type = aor
                contact = sip:203.0.113.1
                qualify_frequency = 0
                qualify_timeout = 8

                [infolinia-second]
                type = identify
                endpoint = infolinia-second
                match = 203.0.113.0/28
                match = 2001:db8::17
                """);
    }

    @Test
    void dialplanKnowsTheOrderTheLimitsAndHowEachOperatorWantsNumbers() {
        String outbound = files("x").outbound();

        assertThat(outbound)
                .contains(
                        "MSet(INFOLINIA_TRUNKS=first&second,INFOLINIA_AT_ONCE=5,INFOLINIA_PER_HOUR=60,INFOLINIA_PER_HOUR_OF_ONE=20,INFOLINIA_EMERGENCY=1)")
                .contains("exten = _+48!,1,NoOp()\nexten = _+49!,1,NoOp()\n")
                .contains("exten = first_+48221000100,1,NoOp()\nexten = first_+48221000101,1,NoOp()\n")
                .contains(" same = n,Set(INFOLINIA_TRUNK_SERVER=sip.example.pl:5061\\;transport=tls)\n")
                .contains("""
                        exten = second,1,Set(INFOLINIA_TRUNK_ENDPOINT=infolinia-second)
                         same = n,Set(INFOLINIA_TRUNK_SERVER=203.0.113.1)
                         same = n,Set(INFOLINIA_TRUNK_NUMBER=${IF($["${ARG1:0:3}" = "+48"]?${ARG1:3}:${IF($["${ARG1:0:1}" = "+"]?00${ARG1:1}:${ARG1})})})
                         same = n,Set(INFOLINIA_TRUNK_CALLER=+48221000100)
                         same = n,Set(INFOLINIA_TRUNK_CALLS=2)
                         same = n,Return()
                        """);
    }

    @Test
    void trunkThatOnlyBringsCallsIsNotDialled() {
        Trunk inbound = new Trunk("inbound", List.of("127.0.0.1"), List.of(), CallerFrom.PAI, 10, Optional.empty());

        TrunkFiles files = TrunkFiles.of(List.of(inbound), RULES, account -> "");

        assertThat(files.outbound()).contains("INFOLINIA_TRUNKS=,").doesNotContain("exten = inbound");
        assertThat(files.pjsip()).doesNotContain("aor").contains("match = 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "carriage\rreturn", "back\\slash", "tab\t", "zażółć"})
    void passwordThatAFileOfAsteriskCannotHoldIsRefusedWithoutBeingShown(String password) {
        assertThatThrownBy(() -> files(password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trunk \"first\", the password in its secretFile: "
                        + "1 to 128 letters, digits and signs of ASCII, no space, no \\");
    }

    private static TrunkFiles files(String password) {
        return TrunkFiles.of(List.of(REGISTERED, BY_ADDRESS), RULES, account -> password);
    }
}
