package org.infolinia.launcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again, whatever befalls it; a fault is told once, and that it is gone. */
final class Persevering implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Persevering.class);

    private final String name;
    private final Runnable work;
    private String trouble = "";

    /** @param name as the log tells it */
    Persevering(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
            if (!trouble.isEmpty()) {
                LOG.info("{} goes on", name);
            }
            trouble = "";
        } catch (RuntimeException fault) { // the edge: the next time may go well
            String why = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
            if (!why.equals(trouble)) {
                LOG.error("{} does not come on, and is tried again: {}", name, why);
                LOG.debug("{} does not come on", name, fault);
            }
            trouble = why;
        }
    }
}
