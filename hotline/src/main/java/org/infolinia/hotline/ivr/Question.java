package org.infolinia.hotline.ivr;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a caller is asked for keys.
 *
 * @param say      announcement ids, at least one; said again with each further try
 * @param bargeIn  whether a key pressed while they are said cuts them short; otherwise it is dropped
 * @param patience how long to wait for a key after the last word, or after the key before it
 * @param tries    how often the question is asked in all; 1 or more
 * @param invalid  announcement said before another try when the keys were of no use
 * @param silence  announcement said before another try when no key came
 */
public record Question(
        List<String> say,
        boolean bargeIn,
        Duration patience,
        int tries,
        Optional<String> invalid,
        Optional<String> silence) {

    public Question {
        say = List.copyOf(say);
    }
}
