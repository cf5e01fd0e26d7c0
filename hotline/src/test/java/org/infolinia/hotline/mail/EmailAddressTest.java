package org.infolinia.hotline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jan",
                "jan@",
                "@example.pl",
                "jan@example.pl, ewa@example.pl",
                "jan@exa mple.pl",
                "jan@example.pl\r\nBcc: ewa@example.pl",
                "Jan <jan@example.pl>",
                "jan..k@example.pl",
                "jan@-example.pl"
            })
    void whatIsNoSinglePlainAddressIsRefused(String written) {
        assertThatThrownBy(() -> new EmailAddress(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no e-mail address");
    }

    @Test
    void domainIsTheSameInCapitals() {
        assertThat(new EmailAddress("Jan.Kowalski+raport@Example.GOV.pl").value())
                .isEqualTo("Jan.Kowalski+raport@example.gov.pl");
    }

    @Test
    void subjectOfTwoLinesMakesNoLetter() {
        EmailAddress jan = new EmailAddress("jan@example.pl");

        assertThatThrownBy(() -> Letter.of(
                        jan,
                        "report-2026-10-v1",
                        jan,
                        "Raport\nBcc: x",
                        "",
                        List.of(),
                        Instant.EPOCH,
                        Optional.empty()))
                .hasMessageContaining("one line");
    }

    @Test
    void messageIdSaysWhatItIsAboutAndIsAnotherForEachRecipient() {
        EmailAddress jan = new EmailAddress("jan@example.pl");
        EmailAddress ewa = new EmailAddress("ewa@example.gov.pl");

        Letter toEwa =
                Letter.of(jan, "report-2026-10-v1", ewa, "Raport", "", List.of(), Instant.EPOCH, Optional.empty());
        Letter toJan =
                Letter.of(jan, "report-2026-10-v1", jan, "Raport", "", List.of(), Instant.EPOCH, Optional.empty());

        assertThat(toEwa.messageId()).matches("report-2026-10-v1\\.[0-9a-f]{20}@example\\.pl");
        assertThat(toJan.messageId()).isNotEqualTo(toEwa.messageId());
    }
}
