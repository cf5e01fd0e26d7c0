package org.infolinia.hotline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.ivr.Destination;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A call through the demonstration hotline that is walked key by key. */
final class RehearsalTest {

    private static final Instant OPEN = Instant.parse("2026-11-23T09:00:00Z");

    private static Hotline hotline;

    @BeforeAll
    static void readTheDemonstration() throws Exception {
        hotline = HotlineFile.read(Path.of("../dialplan/hotline.xml"));
    }

    @Test
    void withoutAKeyTheCallIsAtItsFirstQuestion() {
        Rehearsal rehearsal = rehearsed(OPEN);

        assertThat(rehearsal.end()).isEmpty();
        assertThat(rehearsal.events())
                .extracting(SimulatedCall.Event::what)
                .containsExactly("welcome", "recording-notice", "main-menu");
    }

    @Test
    void withAWrongKeyTheCallerIsAskedOnceMore() {
        Rehearsal rehearsal = rehearsed(OPEN, "7");

        assertThat(rehearsal.end()).isEmpty();
        assertThat(rehearsal.events()).extracting(SimulatedCall.Event::what).endsWith("7", "invalid-key", "main-menu");
    }

    @Test
    void withTheLastKeyTheCallIsWhereItEndsUp() {
        assertThat(rehearsed(OPEN, "2").end().orElseThrow())
                .isInstanceOfSatisfying(
                        Destination.Queued.class, to -> assertThat(to.queue()).isEqualTo(new QueueName("nis2")));
    }

    @Test
    void whereNobodyIsAskedTheCallEndsWithoutAKey() {
        assertThat(rehearsed(Instant.parse("2026-12-24T09:00:00Z")).end().orElseThrow())
                .isInstanceOfSatisfying(
                        Destination.Ended.class, end -> assertThat(end.closed()).isTrue());
    }

    private static Rehearsal rehearsed(Instant moment, String... keys) {
        return Rehearsal.of(hotline, new SimulatedCall.Caller(moment, "", Optional.empty(), List.of(keys), true));
    }
}
