package org.infolinia.reports.calls;

import java.util.ArrayList;
import java.util.List;
import org.infolinia.hotline.calls.Conversation.EndedBy;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.ledger.QueueEvent;

/**
 * What a call's lines tell beyond its figures: each stay in a queue, each conversation, each offer not taken.
 *
 * <p>Told by {@link OpenCall}, which decides; so figures and details never disagree.
 */
public final class CallTrail {

    private final List<Stay> stays = new ArrayList<>(1);
    private final List<Talk> talks = new ArrayList<>(1);
    private final List<Offered> offers = new ArrayList<>(0);
    /** Rejected offers of the latest second with any, and of the one before: a timeout may still excuse them. */
    private List<Offered> latest = new ArrayList<>(0);

    private List<Offered> before = new ArrayList<>(0);

    CallTrail() {}

    /** One stay in a queue; times are seconds of the epoch. */
    public static final class Stay {

        private final int queue;
        private final long joined;
        private long left;
        private Outcome outcome = Outcome.REMOVED;
        private boolean open = true;

        Stay(int queue, long joined) {
            this.queue = queue;
            this.joined = joined;
            this.left = joined;
        }

        /** Place of the queue among the known ones. */
        public int queue() {
            return queue;
        }

        public long joined() {
            return joined;
        }

        /** When it ended; the joining where the log has no end. */
        public long left() {
            return left;
        }

        public Outcome outcome() {
            return outcome;
        }
    }

    /** One conversation; times are seconds of the epoch. */
    public static final class Talk {

        private final long leg;
        private final int queue;
        private final long consultant;
        private final long began;
        private long seconds = -1;
        private EndedBy endedBy = EndedBy.UNKNOWN;

        Talk(long began, long leg, int queue, long consultant) {
            this.began = began;
            this.leg = leg;
            this.queue = queue;
            this.consultant = consultant;
        }

        void end(long at, QueueEvent how) {
            seconds = Math.max(0, at - began);
            endedBy = switch (how) {
                case COMPLETEAGENT -> EndedBy.CONSULTANT;
                case COMPLETECALLER -> EndedBy.CALLER;
                case LINELOST -> EndedBy.UNKNOWN;
                default -> EndedBy.TRANSFER;
            };
        }

        /** Key of the call id that its CONNECT bears. */
        public long leg() {
            return leg;
        }

        /** Place of the queue among the known ones. */
        public int queue() {
            return queue;
        }

        /** The number that stands for the consultant. */
        public long consultant() {
            return consultant;
        }

        public long began() {
            return began;
        }

        /** How long it was; -1 where its end is nowhere in the log. */
        public long seconds() {
            return seconds;
        }

        public EndedBy endedBy() {
            return endedBy;
        }
    }

    /** One offer that was not taken. */
    public static final class Offered {

        private final long at;
        private final int queue;
        private final long consultant;
        private final long ringMillis;
        private Offer.Response response;

        Offered(long at, int queue, long consultant, long ringMillis, Offer.Response response) {
            this.at = at;
            this.queue = queue;
            this.consultant = consultant;
            this.ringMillis = ringMillis;
            this.response = response;
        }

        /** When it ended, seconds of the epoch. */
        public long at() {
            return at;
        }

        /** Place of the queue among the known ones. */
        public int queue() {
            return queue;
        }

        /** The number that stands for the consultant. */
        public long consultant() {
            return consultant;
        }

        public long ringMillis() {
            return ringMillis;
        }

        public Offer.Response response() {
            return response;
        }
    }

    void joined(long at, int queue) {
        stays.add(new Stay(queue, at));
    }

    /** Ends the earliest stay in the queue that has no end; without one, the line tells of no stay. */
    void left(long at, int queue, Outcome how) {
        for (Stay stay : stays) {
            if (stay.open && stay.queue == queue) {
                stay.open = false;
                stay.left = Math.max(stay.joined, at);
                stay.outcome = how;
                return;
            }
        }
    }

    Talk talks(long at, long leg, int queue, long consultant) {
        Talk talk = new Talk(at, leg, queue, consultant);
        talks.add(talk);
        return talk;
    }

    Offered offered(long at, int queue, long consultant, long ringMillis, Offer.Response response) {
        Offered offer = new Offered(at, queue, consultant, ringMillis, response);
        offers.add(offer);
        return offer;
    }

    void rejected(Offered offer) {
        offer.response = Offer.Response.REJECTED;
    }

    /**
     * A rejected offer that a timeout may excuse.
     *
     * @param alone none before it may be excused any more
     * @param next  it is the first of a new second, behind those that are now of the one before
     */
    void excusable(Offered offer, boolean alone, boolean next) {
        if (alone) {
            before = new ArrayList<>(0);
            latest = new ArrayList<>(1);
        } else if (next) {
            before = latest;
            latest = new ArrayList<>(1);
        }
        latest.add(offer);
    }

    void excuseLatest() {
        excuse(latest);
    }

    void excuseBefore() {
        excuse(before);
    }

    private static void excuse(List<Offered> offers) {
        offers.forEach(offer -> offer.response = Offer.Response.MISSED);
        offers.clear();
    }

    /** In the order of their lines. */
    public List<Stay> stays() {
        return List.copyOf(stays);
    }

    /** In the order of their lines. */
    public List<Talk> talks() {
        return List.copyOf(talks);
    }

    /** In the order of their lines. */
    public List<Offered> offers() {
        return List.copyOf(offers);
    }
}
