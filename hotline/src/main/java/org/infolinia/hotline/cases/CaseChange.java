package org.infolinia.hotline.cases;

import java.time.Instant;

/**
 * One change of a case. What one person writes into one field without a longer pause is one.
 *
 * @param at     of its end
 * @param who    sign-in name
 * @param what   a field's word, or {@link #CONTACT}
 * @param was    before; of a contact, the number of the case that it was moved from
 * @param became after; of a contact, the number of the case that it was moved to
 */
public record CaseChange(Instant at, String who, String what, String was, String became) {

    /** So much of a long text the history tells, with one sign more where there is more. */
    public static final int BEGINNING = 300;

    /** A contact was moved from one case to another. */
    public static final String CONTACT = "contact";
}
