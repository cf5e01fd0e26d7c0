package org.infolinia.sidecar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.LetterState;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseOutbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxSenderTest {

    private static final Letter REPORT = Letters.to("raporty@example.gov.pl");
    private static final Letter COPY = Letters.to("kopia@example.gov.pl");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Letters.SEVEN);
    private Database database;
    private Outbox outbox;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")));
        outbox = new DatabaseOutbox(() -> database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void acceptedLetterIsNotSentAgain() {
        GreenMail server = greenMail(0);
        try {
            outbox.enter(REPORT);
            OutboxSender sender = sender(server.getSmtp().getPort());

            sender.send();
            clock.forward(Duration.ofDays(1));
            sender.send();
            outbox.enter(REPORT);
            sender.send();

            assertThat(server.getReceivedMessages()).hasSize(1);
            KeptLetter kept = outbox.about(REPORT.about()).get(0);
            assertThat(kept.state()).isEqualTo(LetterState.ACCEPTED);
            assertThat(kept.settled()).contains(Letters.SEVEN);
            assertThat(kept.attempts()).isEqualTo(1);
            assertThat(kept.answer()).startsWith("250 ");
        } finally {
            server.stop();
        }
    }

    @Test
    void serverThatIsDownIsAskedAgainAfterGrowingPausesUntilItIsBack() throws Exception {
        int port = freePort();
        outbox.enter(REPORT);
        OutboxSender sender = sender(port);

        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 9; attempt++) {
            sender.send();
            KeptLetter kept = outbox.about(REPORT.about()).get(0);
            assertThat(kept.attempts()).isEqualTo(attempt);
            assertThat(kept.answer()).contains("Connection refused");
            pauses.add(Duration.between(clock.instant(), kept.nextAttempt()));
            clock.forward(pauses.get(pauses.size() - 1).minusSeconds(1));
            sender.send();
            assertThat(outbox.about(REPORT.about()).get(0).attempts()).isEqualTo(attempt);
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(pauses.stream().map(Duration::toMinutes)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);

        GreenMail server = greenMail(port);
        try {
            sender.send();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(outbox.about(REPORT.about()).get(0).state()).isEqualTo(LetterState.ACCEPTED);
        } finally {
            server.stop();
        }
    }

    @Test
    void oneRecipientRefusedDoesNotKeepTheLetterFromTheOther() throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.open()) {
            server.answers.put("RCPT TO:<kopia@example.gov.pl>", "550 5.1.1 no such user");
            outbox.enter(COPY);
            outbox.enter(REPORT);

            sender(server.port()).send();

            assertThat(outbox.about(REPORT.about()))
                    .extracting(KeptLetter::recipient, KeptLetter::state, KeptLetter::answer)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    COPY.recipient(), LetterState.REFUSED, "550 5.1.1 no such user"),
                            org.assertj.core.groups.Tuple.tuple(REPORT.recipient(), LetterState.ACCEPTED, "250 well"));
            assertThat(outbox.stuck(clock.instant(), clock.instant()))
                    .extracting(KeptLetter::recipient)
                    .containsExactly(COPY.recipient());
        }
    }

    @Test
    void refusedLetterIsNotOfferedAgain() throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.open()) {
            server.answers.put("RCPT", "550 no");
            outbox.enter(REPORT);
            OutboxSender sender = sender(server.port());

            sender.send();
            clock.forward(Duration.ofDays(1));
            sender.send();

            assertThat(server.heard).filteredOn(line -> line.startsWith("RCPT")).hasSize(1);
        }
    }

    @Test
    void serverThatIsAwayIsAskedOnceHoweverManyLettersWait() throws Exception {
        outbox.enter(REPORT);
        outbox.enter(COPY);

        sender(freePort()).send();

        assertThat(outbox.about(REPORT.about()))
                .extracting(KeptLetter::attempts)
                .containsExactly(1, 0);
    }

    @Test
    void letterCommittedBeforeTheBoxWentDownIsSentOnceWhenItIsUp() {
        outbox.enter(REPORT);
        database.close();
        GreenMail server = greenMail(0);
        try {
            open();

            sender(server.getSmtp().getPort()).send();
            sender(server.getSmtp().getPort()).send();

            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void letterWhoseAttemptWasCutOffIsTriedAgainUnderTheSameMessageIdOnceTheLeaseIsOver() {
        outbox.enter(REPORT);
        outbox.take(clock.instant(), OutboxSender.LEASE);
        GreenMail server = greenMail(0);
        try {
            OutboxSender sender = sender(server.getSmtp().getPort());

            sender.send();
            assertThat(server.getReceivedMessages()).isEmpty();
            clock.forward(OutboxSender.LEASE);
            sender.send();

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0])
                    .extracting(message -> header(message, "Message-ID"))
                    .isEqualTo("<" + REPORT.messageId() + ">");
        } finally {
            server.stop();
        }
    }

    @Test
    void acceptedLetterIsNotSentAgainThoughTheDatabaseWasAwayJustThen() {
        GreenMail server = greenMail(0);
        try {
            outbox.enter(REPORT);
            AwayOnce away = new AwayOnce(outbox);
            OutboxSender sender = new OutboxSender(away, smtp(server.getSmtp().getPort()), clock);

            assertThatThrownBy(sender::send).hasMessage("the database is away");
            clock.forward(OutboxSender.LEASE);
            sender.send();

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(outbox.about(REPORT.about()).get(0).state()).isEqualTo(LetterState.ACCEPTED);
        } finally {
            server.stop();
        }
    }

    /** Cannot write down the first acceptance. */
    private static final class AwayOnce implements Outbox {

        private final Outbox outbox;
        private boolean back;

        AwayOnce(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public void accepted(Letter letter, String answer, Instant now) {
            if (!back) {
                back = true;
                throw new IllegalStateException("the database is away");
            }
            outbox.accepted(letter, answer, now);
        }

        @Override
        public boolean enter(Letter letter) {
            return outbox.enter(letter);
        }

        @Override
        public Optional<Taken> take(Instant now, Duration lease) {
            return outbox.take(now, lease);
        }

        @Override
        public void refused(Letter letter, String answer, Instant now) {
            outbox.refused(letter, answer, now);
        }

        @Override
        public void postponed(Letter letter, String answer, Instant next) {
            outbox.postponed(letter, answer, next);
        }

        @Override
        public List<KeptLetter> about(String about) {
            return outbox.about(about);
        }

        @Override
        public int waiting() {
            return outbox.waiting();
        }

        @Override
        public List<KeptLetter> stuck(Instant since, Instant now) {
            return outbox.stuck(since, now);
        }
    }

    private static String header(jakarta.mail.internet.MimeMessage message, String name) {
        try {
            return message.getHeader(name, null);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutboxSender sender(int port) {
        return new OutboxSender(outbox, smtp(port), clock);
    }

    private static SmtpServer smtp(int port) {
        return new SmtpServer(new MailSettings(
                "127.0.0.1", port, MailSettings.Security.NONE, Letters.BOX, Optional.empty(), Optional.empty()));
    }

    private static GreenMail greenMail(int port) {
        return SmtpServerTest.greenMail(port, ServerSetup.PROTOCOL_SMTP);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
