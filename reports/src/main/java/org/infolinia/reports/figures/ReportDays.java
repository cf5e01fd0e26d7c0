package org.infolinia.reports.figures;

/** The days of a period by their moments, seconds of the epoch; days of DST nights have an hour more or less. */
public final class ReportDays {

    private static final long DAY = 86_400;

    /** Where they begin, in order, then where the last one ends. */
    private final long[] bounds;

    ReportDays(long[] bounds) {
        this.bounds = bounds;
    }

    public int count() {
        return bounds.length - 1;
    }

    /** Place of the day, the first is 0, that a moment of the period belongs to. */
    public int day(long at) {
        // A DST night shifts what follows by an hour, so the guess is off by one at most.
        int day = (int) Math.min((at - bounds[0]) / DAY, count() - 1);
        if (at < bounds[day]) {
            return day - 1;
        }
        return at >= bounds[day + 1] ? day + 1 : day;
    }

    /** The first second behind the day. */
    public long end(int day) {
        return bounds[day + 1];
    }
}
