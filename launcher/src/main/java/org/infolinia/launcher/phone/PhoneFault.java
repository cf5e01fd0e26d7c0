package org.infolinia.launcher.phone;

import org.jspecify.annotations.Nullable;

/** A telephone of ours cannot do its part: SIPp or Asterisk is missing, away or refuses; one sentence says which. */
public final class PhoneFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PhoneFault(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
