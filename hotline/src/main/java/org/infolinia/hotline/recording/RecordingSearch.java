package org.infolinia.hotline.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which conversations are looked for.
 *
 * @param from       first moment of it
 * @param to         first moment behind it
 * @param queue      its name, {@code NONE} for calls from none; empty for all
 * @param consultant as the queue log names them; empty for all
 * @param number     last digits of the number of the person outside; empty for all
 * @param shortest   length of the sound, or of the talk where there is none; empty for all
 * @param longest    likewise
 */
public record RecordingSearch(
        Instant from,
        Instant to,
        Optional<String> queue,
        Optional<String> consultant,
        Optional<String> number,
        Optional<Duration> shortest,
        Optional<Duration> longest) {

    /** @throws IllegalArgumentException when the number is anything but digits */
    public RecordingSearch {
        if (number.isPresent() && !number.get().matches("\\d{1,20}")) {
            throw new IllegalArgumentException("a number's last digits: 1 to 20 of them");
        }
    }
}
