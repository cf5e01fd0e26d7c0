package org.infolinia.reports.availability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.reports.figures.ReportPeriod;

/** Counts how much of the opening hours was covered, as the number of consultants at work goes up and down. */
final class CoverageCount {

    private static final int REQUIRED = 6;
    private static final int SHARE_PLACES = 4;

    private final List<Day> days = new ArrayList<>();
    private final boolean hoursKnown;
    private long since = Long.MIN_VALUE;
    private int atWork;
    /** Days before it are over. */
    private int first;

    /** One day; times are seconds of the epoch. */
    private static final class Day {

        private final LocalDate date;
        private final long begins;
        private final long ends;
        private final List<long[]> open = new ArrayList<>();
        private long openSeconds;
        private long one;
        private long six;

        Day(LocalDate date, long begins, long ends) {
            this.date = date;
            this.begins = begins;
            this.ends = ends;
        }

        void cover(long from, long to, boolean enough) {
            for (long[] span : open) {
                long seconds = Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0]));
                one += seconds;
                six += enough ? seconds : 0;
            }
        }
    }

    CoverageCount(ReportPeriod period, Optional<OpeningHours> hours) {
        this.hoursKnown = hours.isPresent();
        for (LocalDate date : period.days()) {
            Day day = new Day(
                    date,
                    date.atStartOfDay(period.zone()).toEpochSecond(),
                    date.plusDays(1).atStartOfDay(period.zone()).toEpochSecond());
            hours.ifPresent(known -> open(day, known));
            days.add(day);
        }
    }

    private static void open(Day day, OpeningHours hours) {
        for (OpeningHours.Span span : hours.spansOn(day.date)) {
            long from = day.date.atTime(span.from()).atZone(hours.zone()).toEpochSecond();
            long to = day.date.atTime(span.to()).atZone(hours.zone()).toEpochSecond();
            day.open.add(new long[] {from, to});
            day.openSeconds += to - from;
        }
    }

    /** From that moment on so many more or fewer consultants are at work; times never go back. */
    void change(long at, int by) {
        advance(at);
        atWork += by;
    }

    void advance(long at) {
        if (atWork > 0) {
            while (first < days.size() && days.get(first).ends <= since) {
                first++;
            }
            for (int i = first; i < days.size() && days.get(i).begins < at; i++) {
                days.get(i).cover(since, at, atWork >= REQUIRED);
            }
        }
        since = Math.max(since, at);
    }

    /** @param end where the logs end, seconds of the epoch */
    List<Coverage> figures(long end) {
        return days.stream()
                .map(day -> {
                    boolean known = day.openSeconds > 0 && day.begins < end;
                    return new Coverage(
                            day.date,
                            hoursKnown ? day.openSeconds : null,
                            known ? share(day.one, day.openSeconds) : null,
                            known ? share(day.six, day.openSeconds) : null);
                })
                .toList();
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), SHARE_PLACES, RoundingMode.HALF_UP);
    }
}
