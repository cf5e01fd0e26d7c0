package org.infolinia.reports.figures;

import java.util.Arrays;
import java.util.TreeMap;

/** Counts waits by their length: each is a whole number of seconds, and most are short. */
final class WaitCount {

    /** Longer ones, which only a box with a wrong clock has, are counted apart. */
    private static final int LONGEST_USUAL = 4 * 3_600;

    private static final long PERCENT = 100;

    private int[] bySeconds = new int[128];
    private final TreeMap<Long, Integer> unusual = new TreeMap<>();
    private long count;
    private long sum;

    /** @param seconds never negative */
    void add(long seconds) {
        add(seconds, 1);
    }

    private void add(long seconds, int times) {
        if (seconds > LONGEST_USUAL) {
            unusual.merge(seconds, times, Integer::sum);
        } else {
            int place = (int) seconds;
            if (place >= bySeconds.length) {
                bySeconds = Arrays.copyOf(bySeconds, Math.max(place + 1, bySeconds.length * 2));
            }
            bySeconds[place] += times;
        }
        count += times;
        sum += seconds * times;
    }

    void add(WaitCount other) {
        for (int seconds = 0; seconds < other.bySeconds.length; seconds++) {
            if (other.bySeconds[seconds] > 0) {
                add(seconds, other.bySeconds[seconds]);
            }
        }
        other.unusual.forEach(this::add);
    }

    WaitFigures figures() {
        if (count == 0) {
            return WaitFigures.NONE;
        }
        return new WaitFigures((2 * sum + count) / (2 * count), percentile(50), percentile(90), percentile(100));
    }

    /** Nearest rank: the smallest wait that at least so many in a hundred do not exceed. */
    private long percentile(int percent) {
        long rank = (count * percent + PERCENT - 1) / PERCENT;
        long passed = 0;
        for (int seconds = 0; seconds < bySeconds.length; seconds++) {
            passed += bySeconds[seconds];
            if (passed >= rank) {
                return seconds;
            }
        }
        for (var entry : unusual.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + count + " waits");
    }
}
