package org.infolinia.agi.rendering;

import java.nio.file.Path;

/**
 * What the generated files say that is not in hotline.xml.
 *
 * @param agiServer   host:port of our FastAGI server, as Asterisk reaches it
 * @param recordings  folder for recordings of conversations, absolute
 * @param development whether testers may pretend another time of arrival
 * @param firstYear   first year whose closed days are written down
 * @param years       how many years of them, 1 to 20; on the days after them only weekdays and hours count
 */
public record DialplanSettings(String agiServer, Path recordings, boolean development, int firstYear, int years) {

    /** @throws IllegalArgumentException when a value is out of bounds or not fit for a dialplan */
    public DialplanSettings {
        SafeText.address("FastAGI server", agiServer);
        SafeText.path("folder for recordings", recordings.toString());
        if (!recordings.isAbsolute()) {
            throw new IllegalArgumentException("folder for recordings \"" + recordings + "\": has to be absolute");
        }
        if (firstYear < 2000 || firstYear > 9000 || years < 1 || years > 20) {
            throw new IllegalArgumentException("closed days of " + years + " years from " + firstYear);
        }
    }
}
