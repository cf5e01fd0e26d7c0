package org.infolinia.hotline.libphonenumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.infolinia.hotline.number.NumberRefused;
import org.infolinia.hotline.number.NumberRefused.Reason;
import org.infolinia.hotline.number.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingPlansTest {

    private final NumberingPlans plans = new NumberingPlans(List.of("+"), Set.of());

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "221000100, +48221000100",
        "22 100 01 00, +48221000100",
        "(22) 100-01-00, +48221000100",
        "600100200, +48600100200",
        "+48 600 100 200, +48600100200",
        "0048600100200, +48600100200",
        "48600100200, +48600100200",
        "800100200, +48800100200",
        "00493012345678, +493012345678",
        "+14155550132, +14155550132",
    })
    void numberIsReadAsPeopleInPolandWriteIt(String typed, String meant) throws Exception {
        assertThat(plans.callable(typed)).isEqualTo(new PhoneNumber(meant));
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({
        "'', UNREADABLE",
        "'   ', UNREADABLE",
        "*10, UNREADABLE",
        "600100200;ext=1, UNREADABLE",
        "600-KAMPANIA, UNREADABLE",
        "'600\n100200', UNREADABLE",
        "+, UNREADABLE",
        "1, UNREADABLE",
        "112, EMERGENCY",
        "999, EMERGENCY",
        "+48112, EMERGENCY",
        "0048 997, EMERGENCY",
        "19115, SHORT",
        "116111, SHORT",
        "60010020, NONEXISTENT",
        "6001002001, NONEXISTENT",
        "022 100 01 00, NONEXISTENT",
        "+999123456789, NONEXISTENT",
        "+48123456789012345678, NONEXISTENT",
        "700100200, PREMIUM",
        "701123456, PREMIUM",
        "+48 703 123 456, PREMIUM",
        "+19005550132, PREMIUM",
        "+979123456789, PREMIUM",
        "801100200, SHARED_COST",
        "804123456, SHARED_COST",
        "642123456, NOBODY",
    })
    void numberThatTheHotlineDoesNotDialIsRefusedWithTheReason(String typed, Reason reason) {
        assertThat(reasonFor(plans, typed)).isEqualTo(reason);
    }

    @Test
    void hotlineDoesNotCallItselfHoweverItsNumberIsWritten() {
        NumberingPlans plans = new NumberingPlans(List.of("+48"), Set.of(new PhoneNumber("+48221000100")));

        assertThat(reasonFor(plans, "22 100 01 00")).isEqualTo(Reason.OURS);
        assertThat(reasonFor(plans, "0048221000100")).isEqualTo(Reason.OURS);
    }

    @Test
    void onlyTheConfiguredPrefixesMayBeDialled() throws Exception {
        NumberingPlans polishAndGerman = new NumberingPlans(List.of("+48", "+49"), Set.of());

        assertThat(polishAndGerman.callable("600100200")).isEqualTo(new PhoneNumber("+48600100200"));
        assertThat(polishAndGerman.callable("+493012345678")).isEqualTo(new PhoneNumber("+493012345678"));
        assertThat(reasonFor(polishAndGerman, "+447400123456")).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(reasonFor(new NumberingPlans(List.of(), Set.of()), "600100200"))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"48", "", "+48*", "0048"})
    void prefixThatIsNoneIsRefusedByName(String prefix) {
        assertThatThrownBy(() -> new NumberingPlans(List.of(prefix), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prefix \"" + prefix + "\": + and digits, such as +48");
    }

    @Test
    void refusalNamesNoNumber() {
        assertThatThrownBy(() -> plans.callable("700100200"))
                .isInstanceOf(NumberRefused.class)
                .hasMessage("a premium rate number");
    }

    private static Reason reasonFor(NumberingPlans plans, String typed) {
        try {
            throw new AssertionError("dialled: " + plans.callable(typed).value());
        } catch (NumberRefused e) {
            return e.reason();
        }
    }
}
