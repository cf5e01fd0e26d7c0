package org.infolinia.agi.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who knows the studio's PIN, and how often others may guess.
 *
 * <p>Three wrong PINs in a row lock a telephone for a minute, three more for two, and so on up to an hour; ten wrong ones
 * of all telephones together, with no right one between, lock all of them likewise. A right PIN starts a telephone's count
 * anew. The counts live as long as the program: a guesser cannot restart it.
 */
public final class PinGuard {

    private static final Logger LOG = LoggerFactory.getLogger(PinGuard.class);

    private static final int PER_TELEPHONE = 3;
    private static final int OVERALL = 10;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);
    private static final int MOST_TELEPHONES = 1000;

    /** What came of a PIN. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** Too many wrong ones before; this one was not even looked at. */
        LOCKED,
        /** No PIN is set. */
        CLOSED
    }

    private final Path file;
    private final Clock clock;
    private final Tries overall = new Tries(OVERALL);
    private final Map<String, Tries> telephones = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_TELEPHONES;
        }
    };

    /** @param file holds the PIN, alone: 4 to 12 digits; read each time, so that another one is in force at once */
    public PinGuard(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Whether anybody may try now from this telephone: {@code RIGHT} stands for yes. */
    public synchronized Verdict mayTry(String telephone) {
        Instant now = clock.instant();
        if (overall.isLocked(now) || of(telephone).isLocked(now)) {
            LOG.warn("studio: {} is locked, as too many wrong PINs were given", telephone);
            return Verdict.LOCKED;
        }
        return pin().isEmpty() ? Verdict.CLOSED : Verdict.RIGHT;
    }

    /** @param given what somebody typed; never logged */
    public synchronized Verdict judge(String telephone, String given) {
        Verdict may = mayTry(telephone);
        if (may != Verdict.RIGHT) {
            return may;
        }
        if (MessageDigest.isEqual(bytes(pin()), bytes(given))) {
            telephones.remove(telephone);
            overall.forget();
            LOG.info("studio: {} is let in", telephone);
            return Verdict.RIGHT;
        }
        Instant now = clock.instant();
        Duration locked = of(telephone).wrong(now);
        Duration lockedAll = overall.wrong(now);
        LOG.warn(
                "studio: {} gave a wrong PIN{}{}",
                telephone,
                locked.isZero() ? "" : "; that telephone is locked for " + locked.toMinutes() + " min",
                lockedAll.isZero() ? "" : "; all telephones are locked for " + lockedAll.toMinutes() + " min");
        return locked.isZero() && lockedAll.isZero() ? Verdict.WRONG : Verdict.LOCKED;
    }

    private Tries of(String telephone) {
        return telephones.computeIfAbsent(telephone, name -> new Tries(PER_TELEPHONE));
    }

    /** Empty where there is none that would keep anybody out. */
    private String pin() {
        try {
            String pin = Files.readString(file).strip();
            if (pin.matches("[0-9]{4,12}")) {
                return pin;
            }
            LOG.error("studio: closed, as {} holds no PIN: write 4 to 12 digits into it", file);
        } catch (IOException e) {
            LOG.error("studio: closed, as {} cannot be read ({}): it has to hold a PIN of 4 to 12 digits", file, e);
        }
        return "";
    }

    private static byte[] bytes(String digits) {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }

    /** Wrong PINs of one telephone, or of all. */
    private static final class Tries {

        private final int most;
        private int wrong;
        private int locks;
        private Instant until = Instant.MIN;

        Tries(int most) {
            this.most = most;
        }

        boolean isLocked(Instant now) {
            return now.isBefore(until);
        }

        /** How long it is locked by this one; zero for not yet. */
        Duration wrong(Instant now) {
            if (++wrong % most != 0) {
                return Duration.ZERO;
            }
            Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(locks++, 10));
            lock = lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock;
            until = now.plus(lock);
            return lock;
        }

        void forget() {
            wrong = 0;
            locks = 0;
        }
    }
}
