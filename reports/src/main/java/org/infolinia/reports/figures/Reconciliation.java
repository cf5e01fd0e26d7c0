package org.infolinia.reports.figures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call about which the queue log and the CDR do not agree, or about which the queue log lacks something.
 *
 * @param callId   linked id, as Asterisk spells it
 * @param kind     what is wrong
 * @param queueLog what the queue log says; null where it has nothing
 * @param cdr      what the CDR says; null where it has nothing, or was not asked
 */
public record Reconciliation(
        String callId,
        Kind kind,
        @Nullable String queueLog,
        @Nullable String cdr) {

    /** What is wrong. */
    public enum Kind {
        /** Received by the CDR, and no line of the queue log says what became of it. */
        ONLY_IN_CDR,
        /** In the queue log, and no inbound call of the CDR. */
        ONLY_IN_QUEUE_LOG,
        /** Lines of a queue, and no ENTERQUEUE. */
        NO_ENTER_QUEUE,
        /** A CONNECT without the end of its conversation: its talk is not in the sum. */
        CONVERSATION_WITHOUT_END;

        /** As the report spells it, such as {@code onlyInCdr}. */
        public String spelled() {
            StringBuilder spelled = new StringBuilder();
            boolean capital = false;
            for (char c : name().toCharArray()) {
                if (c == '_') {
                    capital = true;
                } else {
                    spelled.append(capital ? c : String.valueOf(c).toLowerCase(Locale.ROOT));
                    capital = false;
                }
            }
            return spelled.toString();
        }
    }
}
