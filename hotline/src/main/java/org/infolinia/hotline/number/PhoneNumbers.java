package org.infolinia.hotline.number;

/** Reads telephone numbers as people write and dial them; called by many threads at once. */
public interface PhoneNumbers {

    /**
     * The number that is meant, if the hotline may dial it.
     *
     * @param typed   national or international ({@code +…}, {@code 00…}), with the usual spaces, brackets and dashes
     * @throws NumberRefused when it is none, or one that the hotline does not dial
     */
    PhoneNumber callable(String typed) throws NumberRefused;
}
