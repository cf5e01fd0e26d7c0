package org.infolinia.hotline.callback;

import java.time.Instant;
import java.util.Optional;

/**
 * A call-back as it stands in the list.
 *
 * @param callback   what was asked for
 * @param state      how far it has come
 * @param attempts   so far, one in progress included
 * @param last       what came of the last attempt that is over
 * @param consultant who has taken it, or had it last
 * @param notBefore  first moment of the next attempt; whole seconds
 */
public record ListedCallback(
        Callback callback,
        CallbackState state,
        int attempts,
        Optional<AttemptResult> last,
        Optional<String> consultant,
        Instant notBefore) {}
