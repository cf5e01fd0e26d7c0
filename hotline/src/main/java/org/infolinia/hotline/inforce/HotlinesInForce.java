package org.infolinia.hotline.inforce;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The edition in force, with the last ones before it, so that a call which comes back goes on in the tree it began in.
 * May be asked by many threads while one brings in another.
 */
public final class HotlinesInForce {

    /** A call that waits for hours comes back to its tree even on a day on which the coordinator saves every few minutes. */
    static final int MOST = 32;

    private final Map<String, HotlineEdition> kept = new LinkedHashMap<>();
    private volatile HotlineEdition current;

    public HotlinesInForce(HotlineEdition first) {
        current = first;
        kept.put(first.version(), first);
    }

    /** What the next call hears. */
    public HotlineEdition current() {
        return current;
    }

    /** The edition of that {@link HotlineEdition#version}; empty when it was never in force here, or too long ago. */
    public Optional<HotlineEdition> byVersion(String version) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(version));
        }
    }

    /** In force from the next call on. */
    public void bringInForce(HotlineEdition edition) {
        synchronized (kept) {
            kept.remove(edition.version());
            kept.put(edition.version(), edition);
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        current = edition;
    }
}
