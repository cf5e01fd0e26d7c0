package org.infolinia.agi.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.infolinia.agi.studio.PinGuard.Verdict;
import org.infolinia.hotline.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Who is let in, and how long guessers wait. */
final class PinGuardTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(PinGuard.class);
    private final Path file;
    private final PinGuard guard;

    PinGuardTest(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("studio"), "482913\n");
        guard = new PinGuard(file, clock);
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
    }

    private Verdict wrong(String telephone) {
        return guard.judge(telephone, "000000");
    }

    @Test
    void whoKnowsThePinIsLetIn() {
        assertThat(guard.judge("anna", "482913")).isEqualTo(Verdict.RIGHT);
        assertThat(guard.judge("anna", "482914")).isEqualTo(Verdict.WRONG);
        assertThat(guard.judge("anna", "")).isEqualTo(Verdict.WRONG);
    }

    @Test
    void thirdWrongPinLocksTheTelephoneAlsoForTheRightOneAndNoOther() {
        assertThat(wrong("anna")).isEqualTo(Verdict.WRONG);
        assertThat(wrong("anna")).isEqualTo(Verdict.WRONG);
        assertThat(wrong("anna")).isEqualTo(Verdict.LOCKED);

        assertThat(guard.mayTry("anna")).isEqualTo(Verdict.LOCKED);
        assertThat(guard.judge("anna", "482913")).isEqualTo(Verdict.LOCKED);
        assertThat(guard.mayTry("bartosz")).isEqualTo(Verdict.RIGHT);
        clock.forward(Duration.ofSeconds(60));
        assertThat(guard.judge("anna", "482913")).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void eachFurtherLockIsTwiceAsLongUpToAnHour() {
        int[] minutes = {1, 2, 4, 8, 16, 32, 60, 60};
        for (int lock : minutes) {
            for (int i = 0; i < 3; i++) {
                wrong("anna");
                guard.judge("celina", "482913"); // so that not all are locked
            }
            clock.forward(Duration.ofMinutes(lock).minusSeconds(1));
            assertThat(guard.mayTry("anna")).isEqualTo(Verdict.LOCKED);
            clock.forward(Duration.ofSeconds(1));
            assertThat(guard.mayTry("anna")).isEqualTo(Verdict.RIGHT);
        }
    }

    @Test
    void rightPinForgivesTheTelephoneItsWrongOnes() {
        wrong("anna");
        wrong("anna");
        guard.judge("anna", "482913");

        assertThat(wrong("anna")).isEqualTo(Verdict.WRONG);
        assertThat(wrong("anna")).isEqualTo(Verdict.WRONG);
    }

    @Test
    void tenWrongPinsOfManyTelephonesLockAll() {
        for (int i = 0; i < 9; i++) {
            assertThat(wrong("telephone-" + i)).isEqualTo(Verdict.WRONG);
        }
        assertThat(wrong("telephone-9")).isEqualTo(Verdict.LOCKED);

        assertThat(guard.judge("anna", "482913")).isEqualTo(Verdict.LOCKED);
        clock.forward(Duration.ofMinutes(1));
        assertThat(guard.judge("anna", "482913")).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void withoutAPinNobodyIsLetIn() throws IOException {
        Files.writeString(file, "12");
        assertThat(guard.judge("anna", "12")).isEqualTo(Verdict.CLOSED);
        Files.delete(file);
        assertThat(guard.mayTry("anna")).isEqualTo(Verdict.CLOSED);
        assertThat(guard.judge("anna", "")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void anotherPinIsInForceAtOnce() throws IOException {
        Files.writeString(file, "7777");

        assertThat(guard.judge("anna", "482913")).isEqualTo(Verdict.WRONG);
        assertThat(guard.judge("anna", "7777")).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void logTellsOfEveryWrongPinAndLockAndNeverAPin() {
        wrong("anna");
        wrong("anna");
        wrong("anna");
        guard.judge("anna", "482913");

        assertThat(log.list)
                .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                .containsExactly(
                        "WARN studio: anna gave a wrong PIN",
                        "WARN studio: anna gave a wrong PIN",
                        "WARN studio: anna gave a wrong PIN; that telephone is locked for 1 min",
                        "WARN studio: anna is locked, as too many wrong PINs were given");
    }
}
