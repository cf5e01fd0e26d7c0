package org.infolinia.reports.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.infolinia.hotline.recording.RecordingSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchFormTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    @Test
    void withoutAnythingTheLastSevenDaysAreMeant() throws Exception {
        RecordingSearch search = form(Map.of()).search(WARSAW);

        assertThat(search.from()).isEqualTo(Instant.parse("2026-11-18T23:00:00Z"));
        assertThat(search.to()).isEqualTo(Instant.parse("2026-11-25T23:00:00Z"));
        assertThat(search.queue()).isEmpty();
        assertThat(search.number()).isEmpty();
        assertThat(search.shortest()).isEmpty();
    }

    @Test
    void theDayOnWhichClocksAreSetBackHas25Hours() throws Exception {
        RecordingSearch search =
                form(Map.of("from", "2026-10-25", "to", "2026-10-25")).search(WARSAW);

        assertThat(Duration.between(search.from(), search.to())).isEqualTo(Duration.ofHours(25));
    }

    @ParameterizedTest
    @CsvSource({
        "601 234 567, 601234567",
        "+48 601-234-567, 601234567",
        "0048601234567, 601234567",
        "0601234567, 601234567",
        "567, 567",
        "%601234567, 601234567"
    })
    void aNumberIsItsDigitsHoweverItIsWritten(String typed, String digits) throws Exception {
        assertThat(form(Map.of("number", typed)).search(WARSAW).number()).contains(digits);
    }

    @Test
    void lengthsAreMinutesOrMinutesAndSeconds() throws Exception {
        RecordingSearch search =
                form(Map.of("shortest", "0:30", "longest", "2")).search(WARSAW);

        assertThat(search.shortest()).contains(Duration.ofSeconds(30));
        assertThat(search.longest()).contains(Duration.ofMillis(120_999));
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2026-11-31, recordings.wrong-days",
        "from, 2026-11-26, recordings.wrong-days",
        "to, yesterday, recordings.wrong-days",
        "to, +999999999-12-31, recordings.wrong-days",
        "number, 12, recordings.wrong-number",
        "number, ' or 1=1', recordings.wrong-number",
        "shortest, 1:75, recordings.wrong-length",
        "longest, -5, recordings.wrong-length"
    })
    void whatIsNoSuchThingIsTold(String field, String typed, String word) {
        assertThatThrownBy(() -> form(Map.of(field, typed)).search(WARSAW)).hasMessage(word);
    }

    @Test
    void whatWasTypedGoesWithTheLinkToTheNextPageAndCanBeLong() {
        SearchForm form = form(Map.of("consultant", "a&b=\"<x>", "queue", "q".repeat(1000)));

        assertThat(form.query()).contains("consultant=a%26b%3D%22%3Cx%3E");
        assertThat(form.queue()).hasSize(60);
    }

    private static SearchForm form(Map<String, String> typed) {
        return SearchForm.of(new MultivaluedHashMap<>(typed), WEDNESDAY);
    }
}
