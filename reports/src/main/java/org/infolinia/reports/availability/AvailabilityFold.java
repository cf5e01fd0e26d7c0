package org.infolinia.reports.availability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.reports.figures.ReportDays;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerLines;
import org.infolinia.reports.ledger.LongMap;
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

    private static final int UNKNOWN = -1;

    /** What ADDMEMBER says of those who join on a break. */
    private static final String JOINS_PAUSED = "PAUSED";

    private final ReportPeriod period;
    private final Span span;
    private final MemberTexts texts;
    private final ReportDays byMoment;
    private final List<Consultant> consultants = new ArrayList<>();
    /** Their places in the list by their numbers. */
    private final LongMap places = new LongMap();

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
        this.byMoment = period.daysByMoment();
        this.coverage = new CoverageCount(period, hours);
    }

    @Override
    public void line(long at, QueueEvent event, long call, int queue, long consultant, int reason) {
        // A stray line of an earlier second counts for the latest one: time never goes back here.
        latest = Math.max(latest, at);
        if (event == QueueEvent.QUEUESTART) {
            consultants.forEach(Consultant::dropTalks);
            return;
        }
        boolean ofQueue = queue != KnownQueues.NO_QUEUE;
        boolean changes =
                event == QueueEvent.PAUSEALL || event == QueueEvent.UNPAUSEALL || ofQueue && event.isOfConsultant();
        boolean connects = ofQueue && event == QueueEvent.CONNECT;
        if (!changes && !connects && !(ofQueue && event.endsTalk())) {
            return;
        }
        Consultant one = consultant(consultant);
        if (changes) {
            change(one, event, queue, reason);
        } else if (connects) {
            hear(one, queue);
            one.connect(latest, call, queue);
        } else {
            one.endTalk(latest, call, queue, (from, to) -> byDay(one, from, to, PresenceCount::addTalking));
        }
    }

    @Override
    public void lines(OrderedLines lines) {
        for (int i = 0; i < lines.size(); i++) {
            line(lines.at(i), lines.event(i), lines.call(i), lines.queue(i), lines.consultant(i), lines.ringMillis(i));
        }
    }

    private Consultant consultant(long number) {
        int place = (int) places.get(number, UNKNOWN);
        if (place != UNKNOWN) {
            return consultants.get(place);
        }
        Consultant first = new Consultant(number, byMoment.count());
        places.put(number, consultants.size());
        consultants.add(first);
        return first;
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
            one.day(byMoment.day(at)).estimate();
        }
    }

    private void byDay(Consultant one, long from, long to, Days days) {
        long rest = Math.max(from, span.from());
        long end = Math.min(to, span.to());
        while (rest < end) {
            int day = byMoment.day(rest);
            long dayEnd = Math.min(end, byMoment.end(day));
            days.add(one.day(day), dayEnd - rest);
            rest = dayEnd;
        }
    }

    /** All lines are in. */
    public Availability figures() {
        long end = Math.min(latest, span.to());
        List<ConsultantFigures> figures = new ArrayList<>();
        // Those of the same name in an order that the files they came from do not tell.
        consultants.sort(Comparator.comparingLong(Consultant::number));
        consultants.forEach(one -> {
            count(one, end);
            if (one.isLoggedIn() && end < span.to()) {
                estimate(one, end - 1);
            }
            ConsultantFigures told = figures(texts.name(one.number()), one);
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
        for (int day = 0; day < byMoment.count(); day++) {
            total.add(one.day(day));
            days.add(new PresenceDay(period.first().plusDays(day), one.day(day).presence()));
        }
        return new ConsultantFigures(name, days, total.presence());
    }
}
