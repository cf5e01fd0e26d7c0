package org.infolinia.hotline.editing;

import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.xml.HotlineRefused;

/** What else is asked of a hotline before it may come into force on this box. */
@FunctionalInterface
public interface Suitability {

    /** @throws HotlineRefused when it may not; says why */
    void check(Hotline hotline) throws HotlineRefused;
}
