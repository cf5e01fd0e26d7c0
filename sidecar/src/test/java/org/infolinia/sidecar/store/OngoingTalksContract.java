package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.infolinia.hotline.talk.OngoingTalk;
import org.infolinia.hotline.talk.OngoingTalks;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link OngoingTalks} promises, whatever the database. */
abstract class OngoingTalksContract {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00.123Z");
    private static final OngoingTalk ANNAS = talk("anna", false);
    private static final OngoingTalk BARTOSZS = talk("bartosz", true);

    private Database database;
    private OngoingTalks talks;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        database = Database.open(freshDatabase());
        talks = new DatabaseOngoingTalks(() -> database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsKeptIsWhatWasKeptLast() {
        assertThat(talks.all()).isEmpty();

        talks.keep(List.of(ANNAS));
        assertThat(talks.all()).containsExactly(ANNAS);

        talks.keep(List.of(BARTOSZS, talk("celina", false)));
        assertThat(talks.all()).containsExactlyInAnyOrder(BARTOSZS, talk("celina", false));

        talks.keep(List.of());
        assertThat(talks.all()).isEmpty();
    }

    private static OngoingTalk talk(String consultant, boolean over) {
        return new OngoingTalk(
                consultant,
                "nis2",
                7,
                "1795777200.7",
                "1795777200.6",
                "+48601234567",
                "pl",
                "1234#",
                NINE,
                Duration.ofSeconds(12),
                NINE.plusSeconds(12),
                over);
    }
}
