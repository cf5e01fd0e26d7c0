package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.infolinia.launcher.phone.FakeManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and last words of the whole command line. */
final class InfoliniaTest {

    private static final Path DEMONSTRATION = Path.of("../dialplan/hotline.xml");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpIsNoFault() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("call", "ivr", "report", "run");
        for (String command : new String[] {"call", "ivr", "prepare", "report", "run"}) {
            assertThat(run(command, "--help")).as(command).isZero();
        }
    }

    @Test
    void whatNobodyKnowsIsWrongUse() {
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(run("dance")).isEqualTo(2);
        assertThat(run("run")).isEqualTo(2);
        assertThat(run("call", "--system", "x", "--press", "2,,3")).isEqualTo(2);
        assertThat(run("call", "--system", "x", "--talk", "0")).isEqualTo(2);
        assertThat(run("call", "--system", "x", "--hang-up-after", "-1")).isEqualTo(2);
    }

    @Test
    void aBrokenHotlineXmlIsFoundWrong() throws Exception {
        Path file = Files.writeString(folder.resolve("hotline.xml"), "<hotline>");

        assertThat(run("ivr", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith(file + ":1:");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aCallWhenNothingIsUpIsOneSentence() {
        assertThat(run("call", "--system", folder.resolve("system.xml").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualTo(String.format("Nothing is up: run ./infolinia up first.%n"));
    }

    @Test
    void aCallWhenAsteriskIsGoneIsOneSentence() throws Exception {
        assertThat(run("call", "--system", box(FakeManager.nobody()).toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("./infolinia status", "Connection refused");
    }

    @Test
    void aCallWithoutItsSecretIsOneSentence() throws Exception {
        Path box = box(new InetSocketAddress("127.0.0.1", 5038));
        Files.delete(folder.resolve("secret"));

        assertThat(run("call", "--system", box.toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualTo(String.format("there is no file %s%n", folder.resolve("secret")));
    }

    @Test
    void aTimeThatIsNoneIsWrongUseBeforeAnyCall() throws Exception {
        Path box = box(new InetSocketAddress("127.0.0.1", 5038));

        assertThat(run("call", "--system", box.toString(), "--at", "Christmas")).isEqualTo(2);
        assertThat(err.toString()).contains("--at \"Christmas\": a local time such as 2026-12-24T10:00");
    }

    @Test
    void aSystemXmlThatIsWrongIsOneSentenceForEveryCommand() throws Exception {
        Path file = Files.writeString(folder.resolve("system.xml"), "<system/>");

        assertThat(run("call", "--system", file.toString())).isEqualTo(1);
        assertThat(run("prepare", "--system", file.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith(file + ":1:"));
    }

    /** A system.xml of an instance whose Asterisk is at the address given. */
    private Path box(InetSocketAddress manager) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        return Files.writeString(folder.resolve("system.xml"), """
                <system xmlns="https://infolinia.org/system" development="true">
                  <hotline file="%s"/>
                  <database url="jdbc:sqlite:/nowhere"/>
                  <public port="1"/>
                  <staff port="1"/>
                  <agi port="1"/>
                  <asterisk generated="/nowhere" sounds="/nowhere" recordings="/nowhere" logs="/nowhere"/>
                  <narrator port="%d" user="narrator" secretFile="%s"/>
                  <sip port="1"/>
                </system>
                """.formatted(
                        DEMONSTRATION.toAbsolutePath().normalize(), manager.getPort(), secret));
    }

    private int run(String... arguments) {
        return Infolinia.commandLine(Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
