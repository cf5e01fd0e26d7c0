package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.EmailAddress;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.LetterState;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.hotline.mail.Outbox.Taken;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Outbox} promises, whatever the database. */
abstract class OutboxContract {

    private static final Instant SEVEN = Instant.parse("2026-11-03T06:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(15);

    private DatabaseSettings settings;
    private Database database;
    private Outbox outbox;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void openOne() {
        settings = freshDatabase();
        open();
    }

    private void open() {
        database = Database.open(settings);
        outbox = new DatabaseOutbox(() -> database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void letterIsThereAfterARestartToTheByte() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        Letter letter = letter("a@example.pl", new Document("all.bin", "application/octet-stream", everyByte));

        outbox.enter(letter);
        database.close();
        open();

        assertThat(outbox.take(SEVEN, LEASE)).contains(new Taken(letter, 1));
    }

    @Test
    void nobodyGetsTwoLettersAboutOneThing() {
        assertThat(outbox.enter(letter("a@example.pl"))).isTrue();
        assertThat(outbox.enter(new Letter(
                        "report-2026-10-v1",
                        new EmailAddress("a@example.pl"),
                        "another@example.pl",
                        "another",
                        "another",
                        List.of(),
                        SEVEN.plusSeconds(60),
                        Optional.empty())))
                .isFalse();
        assertThat(outbox.enter(letter("b@example.pl"))).isTrue();

        assertThat(outbox.waiting()).isEqualTo(2);
        assertThat(outbox.about("report-2026-10-v1"))
                .extracting(KeptLetter::subject)
                .containsExactly("Raport", "Raport");
    }

    @Test
    void letterThatIsTakenIsNotTakenByAnotherUntilItsLeaseIsOver() {
        outbox.enter(letter("a@example.pl"));

        assertThat(outbox.take(SEVEN, LEASE)).isPresent();
        assertThat(outbox.take(SEVEN, LEASE)).isEmpty();
        assertThat(outbox.take(SEVEN.plus(LEASE).minusSeconds(1), LEASE)).isEmpty();
        assertThat(outbox.take(SEVEN.plus(LEASE), LEASE)).contains(new Taken(letter("a@example.pl"), 2));
    }

    @Test
    void manyWhoTakeAtOnceGetEachLetterOnce() throws Exception {
        for (int i = 0; i < 8; i++) {
            outbox.enter(letter("a" + i + "@example.pl"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> takers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                takers.add(() -> {
                    List<String> got = new ArrayList<>();
                    for (Optional<Taken> one = outbox.take(SEVEN, LEASE);
                            one.isPresent();
                            one = outbox.take(SEVEN, LEASE)) {
                        got.add(one.get().letter().recipient().value());
                    }
                    return got;
                });
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> taker : threads.invokeAll(takers)) {
                all.addAll(taker.get());
            }

            // One who looked while all were being taken may have gone without; nobody has a second.
            assertThat(all).doesNotHaveDuplicates();
            for (Optional<Taken> left = outbox.take(SEVEN, LEASE); left.isPresent(); left = outbox.take(SEVEN, LEASE)) {
                all.add(left.get().letter().recipient().value());
            }
            assertThat(all).hasSize(8).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void postponedLetterIsTakenAgainWhenItsTimeHasCome() {
        Letter letter = letter("a@example.pl");
        outbox.enter(letter);
        outbox.take(SEVEN, LEASE);

        outbox.postponed(letter, "451 not now", SEVEN.plusSeconds(60));

        assertThat(outbox.take(SEVEN.plusSeconds(59), LEASE)).isEmpty();
        assertThat(outbox.take(SEVEN.plusSeconds(60), LEASE)).contains(new Taken(letter, 2));
    }

    @Test
    void whatIsSettledStaysAndIsNotTaken() {
        Letter accepted = letter("a@example.pl");
        Letter refused = letter("b@example.pl");
        outbox.enter(accepted);
        outbox.enter(refused);
        outbox.take(SEVEN, LEASE);
        outbox.take(SEVEN, LEASE);

        outbox.accepted(accepted, "250 queued", SEVEN.plusSeconds(5));
        outbox.refused(refused, "550 no\u0142 such user", SEVEN.plusSeconds(6));

        assertThat(outbox.take(SEVEN.plus(Duration.ofDays(9)), LEASE)).isEmpty();
        assertThat(outbox.waiting()).isZero();
        assertThat(outbox.about("report-2026-10-v1"))
                .containsExactly(
                        new KeptLetter(
                                "report-2026-10-v1",
                                new EmailAddress("a@example.pl"),
                                "Raport",
                                SEVEN,
                                LetterState.ACCEPTED,
                                1,
                                SEVEN,
                                "250 queued",
                                Optional.of(SEVEN.plusSeconds(5))),
                        new KeptLetter(
                                "report-2026-10-v1",
                                new EmailAddress("b@example.pl"),
                                "Raport",
                                SEVEN,
                                LetterState.REFUSED,
                                1,
                                SEVEN,
                                "550 no\u0142 such user",
                                Optional.of(SEVEN.plusSeconds(6))));
    }

    @Test
    void longAnswerIsCutShort() {
        Letter letter = letter("a@example.pl");
        outbox.enter(letter);

        outbox.postponed(letter, "x".repeat(2_000), SEVEN);

        assertThat(outbox.about("report-2026-10-v1").get(0).answer())
                .hasSize(500)
                .endsWith("x…");
    }

    @Test
    void letterNotWorthSendingAnyMoreExpires() {
        outbox.enter(new Letter(
                "warning-2026-10-2026-11-03",
                new EmailAddress("a@example.pl"),
                "w@example.pl",
                "Raport",
                "",
                List.of(),
                SEVEN,
                Optional.of(SEVEN.plusSeconds(60))));

        assertThat(outbox.take(SEVEN.plusSeconds(60), LEASE)).isEmpty();

        assertThat(outbox.about("warning-2026-10-2026-11-03"))
                .extracting(KeptLetter::state, KeptLetter::settled)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LetterState.EXPIRED, Optional.of(SEVEN.plusSeconds(60))));
    }

    @Test
    void stuckIsWhatWasRefusedOrTriedInVainForLong() {
        Letter waiting = letter("waiting@example.pl");
        Letter tried = letter("tried@example.pl");
        Letter refused = letter("refused@example.pl");
        for (Letter letter : List.of(waiting, tried, refused)) {
            outbox.enter(letter);
        }
        outbox.refused(refused, "550", SEVEN);
        Instant later = SEVEN.plus(Duration.ofHours(1));
        // The one that is due first, by name.
        assertThat(outbox.take(SEVEN, LEASE).orElseThrow().letter()).isEqualTo(tried);
        outbox.postponed(tried, "451", later);

        assertThat(outbox.stuck(SEVEN.plusSeconds(1), later))
                .extracting(letter -> letter.recipient().value())
                .containsExactly("refused@example.pl", "tried@example.pl");
        assertThat(outbox.stuck(SEVEN, later))
                .extracting(letter -> letter.recipient().value())
                .containsExactly("refused@example.pl");
    }

    private static Letter letter(String recipient) {
        return letter(
                recipient, new Document("report-2026-10.xlsx", "text/csv", "dzień".getBytes(StandardCharsets.UTF_8)));
    }

    private static Letter letter(String recipient, Document document) {
        return new Letter(
                "report-2026-10-v1",
                new EmailAddress(recipient),
                "report-2026-10-v1.0123@example.pl",
                "Raport",
                "Dzień dobry,\n",
                List.of(document),
                SEVEN,
                Optional.empty());
    }
}
