package org.infolinia.hotline.talk;

import java.util.List;

/** The conversations that go on, kept so that services which start in the middle of one know whose it is. */
public interface OngoingTalks {

    /** Those kept last, in no order. */
    List<OngoingTalk> all();

    /** Keeps these, and none that was kept before. */
    void keep(List<OngoingTalk> talks);
}
