package org.infolinia.desk.live;

import jakarta.ws.rs.container.AsyncResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers pages once there is news: a page says which version it has seen, and asks again when it is told a newer one.
 *
 * <p>No page holds a thread. A change is told a moment later, so that many at once are one answer; without any, a page is
 * answered after a while all the same, which shows both sides that the other is there.
 */
public final class LiveAnswers {

    private static final long PATIENCE_SECONDS = 25;
    private static final long GATHER_MILLIS = 50;

    /** Some pages for each of a hundred people; one more is answered at once, with what there is. */
    private static final int MOST_WAITING = 400;

    private final LongSupplier version;
    private final ScheduledExecutorService thread;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean due;

    private record Waiting(AsyncResponse response, Supplier<?> answer) {}

    /**
     * @param version that is the present one
     * @param thread  that answers
     */
    public LiveAnswers(LongSupplier version, ScheduledExecutorService thread) {
        this.version = version;
        this.thread = thread;
    }

    /**
     * Answers once the version is another than the one seen.
     *
     * @param seen   by the page; also one of before our restart
     * @param answer made when it is given
     */
    public void answer(AsyncResponse response, long seen, Supplier<?> answer) {
        synchronized (waiting) {
            if (version.getAsLong() == seen && waiting.size() < MOST_WAITING) {
                Waiting one = new Waiting(response, answer);
                waiting.add(one);
                response.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
                response.setTimeoutHandler(late -> {
                    synchronized (waiting) {
                        waiting.remove(one);
                    }
                    resume(one);
                });
                return;
            }
        }
        response.resume(answer.get());
    }

    /** There is news, of a version that can be read by now. Returns at once. */
    public void changed() {
        synchronized (waiting) {
            // Whoever asks from now on sees the new version.
            if (waiting.isEmpty() || due) {
                return;
            }
            due = true;
        }
        thread.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tell() {
        List<Waiting> told;
        synchronized (waiting) {
            due = false;
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(LiveAnswers::resume);
    }

    private static void resume(Waiting one) {
        try {
            one.response().resume(one.answer().get());
        } catch (RuntimeException fault) {
            // To whoever asked; the others get theirs.
            one.response().resume(fault);
        }
    }
}
