package org.infolinia.desk.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.infolinia.desk.Told;
import org.infolinia.desk.asterisk.FloorHearer;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.talk.OngoingTalk;
import org.infolinia.hotline.talk.OngoingTalks;
import org.junit.jupiter.api.Test;

final class TalkKeeperTest {

    private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");

    private final MovableClock clock = new MovableClock(NOON);
    private final Store store = new Store();

    @Test
    void servicesThatStartInTheMiddleOfAConversationKnowWhoseItIs() {
        talkOfAnnas();
        clock.forward(Duration.ofMinutes(2));

        Floor anew = startedAnew(anna(3, true, ""));

        Consultant anna = anna(anew);
        assertThat(anna.standing()).isEqualTo(Standing.TALKING);
        assertThat(anna.since()).isEqualTo(NOON.plusSeconds(9));
        assertThat(anna.talks()).isTrue();
        assertThat(anna.call())
                .contains(new CallAtHand(
                        new WaitingCaller("1795777200.7", "1795777200.7", "600100200", "en", "123#", NOON),
                        "nis2",
                        Duration.ofSeconds(9),
                        NOON.plusSeconds(9)));
    }

    @Test
    void theyKnowTheConversationThatIsBeingWrittenUp() {
        Floor floor = talkOfAnnas();
        Told.to(
                new FloorHearer(floor, clock),
                """
                Event: AgentComplete
                Queue: nis2
                MemberName: anna
                Uniqueid: 1795777200.7

                Event: QueueMemberPause
                """
                        + anna(4, false, "aftercall")
                                .replace("Name:", "MemberName:")
                                .replace("Location:", "Interface:"));
        new TalkKeeper(floor, store).look();

        Consultant anna = anna(startedAnew(anna(4, false, "aftercall")));

        assertThat(anna.standing()).isEqualTo(Standing.AFTER_CALL);
        assertThat(anna.over())
                .hasValueSatisfying(over -> assertThat(over.caller().number()).isEqualTo("600100200"));
    }

    @Test
    void anotherConversationThanTheOneKeptIsNobodysThatIsKnown() {
        talkOfAnnas();

        assertThat(anna(startedAnew(anna(4, true, ""))).call()).isEmpty();
        assertThat(anna(startedAnew(anna(3, false, ""))).call()).isEmpty();
        talkOfAnnas();
        String asteriskIsNew = anna(3, true, "") + "LoginTime: " + (NOON.getEpochSecond() + 600) + "\n";
        assertThat(anna(startedAnew(asteriskIsNew)).call()).isEmpty();
        assertThat(store.talks).isEmpty();
    }

    @Test
    void whatIsKeptStaysUntilAsteriskHasBeenRead() {
        talkOfAnnas();
        Floor floor = new Floor(clock);

        new TalkKeeper(floor, store).look();

        assertThat(store.talks).hasSize(1);
    }

    @Test
    void aStoreThatIsAwayAtFirstIsAskedAgain() {
        talkOfAnnas();
        Floor floor = new Floor(clock);
        read(floor, anna(3, true, ""));
        TalkKeeper keeper = new TalkKeeper(floor, store);

        store.away = true;
        assertThatThrownBy(keeper::look).isInstanceOf(IllegalStateException.class);
        store.away = false;
        keeper.look();

        assertThat(anna(floor).call()).isPresent();
        assertThat(store.talks).hasSize(1);
    }

    /** Three calls taken before, a caller with digits who waited nine seconds. */
    private Floor talkOfAnnas() {
        Floor floor = new Floor(clock);
        TalkKeeper keeper = new TalkKeeper(floor, store);
        read(floor, anna(3, false, ""));
        FloorHearer hearer = new FloorHearer(floor, clock);
        Told.to(hearer, "Event: QueueCallerJoin\n" + caller());
        Told.to(hearer, "Event: AgentCalled\nMemberName: anna\n" + caller());
        clock.forward(Duration.ofSeconds(9));
        Told.to(hearer, "Event: AgentConnect\nMemberName: anna\nHoldTime: 9\n" + caller());
        keeper.look();
        assertThat(store.talks).hasSize(1);
        return floor;
    }

    private Floor startedAnew(String member) {
        Floor floor = new Floor(clock);
        TalkKeeper keeper = new TalkKeeper(floor, store);
        keeper.look();
        read(floor, member);
        keeper.look();
        return floor;
    }

    private void read(Floor floor, String member) {
        floor.readingBegins();
        Told.to(
                new FloorHearer(floor, clock),
                "Event: QueueParams\nQueue: nis2\n\nEvent: QueueMember\n" + member + "\nEvent: QueueStatusComplete\n");
    }

    private static String anna(int taken, boolean inCall, String pause) {
        return """
                Queue: nis2
                Name: anna
                Location: PJSIP/desk_anna
                CallsTaken: %d
                InCall: %d
                Status: %d
                Paused: %d
                PausedReason: %s
                """.formatted(taken, inCall ? 1 : 0, inCall ? 2 : 1, pause.isEmpty() ? 0 : 1, pause);
    }

    private static String caller() {
        return """
                Queue: nis2
                Uniqueid: 1795777200.7
                Linkedid: 1795777200.7
                CallerIDNum: 600100200
                Language: en
                ChanVariable(INFOLINIA_DIGITS): 123#
                """;
    }

    private static Consultant anna(Floor floor) {
        return Objects.requireNonNull(floor.view().consultants().get("anna"));
    }

    private static final class Store implements OngoingTalks {

        private List<OngoingTalk> talks = List.of();
        private boolean away;

        @Override
        public List<OngoingTalk> all() {
            if (away) {
                throw new IllegalStateException("away");
            }
            return talks;
        }

        @Override
        public void keep(List<OngoingTalk> now) {
            talks = now;
        }
    }
}
