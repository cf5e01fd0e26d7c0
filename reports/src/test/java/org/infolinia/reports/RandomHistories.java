package org.infolinia.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.infolinia.hotline.calls.Outcome;

/**
 * Lawful call histories by the dice: what happened, and the lines Asterisk would have written.
 *
 * <p>Steps of a call take a second or more, so that its lines have one order. Where Asterisk stops and starts, whatever
 * went on breaks off.
 */
public final class RandomHistories {

    private static final String[] QUEUES = {"nis2", "general"};
    private static final int[] RING_SECONDS = {15, 20};
    private static final String[] CONSULTANTS = {"anna", "bartosz", "cezary", "dorota"};
    private static final int EARLY = 10;

    /** Seconds that a start takes: nothing is written meanwhile. */
    private static final int START = 5;

    private static final DateTimeFormatter CDR_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Random dice;
    private final TreeSet<Long> starts = new TreeSet<>();
    private final List<Line> records = new ArrayList<>();
    private final Season season;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, History> histories = new TreeMap<>();

    /** What happened to one caller. */
    public record History(
            Instant arrived,
            Outcome outcome,
            Duration waitTime,
            Duration talkTime,
            int rejectedOffers,
            int missedOffers,
            int dumped,
            int hungUpEarly,
            int endedByConsultant) {}

    /** A line of the queue log or of the CDR. */
    public record Line(long at, String text) {}

    /**
     * When callers call.
     *
     * @param beginning seconds of the epoch
     * @param seconds   how long
     * @param starts    how often Asterisk stops and starts meanwhile
     * @param withCdr   whether there is a CDR, which joins call ids of transferred calls
     */
    public record Season(long beginning, int seconds, int starts, boolean withCdr) {

        /** From noon of 2026-11-01 in Warsaw, without a CDR. */
        static final Season NOVEMBER = new Season(1793530800, 20 * 86_400, 0, false);
        /** The evening before the night of 2026-03-29, which is an hour shorter, and two days more. */
        static final Season SPRING = new Season(1774720800, 2 * 86_400, 2, true);
        /** The evening before the night of 2026-10-25, which is an hour longer, and two days more. */
        static final Season AUTUMN = new Season(1792861200, 2 * 86_400, 2, true);
        /** The last evening of October and the first night of November. */
        static final Season MONTHS_END = new Season(1793473200, 36_000, 1, true);
    }

    public RandomHistories(long seed, int calls) {
        this(seed, calls, Season.NOVEMBER);
    }

    public RandomHistories(long seed, int calls, Season season) {
        this.season = season;
        dice = new Random(seed);
        for (int i = 0; i < season.starts; i++) {
            starts.add(season.beginning + dice.nextInt(season.seconds));
        }
        for (long start : starts) {
            lines.add(new Line(start, start + "|NONE|NONE|NONE|QUEUESTART|"));
        }
        for (int i = 0; i < calls; i++) {
            long arrived = awake(season.beginning + dice.nextInt(season.seconds));
            String id = arrived - dice.nextInt(30) + "." + i;
            histories.put(id, new Visit(id, arrived).happen());
        }
        lines.sort(Comparator.comparingLong(Line::at));
        records.sort(Comparator.comparingLong(Line::at));
    }

    /** That moment, or the first in which Asterisk works again. */
    private long awake(long moment) {
        Long start = starts.ceiling(moment - 1);
        return start != null && start - moment < START ? awake(start + 2) : moment;
    }

    /** Lines of Master.csv, in order of time. */
    public List<Line> records() {
        return records;
    }

    /** Asterisk stopped in the middle of a call. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopped() {
            super("", null, false, false);
        }
    }

    /** In order of time. */
    public List<Line> lines() {
        return lines;
    }

    public Map<String, History> histories() {
        return histories;
    }

    public static String log(List<Line> lines) {
        StringBuilder log = new StringBuilder();
        lines.forEach(line -> log.append(line.text).append('\n'));
        return log.toString();
    }

    private final class Visit {

        private final String id;
        private final long arrived;
        private final long stop;
        /** The call id of its lines: the consultant's, once they have transferred the call. */
        private String leg;

        private int legs;
        private long joined = -1;
        private boolean waiting;
        private long now;
        private long firstConnect = -1;
        private long lastLeave = -1;
        private Outcome outcome = Outcome.REMOVED;
        private long talk;
        private int rejected;
        private int missed;
        private int dumped;
        private int early;
        private int byConsultant;

        Visit(String id, long arrived) {
            this.id = id;
            this.leg = id;
            this.arrived = arrived;
            this.now = arrived;
            Long start = starts.ceiling(arrived);
            this.stop = start == null ? Long.MAX_VALUE : start - START + 2;
        }

        History happen() {
            long inCdr = arrived - dice.nextInt(20);
            History history = histories();
            if (season.withCdr) {
                record(inCdr, id);
                return new History(
                        Instant.ofEpochSecond(inCdr),
                        history.outcome,
                        history.waitTime,
                        history.talkTime,
                        history.rejectedOffers,
                        history.missedOffers,
                        history.dumped,
                        history.hungUpEarly,
                        history.endedByConsultant);
            }
            return history;
        }

        private History histories() {
            try {
                return live();
            } catch (Stopped stopped) {
                return history(firstConnect >= 0 ? Outcome.ANSWERED : waiting ? Outcome.REMOVED : outcome);
            }
        }

        private History live() {
            int before = dice.nextInt(20);
            if (before == 0) {
                write("NONE", "NONE", "CLOSED|221000100");
                return history(Outcome.CLOSED_HOURS);
            }
            if (before == 1) {
                write("NONE", "NONE", "LEFTIVR|menu");
                return history(Outcome.LEFT_IN_IVR);
            }
            if (before == 2) {
                write("nis2", "NONE", "REFUSED|FULL");
                return history(Outcome.REFUSED);
            }
            boolean again = true;
            while (again) {
                again = queue(dice.nextInt(QUEUES.length));
            }
            return history(firstConnect >= 0 ? Outcome.ANSWERED : outcome);
        }

        private History history(Outcome how) {
            long end = firstConnect >= 0 ? firstConnect : lastLeave;
            return new History(
                    Instant.ofEpochSecond(arrived),
                    how,
                    Duration.ofSeconds(end < 0 ? 0 : end - joined),
                    Duration.ofSeconds(talk),
                    rejected,
                    missed,
                    dumped,
                    early,
                    byConsultant);
        }

        /** One stay in a queue; whether the caller goes on to another. */
        private boolean queue(int which) {
            String queue = QUEUES[which];
            write(queue, "NONE", "ENTERQUEUE||48600100200|1");
            joined = joined < 0 ? now : joined;
            waiting = true;
            for (int offers = dice.nextInt(4); offers > 0; offers--) {
                offer(queue, RING_SECONDS[which]);
            }
            pass(60);
            switch (dice.nextInt(9)) {
                case 0 -> leave(queue, "ABANDON|1|1|9", Outcome.ABANDONED);
                case 1 -> {
                    // Two seconds behind the last ring, so that it is excused only where the timeout cut it.
                    pass(1);
                    if (dice.nextBoolean()) {
                        write(queue, consultant(), "RINGNOANSWER|" + dice.nextInt(RING_SECONDS[which]) * 1000);
                        missed++;
                    }
                    leave(queue, "EXITWITHTIMEOUT|1|1|9", Outcome.TIMED_OUT);
                    return goesOn();
                }
                case 2 -> {
                    leave(queue, "EXITWITHKEY|1|1|1|9", Outcome.EXITED_BY_KEY);
                    return goesOn();
                }
                case 3 -> {
                    leave(
                            queue,
                            List.of("EXITEMPTY|1|1|9", "WITHDRAW|1|1|9|", "SYSCOMPAT|")
                                    .get(dice.nextInt(3)),
                            Outcome.REMOVED);
                    return goesOn();
                }
                default -> {
                    return talk(queue);
                }
            }
            return false;
        }

        private void offer(String queue, int ring) {
            String consultant = consultant();
            pass(5);
            switch (dice.nextInt(4)) {
                case 0 -> {
                    write(queue, consultant, "AGENTDUMP|");
                    dumped++;
                }
                case 1 -> {
                    write(queue, consultant, "RINGNOANSWER|" + ring * 1000);
                    missed++;
                }
                case 2 -> write(queue, consultant, "RINGCANCELED|3000");
                default -> {
                    write(queue, consultant, "RINGNOANSWER|" + dice.nextInt(ring) * 1000);
                    rejected++;
                }
            }
        }

        private boolean talk(String queue) {
            String consultant = consultant();
            write(queue, consultant, "CONNECT|9|" + now + ".999999|5");
            firstConnect = firstConnect < 0 ? now : firstConnect;
            waiting = false;
            return converse(queue, consultant);
        }

        /** Whether the caller goes on to another queue. */
        private boolean converse(String queue, String consultant) {
            long since = now;
            pass(dice.nextBoolean() ? EARLY + 2 : 900);
            long seconds = now - since;
            talk += seconds;
            switch (dice.nextInt(5)) {
                case 0 -> write(queue, consultant, "COMPLETECALLER|9|" + seconds + "|1");
                case 1 -> {
                    write(queue, consultant, "COMPLETEAGENT|9|" + seconds + "|1");
                    byConsultant++;
                    early += seconds <= EARLY ? 1 : 0;
                }
                case 2 -> {
                    write(queue, consultant, "BLINDTRANSFER|8002|internal|9|" + seconds + "|1");
                    return goesOn();
                }
                case 3 -> {
                    write(queue, consultant, "COMPLETEAGENT|9|" + seconds + "|1");
                    return loseLine(queue, consultant);
                }
                default -> {
                    write(queue, consultant, "ATTENDEDTRANSFER|APP|Queue|9|" + seconds + "|1");
                    if (season.withCdr && dice.nextBoolean()) {
                        leg = now + "." + (dice.nextInt(100_000) + 1_000) + legs++;
                        record(now, leg);
                    }
                    return goesOn();
                }
            }
            return false;
        }

        /** The consultant's page is gone, written a moment before the end to some seconds after; perhaps it is back. */
        private boolean loseLine(String queue, String consultant) {
            write(now - 1 + dice.nextInt(7), queue, consultant, "LINELOST|");
            // Before anything else is written of the call.
            now += 5;
            pass(6);
            if (dice.nextInt(3) == 0) {
                return false;
            }
            pass(30);
            write(queue, "NONE", "ENTERQUEUE||48600100200|1");
            write(queue, consultant, "CONNECT|0|" + now + ".999999|0");
            return converse(queue, consultant);
        }

        private void leave(String queue, String event, Outcome how) {
            write(queue, "NONE", event);
            lastLeave = now;
            waiting = false;
            outcome = how;
        }

        private boolean goesOn() {
            pass(120);
            return dice.nextBoolean();
        }

        private void pass(int most) {
            now += 1 + dice.nextInt(most);
            if (now > stop) {
                throw new Stopped();
            }
        }

        private String consultant() {
            return CONSULTANTS[dice.nextInt(CONSULTANTS.length)];
        }

        private void record(long start, String uniqueId) {
            String time = CDR_TIME.format(Instant.ofEpochSecond(start));
            records.add(new Line(
                    start,
                    "\"infolinia-in\",\"48600100200\",\"221000100\",\"infolinia-inbound\",\"\"\"Jan\"\" <48600100200>\","
                            + "\"PJSIP/trunk-01\",\"\",\"Queue\",\"nis2,,,,300\",\"" + time + "\",\"" + time + "\",\""
                            + time
                            + "\",9,9,\"ANSWERED\",\"DOCUMENTATION\",\"" + uniqueId + "\",\"\",\"\",\"" + id
                            + "\",12"));
        }

        private void write(String queue, String consultant, String event) {
            write(now, queue, consultant, event);
        }

        private void write(long at, String queue, String consultant, String event) {
            lines.add(new Line(at, at + "|" + leg + "|" + queue + "|" + consultant + "|" + event));
        }
    }
}
