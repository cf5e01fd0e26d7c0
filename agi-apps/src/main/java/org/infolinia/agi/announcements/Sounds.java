package org.infolinia.agi.announcements;

import java.util.List;
import org.infolinia.hotline.Language;

/** What the announcements of one hotline sound like. */
@FunctionalInterface
public interface Sounds {

    /**
     * The sounds of these announcements, in order. One that is missing is made on the spot; what cannot be made in
     * time is left out. Takes at most 3 s, and no time worth naming where nothing is missing.
     *
     * @param announcements ids; also of {@link BuiltInSounds} under {@code infolinia/}, without that
     */
    List<Sound> find(List<String> announcements, Language language);
}
