package org.infolinia.desk.presence;

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
    public static Optional<Device> of(Optional<String> word) {
        return word.flatMap(one -> switch (one) {
            case "browser" -> Optional.of(BROWSER);
            case "telephone" -> Optional.of(TELEPHONE);
            default -> Optional.empty();
        });
    }

    public String word() {
        return this == BROWSER ? "browser" : "telephone";
    }
}
