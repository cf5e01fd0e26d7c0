package org.infolinia.agi.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.agi.call.StudioLine;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerLine;
import org.infolinia.hotline.ivr.Destination;
import org.infolinia.hotline.libphonenumber.NumberingPlans;
import org.junit.jupiter.api.Test;

class NumberHandlerTest {

    private final NumberHandler handler = new NumberHandler(new NumberingPlans(List.of("+48"), Set.of()));

    @Test
    void numberThatMayBeCalledComesBackInE164() throws Exception {
        assertThat(answers("t-1", "600100200"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("INFOLINIA_NUMBER", "+48600100200", "INFOLINIA_REFUSED", "", "token", "t-1"));
    }

    @Test
    void refusedNumberComesBackAsTheReason() throws Exception {
        assertThat(answers("t-1", "+48700100200"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("INFOLINIA_REFUSED", "PREMIUM", "token", "t-1"));
        assertThat(answers("t-1", "+493012345678")).containsEntry("INFOLINIA_REFUSED", "NOT_ALLOWED");
    }

    @Test
    void withoutTokenOrNumberNothingIsAnswered() throws Exception {
        assertThat(answers()).isEmpty();
        assertThat(answers("t-1")).isEmpty();
        assertThat(answers("to ken", "600100200")).isEmpty();
        assertThat(answers("t-1", "600100200", "more")).isEmpty();
    }

    private Map<String, String> answers(String... arguments) throws Exception {
        Asked call = new Asked(List.of(arguments));
        handler.handle(call);
        return call.answered;
    }

    private static final class Asked implements InboundCall {

        private final List<String> arguments;
        private Map<String, String> answered = Map.of();

        Asked(List<String> arguments) {
            this.arguments = arguments;
        }

        @Override
        public String uniqueId() {
            return "1.1";
        }

        @Override
        public List<String> arguments() {
            return arguments;
        }

        @Override
        public String dialled() {
            return "";
        }

        @Override
        public Optional<Language> language() {
            return Optional.empty();
        }

        @Override
        public CallerLine line(Sounds sounds) {
            throw new AssertionError("nothing is said");
        }

        @Override
        public void set(String variable, String value) {
            throw new AssertionError("nothing is set before the answer");
        }

        @Override
        public List<String> values(List<String> expressions) {
            throw new AssertionError("nothing is asked back");
        }

        @Override
        public StudioLine studioLine(Sounds sounds) {
            throw new AssertionError("nothing is recorded");
        }

        @Override
        public Optional<Instant> pretendedArrival() {
            return Optional.empty();
        }

        @Override
        public void leave(Map<String, String> variables, Nonce nonce) {
            answered = new HashMap<>(variables);
            answered.put("token", nonce.value());
        }

        @Override
        public void leave(Destination destination, String version, Nonce nonce) {
            throw new AssertionError("goes nowhere");
        }
    }
}
