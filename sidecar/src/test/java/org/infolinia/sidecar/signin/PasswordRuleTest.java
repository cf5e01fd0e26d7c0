package org.infolinia.sidecar.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRuleTest {

    private static final Account ANNA = new Account(
            new LoginName("anna.kowalska"), "Anna Kowalska-Żółć", Role.CONSULTANT, "$argon2id$", false, false);

    @Test
    void aPasswordHasTenSignsAtLeastOfFiveKinds() {
        assertThat(PasswordRule.fault("krótkie", ANNA)).contains("password.short");
        assertThat(PasswordRule.fault("aaaaaaaaaabb", ANNA)).contains("password.simple");
        assertThat(PasswordRule.fault("x".repeat(201), ANNA)).contains("password.long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "qwertyuiop",
                "Password123!",
                "P@$$word2026",
                "Haslo-2026!",
                "hasło12345",
                "2026 Wiosna!",
                "zaq12wsxcde3",
                "Warszawa1944",
                "Konsultant#1",
                "infolinia 2026",
            })
    void whatIsGuessedFirstIsRefusedWithDigitsAndMarksToo(String password) {
        assertThat(PasswordRule.fault(password, ANNA)).contains("password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.kowalska", "AnnaKowalska1", "Kowalska2026", "zolc-kowalska", "Żółć.Anna.99"})
    void onesOwnNameIsRefused(String password) {
        assertThat(PasswordRule.fault(password, ANNA)).contains("password.name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kawa rower zeszyt", "anna lubi zielone zeszyty", "hasło do szafy w kuchni", "7fh2-k9qp-x3vm"})
    void whatIsHardToGuessIsTaken(String password) {
        assertThat(PasswordRule.fault(password, ANNA)).isEmpty();
    }
}
