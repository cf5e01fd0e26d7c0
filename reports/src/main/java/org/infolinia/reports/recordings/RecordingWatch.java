package org.infolinia.reports.recordings;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.recording.RecordingRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether conversations are recorded as they should be; says so once when that changes. */
public final class RecordingWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingWatch.class);

    /** Of which conversations the share is told. */
    private static final Duration PERIOD = Duration.ofHours(24);

    private final Supplier<Optional<RecordingRules>> rules;
    private final RecordingFolder folder;
    private final Supplier<FinishedCalls> calls;
    private final Clock clock;

    private volatile String problem = "";
    private volatile RecordedShare share = new RecordedShare(0, 0);

    /**
     * @param rules asked at each look
     * @param calls likewise, since the database may be away at first
     */
    public RecordingWatch(
            Supplier<Optional<RecordingRules>> rules,
            RecordingFolder folder,
            Supplier<FinishedCalls> calls,
            Clock clock) {
        this.rules = rules;
        this.folder = folder;
        this.calls = calls;
        this.clock = clock;
    }

    /** Looks anew. */
    public void look() {
        String now;
        try {
            now = rules.get().isEmpty()
                    ? "nothing is recorded: hotline.xml has no <recording>, with legal basis and retention"
                    : shareOfLately();
        } catch (IOException fault) {
            now = "the recordings cannot be looked at: " + fault.getMessage();
        }
        if (!now.equals(problem)) {
            if (now.isEmpty()) {
                LOG.info("every conversation of the last 24 hours has its recording again");
            } else {
                LOG.warn("{}", now);
            }
            problem = now;
        }
    }

    private String shareOfLately() throws IOException {
        Instant now = clock.instant();
        share = RecordedShare.between(
                now.minus(PERIOD),
                now,
                folder,
                calls.get(),
                missing -> LOG.debug("no playable recording of leg {}", missing.legId()));
        return share.isWhole()
                ? ""
                : (share.conversations() - share.playable()) + " of " + share.conversations()
                        + " conversations of the last 24 hours have no playable recording:"
                        + " ./infolinia recordings list shows which";
    }

    /** What is wrong, in one sentence; empty where all is as it should be. */
    public Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    /** Share of the last 24 hours' conversations that can be played, 0 to 1; not a number where there were none. */
    public double share() {
        return share.share().orElse(Double.NaN);
    }

    /** Whether hotline.xml has conversations recorded. */
    public boolean isOn() {
        return rules.get().isPresent();
    }
}
