package org.infolinia.hotline.xml;

import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Language;

/** What a hotline.xml relies on and only the box knows; what is lacking there is a warning, never a refusal. */
public interface OnTheBox {

    /** Where nothing is known of the box: all is taken to be there. */
    OnTheBox UNKNOWN = new OnTheBox() {
        @Override
        public boolean isRecorded(String announcement, Language language) {
            return true;
        }

        @Override
        public Optional<Set<String>> consultants() {
            return Optional.empty();
        }
    };

    /** Whether somebody has recorded the announcement, so that it is not synthesised. */
    boolean isRecorded(String announcement, Language language);

    /** Names of all who have a telephone and may sign in to queues; empty where that is not known. */
    Optional<Set<String>> consultants();
}
