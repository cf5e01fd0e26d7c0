package org.infolinia.reports.ledger;

/** Whoever folds the lines of the queue log; told each line once, in order of time. */
@FunctionalInterface
public interface LedgerLines {

    /**
     * One line. Plain numbers, since there are millions and most live for nanoseconds.
     *
     * @param at         whole seconds of the epoch; no earlier than the line before, but for a single stray line
     * @param call       key of the call id, see {@link CallIds}; {@link CallIds#NO_CALL} where the line names none
     * @param queue      place of the queue in {@link KnownQueues}; {@link KnownQueues#NO_QUEUE} where it names none
     * @param consultant a number that stands for the agent field: equal for equal names
     * @param ringMillis RINGNOANSWER: how long the telephone rang, in milliseconds; lines of consultants: place of the
     *                   reason in {@link MemberTexts}; 0 elsewhere
     */
    void line(long at, QueueEvent event, long call, int queue, long consultant, int ringMillis);

    /**
     * Many lines at once. A fold of millions brings the same loop for itself: in one that all folds share, each would be
     * compiled together with the others, and again whenever another comes.
     */
    default void lines(OrderedLines lines) {
        for (int i = 0; i < lines.size(); i++) {
            line(lines.at(i), lines.event(i), lines.call(i), lines.queue(i), lines.consultant(i), lines.ringMillis(i));
        }
    }
}
