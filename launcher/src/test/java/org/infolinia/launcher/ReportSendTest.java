package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code report send}, {@code status}, {@code sent}, with real logs, a real database, a real mail server. */
final class ReportSendTest {

    private static final Instant NOON = Instant.parse("2026-11-03T11:00:00Z");

    /** 5 October 2026, 10:00. */
    private static final String OCTOBER = """
            1791187200|1791187190.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1791187220|1791187190.7|nis2|anna|CONNECT|20|1791187215.9|5
            1791187300|1791187190.7|nis2|anna|COMPLETECALLER|20|80|1
            """;

    private static final String LATE = """
            1791190000|1791189990.7|nis2|NONE|ENTERQUEUE||48600100201|1
            1791190003|1791189990.7|nis2|NONE|ABANDON|1|1|3
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private final GreenMail server = new GreenMail(setup);

    @BeforeEach
    void start() throws Exception {
        // On a busy machine its own two seconds are few.
        setup.setServerStartupTimeout(60_000);
        server.start();
        Files.createDirectories(folder.resolve("log"));
        Files.writeString(folder.resolve("log/queue_log"), OCTOBER);
        writeSystem("raporty@example.gov.pl", "kopia@example.gov.pl");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void reportThatIsSentIsTheOneThatReportMonthMakesAndIsKeptToTheByte() throws Exception {
        assertThat(run("send", "2026-10")).isZero();
        assertThat(run("month", "2026-10", "--out", folder.resolve("made").toString()))
                .isZero();
        assertThat(run("sent", "2026-10", "--out", folder.resolve("kept").toString()))
                .isZero();

        byte[] made = Files.readAllBytes(folder.resolve("made/report-2026-10.xlsx"));
        assertThat(recipients()).containsExactlyInAnyOrder("raporty@example.gov.pl", "kopia@example.gov.pl");
        for (MimeMessage message : server.getReceivedMessages()) {
            var workbook = ((MimeMultipart) message.getContent()).getBodyPart(1);
            assertThat(workbook.getFileName()).isEqualTo("report-2026-10.xlsx");
            assertThat(workbook.getInputStream().readAllBytes()).isEqualTo(made);
        }
        assertThat(Files.readAllBytes(folder.resolve("kept/report-2026-10-v1.xlsx")))
                .isEqualTo(made);
        assertThat(Files.readAllBytes(folder.resolve("kept/report-2026-10-v1.json")))
                .isEqualTo(Files.readAllBytes(folder.resolve("made/report-2026-10.json")));
    }

    @Test
    void statusSaysWhereEachMonthStands() throws Exception {
        assertThat(run("status")).isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        "2026-10  NOT MADE, due 2026-11-03 07:00; /health of the services says why",
                        "2026-11  is made and sent 2026-12-02 07:00");

        run("send", "2026-10");
        assertThat(run("status")).isZero();
        assertThat(lines().get(0)).isEqualTo("2026-10  delivered 2026-11-03 12:00");
        assertThat(lines().get(1))
                .matches("  version 1, made 2026-11-03 12:00 by " + System.getProperty("user.name")
                        + ", SHA-256 [0-9a-f]{64}");
        assertThat(lines().get(2)).startsWith("    kopia@example.gov.pl: accepted 2026-11-03 12:00 (250 ");
        assertThat(lines().get(3)).startsWith("    raporty@example.gov.pl: accepted 2026-11-03 12:00 (250 ");
        assertThat(lines().get(4)).isEqualTo("2026-11  is made and sent 2026-12-02 07:00");
    }

    @Test
    void sendingAgainSendsNothingUnlessAFigureHasChanged() throws Exception {
        run("send", "2026-10");

        assertThat(run("send", "2026-10")).isZero();
        assertThat(lines().get(0))
                .isEqualTo("2026-10: no figure differs from version 1; nobody lacks it, nothing is sent.");
        assertThat(server.getReceivedMessages()).hasSize(2);

        Files.writeString(folder.resolve("log/queue_log"), OCTOBER + LATE);
        assertThat(run("send", "2026-10")).isZero();
        assertThat(lines().get(0)).matches("2026-10: version 2 made; \\d+ figures differ from version 1\\.");
        assertThat(server.getReceivedMessages()).hasSize(4);
        assertThat(server.getReceivedMessages()[3].getSubject())
                .isEqualTo("Raport miesięczny infolinii: październik 2026 – korekta (wersja 2)");
        assertThat(run("status", "2026-10")).isZero();
        assertThat(lines()).contains("      calls · total · offered: 1 → 2");
    }

    @Test
    void whoLacksTheReportGetsItAfterTheAddressIsMended() throws Exception {
        run("send", "2026-10");
        writeSystem("raporty@example.gov.pl", "nowy@example.gov.pl");

        assertThat(run("send", "2026-10")).isZero();

        assertThat(lines().get(0))
                .isEqualTo("2026-10: no figure differs from version 1; it goes to those who lack it.");
        assertThat(recipients())
                .containsExactlyInAnyOrder("raporty@example.gov.pl", "kopia@example.gov.pl", "nowy@example.gov.pl");
    }

    @Test
    void serverThatIsDownIsToldAndTheLettersWait() throws Exception {
        server.stop();

        assertThat(run("send", "2026-10")).isEqualTo(1);

        assertThat(out.toString())
                .contains("kopia@example.gov.pl: waits, tried 1 time, next 2026-11-03 12:01: mail server 127.0.0.1:");
        assertThat(run("status")).isEqualTo(1);
        assertThat(lines().get(0)).isEqualTo("2026-10  NOT DELIVERED, due 2026-11-03 07:00");
    }

    @Test
    void monthThatIsNotOverIsNotSent() throws Exception {
        assertThat(run("send", "2026-11")).isEqualTo(2);
        assertThat(err.toString()).startsWith("2026-11 is not over; until then make it with: report month 2026-11");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void boxThatNamesNobodySaysWhatToAdd() throws Exception {
        Path system = folder.resolve("system.xml");
        Files.writeString(
                system,
                Files.readString(system).replaceAll("(?s)<mail.*?/>", "").replaceAll("(?s)<reports.*</reports>", ""));

        assertThat(run("send", "2026-10")).isEqualTo(1);
        assertThat(err.toString()).startsWith("system.xml names nobody to send reports to: add <mail> and <reports>");
    }

    @Test
    void monthThatWasNeverSentCannotBeGotBack() {
        assertThat(run("sent", "2026-10")).isEqualTo(2);
        assertThat(err.toString()).startsWith("no report of 2026-10 was made to be sent");
    }

    private void writeSystem(String... recipients) throws Exception {
        String list = String.join(
                "\n",
                Stream.of(recipients)
                        .map(one -> "<recipient address=\"" + one + "\"/>")
                        .toList());
        Files.writeString(folder.resolve("system.xml"), """
                <system xmlns="https://infolinia.org/system">
                  <hotline file="%s"/>
                  <database url="jdbc:sqlite:%s/infolinia.db"/>
                  <public port="8080"/>
                  <staff port="8081"/>
                  <agi port="4573"/>
                  <asterisk generated="/a/generated" sounds="/a/sounds" recordings="/a/recordings" logs="%s/log"/>
                  <mail host="127.0.0.1" port="%d" tls="none" from="infolinia@example.pl"/>
                  <reports first="2026-10">
                    %s
                    <lead address="lider@example.pl"/>
                  </reports>
                </system>
                """.formatted(
                        Path.of("../dialplan/hotline.xml").toAbsolutePath().normalize(),
                        folder,
                        folder,
                        server.getSmtp().getPort(),
                        list));
    }

    private List<String> recipients() throws Exception {
        return Stream.of(server.getReceivedMessages())
                .map(ReportSendTest::recipient)
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private int run(String command, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Infolinia.commandLine(Clock.fixed(NOON, ZoneOffset.UTC))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return line.execute(Stream.of(
                        Stream.of(
                                "report",
                                command,
                                "--system",
                                folder.resolve("system.xml").toString()),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }
}
