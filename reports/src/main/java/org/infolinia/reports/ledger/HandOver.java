package org.infolinia.reports.ledger;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Hands lines on to another thread, thousands at a time, which puts them in order and folds them: so reading and folding
 * take a processor each.
 *
 * <p>The order of the lines stays. What the folding throws is thrown by {@link #finish}.
 */
final class HandOver<F extends LedgerLines> {

    private static final int LINES = 4_096;
    private static final int NUMBERS = 5;
    /** Bounds the memory, to 10 MB: the reading waits when the folding is so many parcels behind. */
    private static final int PARCELS = 64;

    private final BlockingQueue<Parcel> full = new ArrayBlockingQueue<>(PARCELS);
    private final BlockingQueue<Parcel> empty = new ArrayBlockingQueue<>(PARCELS);
    private final CountDownLatch underWay = new CountDownLatch(1);
    private volatile boolean failed;
    private final FutureTask<F> folded;
    private Parcel parcel;
    private int made = 1;
    /** Of the thread that folds. */
    private boolean allTaken;

    /** Lines on their way, five numbers each. */
    private static final class Parcel {

        private final long[] numbers = new long[LINES * NUMBERS];
        private int used;
        private boolean last;
    }

    HandOver(Folding<F> folding, SetAside setAside) {
        this.parcel = new Parcel();
        this.folded = new FutureTask<>(() -> fold(folding, setAside));
        Thread thread = new Thread(folded, "ledger-fold");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param clock latest time stamp read so far */
    void add(QueueLogLine line, long clock) {
        long[] numbers = parcel.numbers;
        int used = parcel.used;
        numbers[used] = line.at;
        numbers[used + 1] = clock;
        numbers[used + 2] = line.call;
        numbers[used + 3] = line.consultant;
        numbers[used + 4] = OrderedLines.pack(line);
        parcel.used = used + NUMBERS;
        if (parcel.used == numbers.length) {
            send();
        }
    }

    private void send() {
        try {
            full.put(parcel);
            parcel = emptyOne();
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private Parcel emptyOne() throws InterruptedException {
        Parcel returned = empty.poll();
        if (returned == null && made < PARCELS) {
            made++;
            return new Parcel();
        }
        return returned == null ? empty.take() : returned;
    }

    private F fold(Folding<F> folding, SetAside setAside) throws LedgerUnavailable {
        try {
            F fold = begin(folding);
            LastMinute lastMinute = new LastMinute(new OrderedLines(fold, setAside));
            while (!allTaken) {
                Parcel next = take();
                fold(next, lastMinute);
                giveBack(next);
            }
            lastMinute.finish();
            return fold;
        } finally {
            // After a failure: the reading must come to its end, where the failure is told.
            while (!allTaken) {
                giveBack(take());
            }
        }
    }

    private F begin(Folding<F> folding) throws LedgerUnavailable {
        boolean begun = false;
        try {
            F fold = folding.begin(underWay::countDown);
            begun = true;
            return fold;
        } finally {
            failed = !begun;
            underWay.countDown();
        }
    }

    /** Returns when the folding is under way; false where it has failed already, as {@link #finish} will tell. */
    boolean awaitFolding() {
        try {
            underWay.await();
            return !failed;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static void fold(Parcel parcel, LastMinute lastMinute) {
        long[] numbers = parcel.numbers;
        for (int i = 0; i < parcel.used; i += NUMBERS) {
            lastMinute.add(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4]);
        }
    }

    private Parcel take() {
        try {
            Parcel next = full.take();
            allTaken = next.last;
            return next;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static IllegalStateException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while the ledger was read", stopped);
    }

    private void giveBack(Parcel parcel) {
        parcel.used = 0;
        empty.add(parcel);
    }

    /** Ends the folding of a reading that has failed or was interrupted; what was folded is nobody's. */
    void abandon() {
        boolean interrupted = Thread.interrupted();
        try {
            parcel.last = true;
            full.put(parcel);
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** All lines are in; returns what they were folded into when all are folded. */
    F finish() throws LedgerUnavailable {
        parcel.last = true;
        send();
        try {
            return folded.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("folding the ledger failed", failed.getCause());
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }
}
