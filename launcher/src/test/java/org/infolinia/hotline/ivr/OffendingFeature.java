package org.infolinia.hotline.ivr;

import org.infolinia.hotline.xml.HotlineFile;

/** Breaks the rule that features know no edge. */
final class OffendingFeature {

    Class<?> edge() {
        return HotlineFile.class;
    }
}
