package org.infolinia.launcher;

import org.infolinia.agi.announcements.BuiltInSounds;

/** All that the program's own features say in calls, besides the announcements of hotline.xml. */
final class OwnWords {

    private OwnWords() {}

    /** Each feature brings a file of texts; here is where they come together. */
    static BuiltInSounds all() {
        return BuiltInSounds.NONE;
    }
}
