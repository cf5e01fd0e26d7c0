package org.infolinia.agi.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infolinia.agi.call.Asked;
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
        return call.answered();
    }
}
