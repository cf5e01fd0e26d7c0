package org.infolinia.sidecar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.sidecar.mail.MailServer.Reply;
import org.infolinia.sidecar.mail.MailSettings.Security;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SmtpServerTest {

    private static final Letter LETTER = Letters.to("raporty@example.gov.pl");

    /** Enough for a server on this machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path certificates;

    private static Certificates own;
    private static Certificates others;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        own = new Certificates(certificates, "localhost");
        others = new Certificates(certificates, "mail.example.org");
    }

    @Test
    void letterArrivesAsItWasWrittenWithItsDocuments() throws Exception {
        GreenMail server = greenMail(0, ServerSetup.PROTOCOL_SMTP);
        try {
            Reply reply = plain(server.getSmtp().getPort()).offer(LETTER);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.ACCEPTED);
            assertThat(reply.said()).startsWith("250 ");
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage got = server.getReceivedMessages()[0];
            assertThat(got.getMessageID()).isEqualTo("<" + LETTER.messageId() + ">");
            assertThat(got.getSubject()).isEqualTo("Raport infolinii za październik 2026");
            assertThat(got.getFrom()[0]).hasToString("infolinia@example.pl");
            assertThat(got.getRecipients(Message.RecipientType.TO)[0]).hasToString("raporty@example.gov.pl");
            assertThat(got.getSentDate()).isEqualTo(Date.from(Letters.SEVEN));
            assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            MimeMultipart parts = (MimeMultipart) got.getContent();
            assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                    .isEqualTo("Dzień dobry,\n\nw załączeniu raport za październik 2026.\n");
            BodyPart table = parts.getBodyPart(1);
            assertThat(table.getFileName()).isEqualTo("report-2026-10.csv");
            assertThat(table.getInputStream().readAllBytes()).isEqualTo(Letters.TABLE.content());
        } finally {
            server.stop();
        }
    }

    @Test
    void passwordIsReadFromItsFileAndAWrongOneIsTriedAgainLaterWithoutBeingTold() throws Exception {
        GreenMail server = greenMail(0, ServerSetup.PROTOCOL_SMTP);
        try {
            server.setUser("infolinia@example.pl", "infolinia", "tajne-haslo");
            Path password = Files.writeString(folder.resolve("smtp"), "falszywe-haslo\n");
            SmtpServer smtp = new SmtpServer(
                    new MailSettings(
                            "127.0.0.1",
                            server.getSmtp().getPort(),
                            Security.NONE,
                            Letters.BOX,
                            Optional.of(new MailSettings.Account("infolinia", password)),
                            Optional.empty()),
                    PATIENCE,
                    PATIENCE);

            Reply wrong = smtp.offer(LETTER);
            Files.writeString(password, "tajne-haslo\n");
            Reply right = smtp.offer(LETTER);

            assertThat(wrong.kind()).isEqualTo(Reply.Kind.LATER);
            assertThat(wrong.said())
                    .startsWith("the mail server does not let us in: 535")
                    .doesNotContain("haslo");
            assertThat(right.kind()).isEqualTo(Reply.Kind.ACCEPTED);

            Files.delete(password);
            Reply none = smtp.offer(LETTER);
            assertThat(none.kind()).isEqualTo(Reply.Kind.LATER);
            assertThat(none.said()).contains("NoSuchFileException", password.toString());
        } finally {
            server.stop();
        }
    }

    @Test
    void letterGoesOverAPrivateLineAndOnlyToTheServerThatTheCertificateIsFor() throws Exception {
        System.setProperty("greenmail.tls.keystore.file", own.keys.toString());
        System.setProperty("greenmail.tls.keystore.password", Certificates.PASSWORD);
        GreenMail server = greenMail(0, ServerSetup.PROTOCOL_SMTPS);
        try {
            int port = server.getSmtps().getPort();

            assertThat(overTls(Security.SMTPS, port, own).offer(LETTER).kind()).isEqualTo(Reply.Kind.ACCEPTED);
            Reply unknown = overTls(Security.SMTPS, port, others).offer(LETTER);

            assertThat(unknown.kind()).isEqualTo(Reply.Kind.LATER);
            assertThat(unknown.said()).contains("unable to find valid certification path");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
    }

    @Test
    void nothingIsSaidBeforeStartTls() throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.withTls(own.context())) {
            Reply reply = overTls(Security.STARTTLS, server.port(), own).offer(LETTER);

            assertThat(reply).isEqualTo(new Reply(Reply.Kind.ACCEPTED, "250 well"));
            assertThat(server.heard).element(0).asString().startsWith("EHLO");
            assertThat(server.heard).element(1).isEqualTo("STARTTLS");
            assertThat(server.heard).contains("RCPT TO:<raporty@example.gov.pl>");
        }
    }

    @Test
    void serverOfAnotherNameBehindStartTlsGetsNoLetter() throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.withTls(others.context())) {
            Reply reply = overTls(Security.STARTTLS, server.port(), others).offer(LETTER);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.LATER);
            assertThat(reply.said()).contains("localhost");
            assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void serverThatHasNoTlsGetsNoLetterWhereTlsIsAskedFor() throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.open()) {
            Reply reply = overTls(Security.STARTTLS, server.port(), own).offer(LETTER);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.LATER);
            assertThat(reply.said()).contains("STARTTLS is required");
            assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void lettersLeaveThisMachineByTlsAlone() {
        assertThatThrownBy(() -> new MailSettings(
                        "mail.example.org", 25, Security.NONE, Letters.BOX, Optional.empty(), Optional.empty()))
                .hasMessage("mail server mail.example.org without TLS: only one on this machine (127.0.0.1) may be"
                        + " spoken to in the open");
    }

    @Test
    void serverThatIsDownIsTriedAgainLater() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(plain(port).offer(LETTER))
                .isEqualTo(new Reply(
                        Reply.Kind.LATER, "mail server 127.0.0.1:" + port + ": ConnectException Connection refused"));
    }

    @Test
    void serverThatSaysNothingIsTriedAgainLater() throws Exception {
        for (String at : new String[] {"", "EHLO", "MAIL", "RCPT", "DATA", "."}) {
            try (ScriptedSmtp server = ScriptedSmtp.open()) {
                server.answers.put(at, "");

                Reply reply =
                        settled(server.port(), Duration.ofMillis(200), PATIENCE).offer(LETTER);

                assertThat(reply.kind()).as("silent at \"%s\"", at).isEqualTo(Reply.Kind.LATER);
                assertThat(reply.said()).as("silent at \"%s\"", at).contains("Read timed out");
            }
        }
    }

    @Test
    void serverThatNeverComesToAnEndIsTriedAgainLater() throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.dripping()) {
            Reply reply =
                    settled(server.port(), PATIENCE, Duration.ofMillis(300)).offer(LETTER);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.LATER);
        }
    }

    @Test
    void serverThatAsksForPatienceIsTriedAgainLater() throws Exception {
        answered("", "421 too busy", Reply.Kind.LATER, "421");
        answered("MAIL", "452 no room", Reply.Kind.LATER, "452 no room");
        answered("RCPT", "450 greylisted", Reply.Kind.LATER, "450 greylisted");
        answered("DATA", "451 not now", Reply.Kind.LATER, "451 not now");
        answered(".", "451 virus scanner is away", Reply.Kind.LATER, "451 virus scanner is away");
    }

    @Test
    void serverThatWillNotHaveTheLetterIsNotAskedAgain() throws Exception {
        answered("MAIL", "550 no such sender", Reply.Kind.REFUSED, "550 no such sender");
        answered("RCPT", "550 5.1.1 no such user", Reply.Kind.REFUSED, "550 5.1.1 no such user");
        answered("DATA", "554 no", Reply.Kind.REFUSED, "554 no");
        answered(".", "552 too large", Reply.Kind.REFUSED, "552 too large");
    }

    @Test
    void whatTheServerSaysIsOneLineHoweverItSaysIt() throws Exception {
        answered("RCPT", "550-no\u001b[31m\r\n550 such\tuser", Reply.Kind.REFUSED, "550-no [31m 550 such user");
    }

    @Test
    void acceptedLetterStaysAcceptedWhenTheServerIsRudeAfterwards() throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.open()) {
            server.answers.put("QUIT", "");

            assertThat(plain(server.port()).offer(LETTER).kind()).isEqualTo(Reply.Kind.ACCEPTED);
        }
    }

    private static void answered(String to, String answer, Reply.Kind kind, String said) throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.open()) {
            server.answers.put(to, answer);

            Reply reply = plain(server.port()).offer(LETTER);

            assertThat(reply.kind()).as("%s: %s", answer, reply.said()).isEqualTo(kind);
            assertThat(reply.said()).contains(said);
        }
    }

    /** Starts one, on any free port where 0 is given. */
    static GreenMail greenMail(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
        // On a busy machine its own two seconds are few.
        setup.setServerStartupTimeout(60_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    private static SmtpServer plain(int port) {
        return settled(port, PATIENCE, PATIENCE);
    }

    private static SmtpServer settled(int port, Duration patience, Duration wholeAttempt) {
        return new SmtpServer(
                new MailSettings("127.0.0.1", port, Security.NONE, Letters.BOX, Optional.empty(), Optional.empty()),
                patience,
                wholeAttempt);
    }

    private static SmtpServer overTls(Security security, int port, Certificates authority) {
        return new SmtpServer(
                new MailSettings(
                        "localhost", port, security, Letters.BOX, Optional.empty(), Optional.of(authority.authority)),
                PATIENCE,
                PATIENCE);
    }
}
