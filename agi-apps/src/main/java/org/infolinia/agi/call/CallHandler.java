package org.infolinia.agi.call;

import org.infolinia.hotline.ivr.CallerHungUp;

/** Serves one kind of request that the dialplan makes; called by many threads at once. */
@FunctionalInterface
public interface CallHandler {

    /**
     * Serves one call to its end. Returning without {@link InboundCall#leave} sends the caller to the dialplan's
     * fallback.
     *
     * @throws CallerHungUp when the caller left on the way
     */
    void handle(InboundCall call) throws CallerHungUp;
}
