package org.infolinia.sidecar.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Computes Argon2id, a bounded number at once.
 *
 * <p>Each computation takes its 19 MiB and a sixth of a second: more at once would fill the memory, more in line would
 * hold up every thread of the listener.
 */
final class Argon2id {

    private static final int AT_ONCE = 2;
    private static final int IN_LINE = 14;

    private final Semaphore places;
    private final Semaphore computing;

    Argon2id() {
        this(new Semaphore(AT_ONCE + IN_LINE), new Semaphore(AT_ONCE, true));
    }

    /**
     * @param places    for those computed, together with those in line
     * @param computing for those computed
     */
    Argon2id(Semaphore places, Semaphore computing) {
        this.places = places;
        this.computing = computing;
    }

    /** What one computation costs. */
    record Cost(int kibibytes, int passes, int lanes, int hashBytes) {}

    /** @throws TooManyAtOnce when as many as may are computed, and as many as may wait */
    byte[] hash(String password, byte[] salt, Cost cost) {
        if (!places.tryAcquire()) {
            throw new TooManyAtOnce();
        }
        try {
            return inTurn(password, salt, cost);
        } finally {
            places.release();
        }
    }

    private byte[] inTurn(String password, byte[] salt, Cost cost) {
        computing.acquireUninterruptibly();
        try {
            return Argon2Function.getInstance(
                            cost.kibibytes(), cost.passes(), cost.lanes(), cost.hashBytes(), Argon2.ID)
                    .hash(password.getBytes(StandardCharsets.UTF_8), salt)
                    .getBytes();
        } finally {
            computing.release();
        }
    }
}
