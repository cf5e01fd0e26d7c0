package org.infolinia.reports.ledger;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Hands lines on to another thread, thousands at a time, which puts them in order and folds them: so reading and folding
 * take a processor each.
 *
 * <p>The order of the lines stays. What the folding throws is thrown by {@link #finish}.
 */
final class HandOver {

    private static final int LINES = 1_024;
    private static final int NUMBERS = 5;
    /** Bounds the memory, to 10 MB: the reading waits when the folding is so many parcels behind. */
    private static final int PARCELS = 256;

    private final LastMinute lastMinute;
    private final BlockingQueue<Parcel> full = new ArrayBlockingQueue<>(PARCELS);
    private final BlockingQueue<Parcel> empty = new ArrayBlockingQueue<>(PARCELS);
    private final CompletableFuture<Void> folded;
    private Parcel parcel;
    private int made = 1;

    /** Lines on their way, five numbers each. */
    private static final class Parcel {

        private final long[] numbers = new long[LINES * NUMBERS];
        private int used;
        private boolean last;
    }

    HandOver(LedgerLines lines) {
        this.lastMinute = new LastMinute(lines);
        this.parcel = new Parcel();
        this.folded = CompletableFuture.runAsync(this::fold, fold -> {
            Thread thread = new Thread(fold, "ledger-fold");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** @param clock latest time stamp read so far */
    void add(QueueLogLine line, long clock) {
        long[] numbers = parcel.numbers;
        int used = parcel.used;
        numbers[used] = line.at;
        numbers[used + 1] = clock;
        numbers[used + 2] = line.call;
        numbers[used + 3] = line.consultant;
        numbers[used + 4] = PackedLine.pack(line);
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
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the ledger was read", stopped);
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

    /** Goes on taking parcels after a failure: the reading must come to its end, where the failure is told. */
    private void fold() {
        RuntimeException failure = null;
        boolean last = false;
        while (!last) {
            Parcel next = take();
            last = next.last;
            try {
                if (failure == null) {
                    fold(next);
                }
            } catch (RuntimeException fault) {
                failure = fault;
            }
            next.used = 0;
            empty.add(next);
        }
        if (failure != null) {
            throw failure;
        }
        lastMinute.finish();
    }

    private void fold(Parcel parcel) {
        long[] numbers = parcel.numbers;
        for (int i = 0; i < parcel.used; i += NUMBERS) {
            lastMinute.add(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4]);
        }
    }

    private Parcel take() {
        try {
            return full.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calls were folded", stopped);
        }
    }

    /** All lines are in; returns when all are folded. */
    void finish() {
        parcel.last = true;
        send();
        try {
            folded.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("folding the ledger failed", failed.getCause());
        }
    }
}
