package org.infolinia.hotline.callback;

import java.time.Instant;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.number.PhoneNumber;

/**
 * A caller's wish to be called back.
 *
 * @param linkedId of the call in which it was asked for; identifies it, so that asking again in one call is harmless
 * @param queue    where the caller waited
 * @param language what the caller speaks
 * @param number   to be called; personal data, in no log
 * @param joined   when the caller began to wait; whole seconds
 * @param asked    when it was asked for; whole seconds
 * @param expires  first moment at which it is not called any more; whole seconds
 * @param priority that the caller had in the queue; 0 to 100, each step a minute of waiting
 * @param declined whether the caller declined to be recorded
 */
public record Callback(
        String linkedId,
        QueueName queue,
        Language language,
        PhoneNumber number,
        Instant joined,
        Instant asked,
        Instant expires,
        int priority,
        boolean declined) {

    /**
     * @throws IllegalArgumentException when the linked id is not fit for a channel's name, the times run backwards, or the
     *         priority is out of its bounds
     */
    public Callback {
        if (!linkedId.matches("[0-9A-Za-z._-]{1,80}") || joined.isAfter(asked) || priority < 0 || priority > 100) {
            throw new IllegalArgumentException("call-back \"" + linkedId + "\": joined " + joined + ", asked for "
                    + asked + ", priority " + priority);
        }
    }
}
