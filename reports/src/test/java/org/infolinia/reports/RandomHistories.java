package org.infolinia.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.infolinia.hotline.calls.Outcome;

/**
 * Lawful call histories by the dice: what happened, and the lines Asterisk would have written.
 *
 * <p>Steps of a call take a second or more, so that its lines have one order.
 */
public final class RandomHistories {

    /** Noon of 2026-11-01 in Warsaw. */
    private static final long BEGINNING = 1793530800;

    private static final String[] QUEUES = {"nis2", "general"};
    private static final int[] RING_SECONDS = {15, 20};
    private static final String[] CONSULTANTS = {"anna", "bartosz", "cezary", "dorota"};
    private static final int EARLY = 10;

    private final Random dice;
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

    /** A line of the queue log. */
    public record Line(long at, String text) {}

    public RandomHistories(long seed, int calls) {
        dice = new Random(seed);
        for (int i = 0; i < calls; i++) {
            long arrived = BEGINNING + dice.nextInt(20 * 86_400);
            String id = arrived - dice.nextInt(30) + "." + i;
            histories.put(id, new Visit(id, arrived).happen());
        }
        lines.sort(Comparator.comparingLong(Line::at));
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
            this.arrived = arrived;
            this.now = arrived;
        }

        History happen() {
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
                    Duration.ofSeconds(end < 0 ? 0 : end - arrived),
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
            long since = now;
            pass(dice.nextBoolean() ? EARLY + 2 : 900);
            long seconds = now - since;
            talk += seconds;
            switch (dice.nextInt(4)) {
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
                default -> {
                    write(queue, consultant, "ATTENDEDTRANSFER|APP|Queue|9|" + seconds + "|1");
                    return goesOn();
                }
            }
            return false;
        }

        private void leave(String queue, String event, Outcome how) {
            write(queue, "NONE", event);
            lastLeave = now;
            outcome = how;
        }

        private boolean goesOn() {
            pass(120);
            return dice.nextBoolean();
        }

        private void pass(int most) {
            now += 1 + dice.nextInt(most);
        }

        private String consultant() {
            return CONSULTANTS[dice.nextInt(CONSULTANTS.length)];
        }

        private void write(String queue, String consultant, String event) {
            lines.add(new Line(now, now + "|" + id + "|" + queue + "|" + consultant + "|" + event));
        }
    }
}
