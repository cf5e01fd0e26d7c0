package org.infolinia.launcher;

import org.infolinia.agi.announcements.BuiltInSounds;
import org.infolinia.agi.number.NumberHandler;
import org.infolinia.agi.studio.StudioHandler;
import org.infolinia.agi.waiting.QueueEntryHandler;

/** All that the program's own features say in calls, besides the announcements of hotline.xml. */
public final class OwnWords {

    private OwnWords() {}

    /** Each feature brings a file of texts; here is where they come together. */
    public static BuiltInSounds all() {
        return BuiltInSounds.read(StudioHandler.class, "words.properties")
                .with(BuiltInSounds.read(QueueEntryHandler.class, "words.properties"))
                .with(BuiltInSounds.read(NumberHandler.class, "outbound.properties"));
    }
}
