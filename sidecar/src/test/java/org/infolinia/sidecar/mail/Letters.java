package org.infolinia.sidecar.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.EmailAddress;
import org.infolinia.hotline.mail.Letter;

/** Letters for tests. */
final class Letters {

    static final EmailAddress BOX = new EmailAddress("infolinia@example.pl");
    static final Instant SEVEN = Instant.parse("2026-11-03T06:00:00Z");
    static final Document TABLE = new Document(
            "report-2026-10.csv", "text/csv", "dzień;odebrane\r\nśroda;41\r\n".getBytes(StandardCharsets.UTF_8));

    private Letters() {}

    static Letter to(String recipient) {
        return about("report-2026-10-v1", recipient);
    }

    static Letter about(String about, String recipient) {
        return Letter.of(
                BOX,
                about,
                new EmailAddress(recipient),
                "Raport infolinii za październik 2026",
                "Dzień dobry,\n\nw załączeniu raport za październik 2026.\n",
                List.of(TABLE),
                SEVEN,
                Optional.empty());
    }
}
