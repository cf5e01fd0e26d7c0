package org.infolinia.hotline.queue;

import java.time.Duration;
import java.util.Optional;
import org.infolinia.hotline.callback.CallbackRules;

/**
 * What holds for callers of all queues while they wait.
 *
 * @param afterClosing how long those in line at closing time are still served; whole seconds
 * @param callback     how they are called back; empty where the hotline does not offer it
 */
public record WaitingRules(Duration afterClosing, Optional<CallbackRules> callback) {

    /** Where hotline.xml says nothing: served to their queue's own longest wait, no call-backs. */
    public static final WaitingRules DEFAULT = new WaitingRules(Duration.ofHours(2), Optional.empty());

    /** @throws IllegalArgumentException when the time is negative */
    public WaitingRules {
        if (afterClosing.isNegative()) {
            throw new IllegalArgumentException("served " + afterClosing + " after closing time");
        }
    }
}
