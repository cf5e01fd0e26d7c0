package org.infolinia.desk.presence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of a consultant's telephones rings. */
public enum Device {
    /** The one in the page. */
    BROWSER("PJSIP/desk_"),
    /** One of its own, that the box knows by the consultant's name. */
    TELEPHONE("PJSIP/");

    private final String prefix;

    Device(String prefix) {
        this.prefix = prefix;
    }

    /** Asterisk's name of it. */
    public String of(String consultant) {
        return prefix + consultant;
    }

    /** Which one Asterisk means; empty for an empty name. */
    public static Optional<Device> named(String device) {
        if (device.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(device.startsWith(BROWSER.prefix) ? BROWSER : TELEPHONE);
    }

    /** The one of that word, {@code browser} or {@code telephone}. */
    public static Optional<Device> ofWord(String word) {
        return Arrays.stream(values())
                .filter(device -> device.word().equals(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
