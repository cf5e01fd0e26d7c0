package org.infolinia.desk.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.infolinia.desk.Told;
import org.infolinia.desk.asterisk.FloorHearer;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.junit.jupiter.api.Test;

/** What needs acting on, and who is shown. */
final class LeadViewTest {

    private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");
    private static final Language ENGLISH = new Language("en");

    private static final String SOMEBODY_JOINS = """
            Event: QueueCallerJoin
            Queue: nis2
            Uniqueid: 1795777200.7
            CallerIDNum: 600100200
            Language: pl
            """;

    private static final LeadView.Team TEAM =
            new LeadView.Team(Map.of("anna", "Anna Kowalska"), Map.of("grazyna", "Grażyna Zielińska"));

    private final MovableClock clock = new MovableClock(NOON);
    private final Floor floor = new Floor(clock);
    private final FloorHearer hearer = new FloorHearer(floor, clock);
    private final LeadView view = new LeadView(floor, LeadViewTest::hotline, () -> TEAM, Optional::empty, clock);

    @Test
    void somebodyWhomNobodyServesIsAnAlarmAtOnceAndALongWaitLater() {
        Told.to(hearer, SOMEBODY_JOINS);
        assertThat(view.of(ENGLISH).alarms()).containsExactly(new LeadView.Alarm("nobody", "NIS2 pre-verification"));

        signsIn("anna");
        assertThat(view.of(ENGLISH).alarms()).isEmpty();

        clock.forward(Duration.ofSeconds(31));
        assertThat(view.of(ENGLISH).alarms()).containsExactly(new LeadView.Alarm("long", "NIS2 pre-verification"));
    }

    @Test
    void allWhoMayTakeCallsAreShownAndWhoeverTakesThem() {
        signsIn("bartosz");
        assertThat(view.of(ENGLISH).people())
                .extracting(LeadView.Person::title, LeadView.Person::standing)
                .containsExactly(tuple("Anna Kowalska", "signed-out"), tuple("bartosz", "available"));

        signsIn("grazyna");
        assertThat(view.of(ENGLISH).people())
                .extracting(LeadView.Person::title)
                .containsExactly("Anna Kowalska", "bartosz", "Grażyna Zielińska");
    }

    @Test
    void queuesAreThoseOfTheHotlineWithTheirTopicsAndWhateverAsteriskHasBeside() {
        Told.to(hearer, "Event: QueueParams\nQueue: nis2\n\nEvent: QueueParams\nQueue: other");

        assertThat(view.of(ENGLISH).queues())
                .extracting(LeadView.Queue::name)
                .containsExactly("dojrzalosc", "nis2", "cra", "ogolna", "other");
    }

    private void signsIn(String name) {
        Told.to(hearer, """
                Event: QueueMemberAdded
                Queue: nis2
                MemberName: %s
                Interface: PJSIP/%s
                Status: 1
                Paused: 0
                """.formatted(name, name));
    }

    private static Hotline hotline() {
        try {
            return HotlineFile.read(Path.of("../dialplan/hotline.xml"));
        } catch (HotlineRefused e) {
            throw new IllegalStateException("the demonstration's hotline.xml", e);
        }
    }
}
