package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.trunk.OutboundRules;
import org.infolinia.agi.trunk.Registration;
import org.infolinia.agi.trunk.Trunk;
import org.infolinia.agi.trunk.TrunkServer;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.delivery.DeliveryRules;
import org.infolinia.hotline.mail.EmailAddress;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.mail.MailSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemFileTest {

    /** No setting that has a default, none that may be absent. */
    private static final String BARE = """
            <system xmlns="https://infolinia.org/system">
              <hotline file="/etc/infolinia/hotline.xml"/>
              <database url="jdbc:sqlite:/var/lib/infolinia/infolinia.db"/>
              <public port="8080"/>
              <staff port="8081"/>
              <agi port="4573"/>
              <asterisk generated="/etc/asterisk/infolinia/generated" sounds="/usr/share/asterisk/sounds"
                        recordings="/srv/recordings" logs="/var/log/asterisk"/>
            </system>
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsNotSaidHasTheseDefaults() throws Exception {
        SystemFile box = read(BARE);

        assertThat(box)
                .isEqualTo(new SystemFile(
                        false,
                        Path.of("/etc/infolinia/hotline.xml"),
                        "jdbc:sqlite:/var/lib/infolinia/infolinia.db",
                        Optional.empty(),
                        Optional.empty(),
                        new InetSocketAddress("127.0.0.1", 8080),
                        new InetSocketAddress("127.0.0.1", 8081),
                        new InetSocketAddress("127.0.0.1", 4573),
                        500,
                        Path.of("/etc/asterisk/infolinia/generated"),
                        Path.of("/usr/share/asterisk/sounds"),
                        Path.of("/srv/recordings"),
                        Path.of("/var/log/asterisk"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        new OutboundRules(List.of(), 0, 0, 0, true),
                        StaffRules.DEFAULT,
                        Optional.empty()));
    }

    @Test
    void everySettingIsRead() throws Exception {
        SystemFile box = read("""
                <system xmlns="https://infolinia.org/system" development="1">
                  <hotline file="/a/hotline.xml"/>
                  <database url="jdbc:postgresql://127.0.0.9/infolinia" user="infolinia" secretFile="/a/database"/>
                  <public host="127.0.0.2" port="1"/>
                  <staff host="127.0.0.3" port="65535" proxy="127.0.0.10" secondFactor="lead project-manager"/>
                  <desk webSocket="wss://desk.example.pl/ws" lines="/a/lines.db" codecs="opus alaw"/>
                  <agi host="127.0.0.4" port="4574" maxCalls="7"/>
                  <asterisk generated="/a/generated" sounds="/a/sounds" recordings="/a/recordings" logs="/a/logs"/>
                  <manager host="127.0.0.7" port="5040" user="infolinia" secretFile="/a/manager"/>
                  <studio spool="/a/spool" pinFile="/a/pin"/>
                  <mail host="127.0.0.8" port="587" tls="smtps" from="a@example.pl" user="a" secretFile="/a/mail"
                        authorityFile="/a/ca.pem"/>
                  <reports first="2026-11" workingDay="3" time="08:30" language="en">
                    <recipient address="b@example.pl"/>
                    <recipient address="c@example.pl"/>
                    <lead address="d@example.pl"/>
                  </reports>
                  <narrator host="127.0.0.5" port="5039" user="narrator" secretFile="/a/narrator"/>
                  <sip host="127.0.0.6" port="5061"/>
                  <trunks>
                    <trunk name="first" server="sip.example.pl" port="5061" transport="tls" callerId="+48221000100"
                           dialling="digits" callerFrom="from" maxCalls="30" checkSeconds="0">
                      <registration user="48221000100" secretFile="/a/first" expirySeconds="300" retrySeconds="20"/>
                      <address>203.0.113.0/28</address>
                      <address> 203.0.113.17 </address>
                      <number>+48221000100</number>
                    </trunk>
                    <trunk name="second">
                      <address>198.51.100.1</address>
                    </trunk>
                  </trunks>
                  <outbound prefixes="+48 +49" callsAtOnce="5" callsPerHour="60" callsPerHourOfOne="20" emergency="0"/>
                </system>
                """);

        assertThat(box)
                .isEqualTo(new SystemFile(
                        true,
                        Path.of("/a/hotline.xml"),
                        "jdbc:postgresql://127.0.0.9/infolinia",
                        Optional.of("infolinia"),
                        Optional.of(Path.of("/a/database")),
                        new InetSocketAddress("127.0.0.2", 1),
                        new InetSocketAddress("127.0.0.3", 65535),
                        new InetSocketAddress("127.0.0.4", 4574),
                        7,
                        Path.of("/a/generated"),
                        Path.of("/a/sounds"),
                        Path.of("/a/recordings"),
                        Path.of("/a/logs"),
                        Optional.of(new SystemFile.Studio(Path.of("/a/spool"), Path.of("/a/pin"))),
                        Optional.of(new SystemFile.ManagerAccount(
                                new InetSocketAddress("127.0.0.7", 5040), "infolinia", Path.of("/a/manager"))),
                        Optional.of(new MailSettings(
                                "127.0.0.8",
                                587,
                                MailSettings.Security.SMTPS,
                                new EmailAddress("a@example.pl"),
                                Optional.of(new MailSettings.Account("a", Path.of("/a/mail"))),
                                Optional.of(Path.of("/a/ca.pem")))),
                        Optional.of(new DeliveryRules(
                                YearMonth.of(2026, 11),
                                3,
                                LocalTime.of(8, 30),
                                new Language("en"),
                                List.of(new EmailAddress("b@example.pl"), new EmailAddress("c@example.pl")),
                                List.of(new EmailAddress("d@example.pl")),
                                new EmailAddress("a@example.pl"))),
                        Optional.of(new SystemFile.ManagerAccount(
                                new InetSocketAddress("127.0.0.5", 5039), "narrator", Path.of("/a/narrator"))),
                        Optional.of(new InetSocketAddress("127.0.0.6", 5061)),
                        List.of(
                                new Trunk(
                                        "first",
                                        List.of("203.0.113.0/28", "203.0.113.17"),
                                        List.of(new PhoneNumber("+48221000100")),
                                        Trunk.CallerFrom.FROM,
                                        30,
                                        Optional.of(new TrunkServer(
                                                "sip.example.pl",
                                                Optional.of(5061),
                                                TrunkServer.Transport.TLS,
                                                new PhoneNumber("+48221000100"),
                                                TrunkServer.Dialling.DIGITS,
                                                Duration.ZERO,
                                                Optional.of(new Registration(
                                                        "48221000100",
                                                        Path.of("/a/first"),
                                                        Duration.ofSeconds(300),
                                                        Duration.ofSeconds(20)))))),
                                new Trunk(
                                        "second",
                                        List.of("198.51.100.1"),
                                        List.of(),
                                        Trunk.CallerFrom.PAI,
                                        100,
                                        Optional.empty())),
                        new OutboundRules(List.of("+48", "+49"), 5, 60, 20, false),
                        new StaffRules(Optional.of("127.0.0.10"), EnumSet.of(Role.LEAD, Role.PROJECT_MANAGER)),
                        Optional.of(new SystemFile.Desk(
                                "wss://desk.example.pl/ws", Path.of("/a/lines.db"), List.of("opus", "alaw")))));
    }

    @Test
    void trunkAndOutboundHaveTheseDefaults() throws Exception {
        SystemFile box = read(with("""
                <trunks>
                  <trunk name="orange" server="sip.example.pl" callerId="+48221000100">
                    <registration user="u" secretFile="/a/u"/>
                  </trunk>
                </trunks>
                <outbound/>
                """));

        assertThat(box.trunks())
                .containsExactly(new Trunk(
                        "orange",
                        List.of(),
                        List.of(),
                        Trunk.CallerFrom.PAI,
                        100,
                        Optional.of(new TrunkServer(
                                "sip.example.pl",
                                Optional.empty(),
                                TrunkServer.Transport.UDP,
                                new PhoneNumber("+48221000100"),
                                TrunkServer.Dialling.PLUS,
                                Duration.ofSeconds(30),
                                Optional.of(new Registration(
                                        "u", Path.of("/a/u"), Duration.ofSeconds(120), Duration.ofSeconds(30)))))));
        assertThat(box.outbound()).isEqualTo(new OutboundRules(List.of("+48"), 10, 200, 30, true));
    }

    @Test
    void trunkThatMakesNoSenseIsRefusedByTrunkKeyAndValue() {
        refusedTrunk(
                "<trunk name=\"orange\" server=\"a b\" callerId=\"+48221000100\"><address>203.0.113.1</address></trunk>",
                "trunk \"orange\", server \"a b\": a host's name, or an IPv4 address");
        refusedTrunk(
                "<trunk name=\"orange\" server=\"a\" callerId=\"221000100\"><address>203.0.113.1</address></trunk>",
                "trunk \"orange\", callerId \"221000100\": in E.164, such as +48221000100");
        refusedTrunk(
                "<trunk name=\"orange\" server=\"a\"><address>203.0.113.1</address></trunk>",
                "trunk \"orange\", callerId is missing: the hotline's number, shown to whoever is called");
        refusedTrunk(
                "<trunk name=\"orange\"><registration user=\"u\" secretFile=\"/a/u\"/></trunk>",
                "trunk \"orange\", server is missing: where to register");
        refusedTrunk(
                "<trunk name=\"orange\"><address>0.0.0.0/0</address></trunk>",
                "trunk \"orange\", address \"0.0.0.0/0\": "
                        + "an IP address, or a range of at most 65536 such as 203.0.113.0/28");
    }

    @Test
    void reportsAreDueOnTheSecondWorkingDayAtSevenAndMailIsPrivateUnlessOtherwiseSaid() throws Exception {
        SystemFile box = read(withReports("host=\"mail.example.pl\" port=\"587\" from=\"a@example.pl\""));

        assertThat(box.mail().orElseThrow().security()).isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(box.mail().orElseThrow().account()).isEmpty();
        assertThat(box.reports().orElseThrow().workingDay()).isEqualTo(2);
        assertThat(box.reports().orElseThrow().language()).isEqualTo(new Language("pl"));
        assertThat(box.reports().orElseThrow().time()).isEqualTo(LocalTime.of(7, 0));
    }

    @Test
    void mailAndReportsThatCannotWorkAreRefused() {
        String server = "host=\"mail.example.pl\" port=\"587\" from=\"a@example.pl\"";
        unusable(
                withReports(server + " tls=\"none\""),
                "mail server mail.example.pl without TLS: only one on this machine (127.0.0.1)");
        unusable(withReports(server + " user=\"a\""), "<mail>: user and secretFile go together");
        unusable(withReports(server.replace("a@example.pl", "a,b@example.pl")), "is no e-mail address");
        unusable(withReports(server).replaceAll("<mail [^>]*>", ""), "<reports> are sent by mail");
        unusable(withReports(server).replaceAll("<lead [^>]*>", ""), "lead");
        unusable(withReports(server).replace("2026-11", "2026-13"), "2026-13");
        unusable(withReports(server).replace("first=", "time=\"7:00\" first="), "7:00");
    }

    private static String withReports(String server) {
        return BARE.replace("</system>", "<mail " + server + """
                /><reports first="2026-11"><recipient address="b@example.pl"/><lead address="c@example.pl"/></reports>
                </system>
                """);
    }

    private void unusable(String text, String word) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SystemFile.Unusable.class)
                .hasMessageContaining("system.xml")
                .hasMessageContaining(word);
    }

    @Test
    void theFileOfADevelopmentInstanceIsUsable() throws Exception {
        String text = Files.readString(Path.of("../dialplan/instance/system.xml"))
                .replaceAll("@[A-Z_]+_PORT@", "5000")
                .replaceAll("@[A-Z]+@", "/var");

        assertThat(read(text).development()).isTrue();
    }

    @Test
    void anUnknownElementIsRefusedWithItsPlace() {
        refused(BARE.replace("<hotline file", "<hotlin file"), ":2:", "hotlin");
    }

    @Test
    void anUnknownAttributeIsRefusedWithItsPlace() {
        refused(BARE.replace("<agi port", "<agi maxCall=\"5\" port"), ":6:", "maxCall");
    }

    @Test
    void aMissingElementIsRefusedWithItsPlace() {
        refused(BARE.replace("  <staff port=\"8081\"/>\n", ""), ":8:", "staff");
    }

    @Test
    void portsAndPathsOutOfBoundsAreRefused() {
        refused(BARE.replace("8080", "0"), ":4:", "minInclusive");
        refused(BARE.replace("8080", "65536"), ":4:", "maxInclusive");
        refused(BARE.replace("/srv/recordings", "recordings"), ":8:", "recordings");
        refused(BARE.replace("/srv/recordings", "/srv/$(reboot)"), ":8:", "reboot");
        refused(BARE.replace("jdbc:sqlite:", "jdbc:mysql:"), ":3:", "mysql");
    }

    @Test
    void aDocumentTypeIsRefusedBeforeItCanNameAnotherFile() {
        refused("<!DOCTYPE system [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" + BARE, ":1:", "DOCTYPE");
    }

    @Test
    void whatIsNoXmlIsRefusedWithItsPlace() {
        refused(BARE.replace("</system>", ""), ":10:", "system");
        refused("", ":1:", "");
    }

    @Test
    void aMissingFileIsOneSentence() {
        Path none = folder.resolve("none.xml");

        assertThatThrownBy(() -> SystemFile.read(none))
                .isInstanceOf(SystemFile.Unusable.class)
                .hasMessage(none + ": cannot be read: there is no file " + none);
    }

    private void refusedTrunk(String trunk, String message) {
        assertThatThrownBy(() -> read(with("<trunks>" + trunk + "</trunks>")))
                .isInstanceOf(SystemFile.Unusable.class)
                .hasMessage(folder.resolve("system.xml") + ": " + message);
    }

    private static String with(String further) {
        return BARE.replace("</system>", further + "</system>");
    }

    private void refused(String text, String line, String word) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SystemFile.Unusable.class)
                .hasMessageMatching("(?s).*system\\.xml:\\d+:\\d+: .*")
                .hasMessageContaining("system.xml" + line)
                .hasMessageContaining(word);
    }

    private SystemFile read(String text) throws IOException, SystemFile.Unusable {
        return SystemFile.read(Files.writeString(folder.resolve("system.xml"), text));
    }
}
