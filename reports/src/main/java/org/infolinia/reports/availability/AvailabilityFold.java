package org.infolinia.reports.availability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerLines;
import org.infolinia.reports.ledger.MemberTexts;
import org.infolinia.reports.ledger.OrderedLines;
import org.infolinia.reports.ledger.QueueEvent;
import org.infolinia.reports.ledger.Span;

/**
 * Folds the lines of the queue log into the availability of consultants (R6).
 *
 * <p>A consultant who is heard of without having joined had joined before the logs begin; the time before that first word
 * is not known and not made up, and the day is marked as estimated. Who is still signed in where the logs end is counted
 * up to there, marked likewise. Membership outlives a restart of Asterisk, as our queues.conf has it.
 */
public final class AvailabilityFold implements LedgerLines {

    /** So long after signing out a word of somebody is an echo, not a new day's work; seconds. */
    private static final long ECHO = 60;

    /** What ADDMEMBER says of those who join on a break. */
    private static final String JOINS_PAUSED = "PAUSED";

    private final ReportPeriod period;
    private final Span span;
    private final MemberTexts texts;
    private final long[] beginnings;
    private final Map<Long, Consultant> consultants = new HashMap<>();
    private final CoverageCount coverage;
    private long latest = Long.MIN_VALUE;

    /** Takes the seconds of a day. */
    private interface Days {
        void add(PresenceCount day, long seconds);
    }

    public AvailabilityFold(ReportPeriod period, Optional<OpeningHours> hours, MemberTexts texts) {
        this.period = period;
        this.span = period.span();
        this.texts = texts;
        this.beginnings = period.days().stream()
                .mapToLong(day -> day.atStartOfDay(period.zone()).toEpochSecond())
                .toArray();
        this.coverage = new CoverageCount(period, hours);
    }

    @Override
    public void line(long at, QueueEvent event, long call, int queue, long consultant, int reason) {
        // A stray line of an earlier second counts for the latest one: time never goes back here.
        latest = Math.max(latest, at);
        boolean ofQueue = queue != KnownQueues.NO_QUEUE;
        if (event == QueueEvent.QUEUESTART) {
            consultants.values().forEach(Consultant::dropTalks);
        } else if (event == QueueEvent.PAUSEALL
                || event == QueueEvent.UNPAUSEALL
                || ofQueue && event.isOfConsultant()) {
            change(consultant(consultant), event, queue, reason);
        } else if (ofQueue && event == QueueEvent.CONNECT) {
            Consultant one = consultant(consultant);
            hear(one, queue);
            one.connect(latest, call, queue);
        } else if (ofQueue && event.endsTalk()) {
            Consultant one = consultant(consultant);
            one.endTalk(latest, call, queue, (from, to) -> byDay(one, from, to, PresenceCount::addTalking));
        }
    }

    @Override
    public void lines(OrderedLines lines) {
        for (int i = 0; i < lines.size(); i++) {
            lines.tell(i, this);
        }
    }

    private Consultant consultant(long number) {
        return consultants.computeIfAbsent(number, first -> new Consultant(beginnings.length));
    }

    private void change(Consultant one, QueueEvent event, int queue, int reason) {
        if (event == QueueEvent.PAUSE) {
            hear(one, queue);
        }
        if (event == QueueEvent.REMOVEMEMBER && !one.wasEverIn()) {
            estimate(one, latest);
        }
        count(one, latest);
        boolean before = one.isAtWork();
        switch (event) {
            case ADDMEMBER -> one.join(queue, texts.reason(reason).equals(JOINS_PAUSED));
            case REMOVEMEMBER -> one.leave(queue, latest);
            case PAUSE -> one.pause(queue, reason);
            case UNPAUSE -> one.unpause(queue);
            case PAUSEALL -> one.pauseAll(reason);
            case UNPAUSEALL -> one.unpauseAll();
            default -> throw new IllegalStateException(event + " is no line of a consultant");
        }
        cover(one, before);
    }

    /** Somebody who talks or pauses in a queue is in it, whether or not the log says when they joined. */
    private void hear(Consultant one, int queue) {
        boolean echo = one.left() != Long.MIN_VALUE && latest - one.left() <= ECHO;
        if (one.isLoggedIn() || echo) {
            return;
        }
        count(one, latest);
        one.join(queue, false);
        estimate(one, latest);
        cover(one, false);
    }

    private void cover(Consultant one, boolean before) {
        if (one.isAtWork() != before) {
            coverage.change(latest, before ? -1 : 1);
        }
    }

    /** Counts the time since its last change. */
    private void count(Consultant one, long at) {
        long from = one.countedUpTo(at);
        if (!one.isLoggedIn()) {
            return;
        }
        if (one.isPaused()) {
            String reason = one.reason() == Consultant.NO_REASON ? "" : texts.reason(one.reason());
            byDay(one, from, at, (day, seconds) -> day.addPaused(reason, seconds));
        } else {
            byDay(one, from, at, PresenceCount::addAvailable);
        }
    }

    private void estimate(Consultant one, long at) {
        if (span.holds(at)) {
            one.day(day(at)).estimate();
        }
    }

    private void byDay(Consultant one, long from, long to, Days days) {
        long rest = Math.max(from, span.from());
        long end = Math.min(to, span.to());
        while (rest < end) {
            int day = day(rest);
            long dayEnd = day + 1 < beginnings.length ? Math.min(end, beginnings[day + 1]) : end;
            days.add(one.day(day), dayEnd - rest);
            rest = dayEnd;
        }
    }

    /** Place of the day that a moment of the period belongs to. */
    private int day(long at) {
        int found = Arrays.binarySearch(beginnings, at);
        return found >= 0 ? found : -found - 2;
    }

    /** All lines are in. */
    public Availability figures() {
        long end = Math.min(latest, span.to());
        List<ConsultantFigures> figures = new ArrayList<>();
        consultants.forEach((number, one) -> {
            count(one, end);
            if (one.isLoggedIn() && end < span.to()) {
                estimate(one, end - 1);
            }
            ConsultantFigures told = figures(texts.name(number), one);
            if (told.total().loggedIn() > 0 || told.total().talking() > 0) {
                figures.add(told);
            }
        });
        coverage.advance(end);
        figures.sort(Comparator.comparing(ConsultantFigures::consultant));
        return new Availability(figures, coverage.figures(end));
    }

    private ConsultantFigures figures(String name, Consultant one) {
        PresenceCount total = new PresenceCount();
        List<PresenceDay> days = new ArrayList<>();
        for (int day = 0; day < beginnings.length; day++) {
            total.add(one.day(day));
            days.add(new PresenceDay(period.first().plusDays(day), one.day(day).presence()));
        }
        return new ConsultantFigures(name, days, total.presence());
    }
}
