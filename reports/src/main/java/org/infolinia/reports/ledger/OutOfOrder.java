package org.infolinia.reports.ledger;

/**
 * Lines that stand more than a minute late and were taken as they came, since time jumps back too often to be mended.
 *
 * @param lines how many; 0 where all is well
 * @param file  name of the file the first of them is in, without its folder; empty where there is none
 * @param line  its number, 1 is the first of the file; 0 where there is none
 */
public record OutOfOrder(long lines, String file, long line) {

    /** Time jumps back so often and all is still put in order. */
    public static final int MOST_MENDED = QueueLogPass.MOST_JUMPS;

    static final OutOfOrder NONE = new OutOfOrder(0, "", 0);

    /** One line more; the first stays. */
    OutOfOrder with(String nextFile, long nextLine) {
        return lines == 0 ? new OutOfOrder(1, nextFile, nextLine) : new OutOfOrder(lines + 1, file, line);
    }
}
