package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
                        Optional.empty()));
    }

    @Test
    void everySettingIsRead() throws Exception {
        SystemFile box = read("""
                <system xmlns="https://infolinia.org/system" development="1">
                  <hotline file="/a/hotline.xml"/>
                  <database url="jdbc:postgresql://127.0.0.9/infolinia" user="infolinia" secretFile="/a/database"/>
                  <public host="127.0.0.2" port="1"/>
                  <staff host="127.0.0.3" port="65535"/>
                  <agi host="127.0.0.4" port="4574" maxCalls="7"/>
                  <asterisk generated="/a/generated" sounds="/a/sounds" recordings="/a/recordings" logs="/a/logs"/>
                  <manager host="127.0.0.7" port="5040" user="infolinia" secretFile="/a/manager"/>
                  <studio spool="/a/spool" pinFile="/a/pin"/>
                  <narrator host="127.0.0.5" port="5039" user="narrator" secretFile="/a/narrator"/>
                  <trunk host="127.0.0.6" port="5061"/>
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
                        Optional.of(new SystemFile.ManagerAccount(
                                new InetSocketAddress("127.0.0.5", 5039), "narrator", Path.of("/a/narrator"))),
                        Optional.of(new InetSocketAddress("127.0.0.6", 5061))));
    }

    @Test
    void theFileOfADevelopmentInstanceIsUsable() throws Exception {
        String text = Files.readString(Path.of("../dialplan/instance/system.xml"))
                .replaceAll("@[A-Z]+_PORT@", "5000")
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
