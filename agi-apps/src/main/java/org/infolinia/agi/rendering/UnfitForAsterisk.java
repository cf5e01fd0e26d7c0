package org.infolinia.agi.rendering;

import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;

/** A hotline in which a name means something else to Asterisk than to us. */
public final class UnfitForAsterisk extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Texts words;

    UnfitForAsterisk(Texts words) {
        super(Remark.inEnglish(words));
        this.words = words;
    }

    /** For a coordinator. */
    public Texts words() {
        return words;
    }
}
