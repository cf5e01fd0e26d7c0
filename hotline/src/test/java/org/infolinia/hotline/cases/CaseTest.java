package org.infolinia.hotline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CaseTest {

    @Test
    void numbersAreReadAsPeopleSayThem() {
        assertThat(new CaseNumber(2026, 123)).hasToString("2026-000123");
        assertThat(CaseNumber.read(" 2026-000123 ")).contains(new CaseNumber(2026, 123));
        assertThat(CaseNumber.read("2026/123")).contains(new CaseNumber(2026, 123));
        for (String none : new String[] {"", "123", "2026-", "2026-0", "0026-1", "2026-12345678", "2026-1'; drop"}) {
            assertThat(CaseNumber.read(none)).as(none).isEmpty();
        }
    }

    @Test
    void fieldsAllowWhatTheyAreFor() {
        assertThat(CaseField.NAME.allows("<script>alert(1)</script>")).isTrue();
        assertThat(CaseField.NAME.allows("two\nlines")).isFalse();
        assertThat(CaseField.NAME.allows("a".repeat(121))).isFalse();
        assertThat(CaseField.NOTES.allows("two\nlines\tand a tab")).isTrue();
        assertThat(CaseField.NOTES.allows("a".repeat(20_000))).isTrue();
        assertThat(CaseField.NOTES.allows("a".repeat(20_001))).isFalse();
        assertThat(CaseField.NOTES.allows("nothing \u0000 here")).isFalse();
        assertThat(CaseField.EMAIL.allows("")).isTrue();
        assertThat(CaseField.EMAIL.allows("jan@firma.pl")).isTrue();
        assertThat(CaseField.EMAIL.allows("jan firma.pl")).isFalse();
        assertThat(CaseField.FOLLOW_UP.allows("2026-12-01")).isTrue();
        assertThat(CaseField.FOLLOW_UP.allows("2026-02-30")).isFalse();
        assertThat(CaseField.FOLLOW_UP.allows("1.12.2026")).isFalse();
        assertThat(CaseField.STATE.allows("")).isFalse();
        assertThat(CaseField.STATE.allows("resolved")).isTrue();
    }

    @Test
    void textsAreKeptWithoutHalfSignsOrOtherSystemsLineEnds() {
        assertThat(CaseField.NOTES.kept("a\r\nb\rc\n")).isEqualTo("a\nb\nc\n");
        assertThat(CaseField.NAME.kept("  Jan ")).isEqualTo("Jan");
        assertThat(CaseField.NAME.kept("Jan \ud83d")).isEqualTo("Jan ?");
        assertThat(CaseField.NAME.kept("Jan \ud83d\ude00")).isEqualTo("Jan \ud83d\ude00");
    }

    @Test
    void controlSignsThatArePastedAlongAreSpaces() {
        assertThat(CaseField.NOTES.kept("Pyta\u000Bo NIS2\f\u0085\tdalej\n")).isEqualTo("Pyta o NIS2  \tdalej\n");
        assertThat(CaseField.NAME.kept("\u0000Jan\tKowalski\u007F")).isEqualTo("Jan Kowalski");
        assertThat(CaseField.NAME.allows(CaseField.NAME.kept("two\nlines"))).isFalse();
    }

    @Test
    void newCaseIsOpenAndTellsNothingPersonalInALog() {
        Case made = new Case(
                new CaseNumber(2026, 1),
                1,
                Instant.EPOCH,
                "anna",
                Instant.EPOCH,
                Map.of(CaseField.NAME, "Jan Kowalski"));

        assertThat(made.isOpen()).isTrue();
        assertThat(made.get(CaseField.NOTES)).isEmpty();
        assertThat(made).hasToString("case 2026-000001, version 1");
        assertThatThrownBy(() -> new Case(
                        new CaseNumber(2026, 1), 1, Instant.EPOCH, "anna", Instant.EPOCH, Map.of(CaseField.STATE, "x")))
                .hasMessageContaining("state of 1 signs");
    }

    @Test
    void wordsAreFoundWhateverTheLettersAndTheOrderOfADatabase() {
        assertThat(SearchWords.of(
                        new CaseNumber(2026, 7),
                        Map.of(
                                CaseField.NAME, "Żółć-Łąka, Íslenska",
                                CaseField.EMAIL, "Jan.Kowalski@firma.PL",
                                CaseField.NUMBER, "+48 601 234 567",
                                CaseField.NOTES, "Ірина ☎ NIS2")))
                .containsExactlyInAnyOrder(
                        "2026000007",
                        "601234567",
                        "jankowalskifirmapl",
                        "zolc",
                        "laka",
                        "islenska",
                        "jan",
                        "kowalski",
                        "firma",
                        "pl",
                        "48",
                        "601",
                        "234",
                        "567",
                        "x456x440x438x43dx430",
                        "nis2");
    }

    @Test
    void whatIsAskedForIsANumberOrBeginningsOfWords() {
        assertThat(SearchWords.asked("2026-7")).containsExactly("2026000007");
        assertThat(SearchWords.asked("+48 601-234 567")).containsExactly("601234567");
        assertThat(SearchWords.asked("0048601234567")).containsExactly("601234567");
        assertThat(SearchWords.asked("0601234567")).containsExactly("601234567");
        assertThat(SearchWords.asked("601 234")).containsExactly("601234");
        assertThat(SearchWords.asked("Jan.Kowalski@fi")).containsExactly("jankowalskifi");
        assertThat(SearchWords.asked("Żół  nis2")).containsExactly("zol", "nis2");
        assertThat(SearchWords.asked("%_'\";--")).isEmpty();
        assertThat(SearchWords.asked("a b c d e f g h")).hasSize(6);
        assertThat(SearchWords.asked("x".repeat(1000)).get(0)).hasSize(SearchWords.LONGEST);
    }
}
