package org.infolinia.desk.floor;

import java.util.List;
import org.infolinia.hotline.talk.OngoingTalk;
import org.infolinia.hotline.talk.OngoingTalks;

/** Keeps the floor's conversations in a store, which gives them back once, at the start. Called by one thread. */
public final class TalkKeeper {

    private final Floor floor;
    private final OngoingTalks store;
    private List<OngoingTalk> kept = List.of();
    private boolean read;

    public TalkKeeper(Floor floor, OngoingTalks store) {
        this.floor = floor;
        this.store = store;
    }

    /** To be called all the time; what fails is done at the next call. */
    public void look() {
        if (!read) {
            kept = store.all();
            floor.remembers(kept);
            read = true;
        }
        // Until Asterisk has been read, what goes on is what was kept.
        if (floor.view().silence().isPresent()) {
            return;
        }
        List<OngoingTalk> now = floor.talks();
        if (!now.equals(kept)) {
            store.keep(now);
            kept = now;
        }
    }
}
