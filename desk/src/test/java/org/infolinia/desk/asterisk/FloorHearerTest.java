package org.infolinia.desk.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.infolinia.desk.Told;
import org.infolinia.desk.floor.CallAtHand;
import org.infolinia.desk.floor.Consultant;
import org.infolinia.desk.floor.Floor;
import org.infolinia.desk.floor.RecordingState;
import org.infolinia.desk.floor.Standing;
import org.infolinia.desk.floor.WaitingCaller;
import org.infolinia.hotline.MovableClock;
import org.junit.jupiter.api.Test;

final class FloorHearerTest {

    private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");

    private static final String ANNA_IS_FREE = """
            Event: QueueParams
            Queue: nis2

            Event: QueueMember
            Queue: nis2
            Name: anna
            Location: PJSIP/desk_anna
            Penalty: 0
            LastCall: 0
            LastPause: 0
            LoginTime: 1795777000
            InCall: 0
            Status: 1
            Paused: 0
            PausedReason:

            Event: QueueStatusComplete
            """;

    private static final String SOMEBODY_JOINS = """
            Event: QueueCallerJoin
            Queue: nis2
            Position: 1
            Uniqueid: 1795777200.7
            Linkedid: 1795777200.7
            CallerIDNum: 600100200
            Language: en_now
            """;

    private static final String ANNA_IS_CALLED = """
            Event: AgentCalled
            Queue: nis2
            MemberName: anna
            Interface: PJSIP/desk_anna
            Uniqueid: 1795777200.7
            Linkedid: 1795777200.7
            CallerIDNum: 600100200
            Language: en
            """;

    private static final String ANNA_ANSWERS = """
            Event: QueueCallerLeave
            Queue: nis2
            Uniqueid: 1795777200.7

            Event: AgentConnect
            Queue: nis2
            MemberName: anna
            Uniqueid: 1795777200.7
            Linkedid: 1795777200.7
            CallerIDNum: 600100200
            Language: en
            HoldTime: 7
            RingTime: 2
            """;

    private static final String ANNA_IS_DONE = """
            Event: AgentComplete
            Queue: nis2
            MemberName: anna
            Uniqueid: 1795777200.7
            TalkTime: 60
            Reason: caller
            """;

    private static final String SOMEBODY_IS_DIALLED = """
            Event: UserEvent
            Channel: PJSIP/infolinia-first-00000009
            CallerIDNum: 600100200
            Language: pl
            Uniqueid: 1795777206.9
            Linkedid: 1795777205.8
            UserEvent: InfoliniaDialled
            MemberName: anna
            With: 1795777205.8
            Number: +48600100200
            Interface: PJSIP/desk_anna
            """;

    private static final String ANNA_IS_RUNG = """
            Event: UserEvent
            Channel: PJSIP/infolinia-trunk-00000007
            CallerIDNum: 600100200
            Language: pl
            Uniqueid: 1795777200.7
            Linkedid: 1795777200.7
            ChanVariable(INFOLINIA_DIGITS): 123#
            UserEvent: InfoliniaRings
            Queue: nis2
            MemberName: anna
            Interface: PJSIP/desk_anna
            """;

    private final MovableClock clock = new MovableClock(NOON);
    private final Floor floor = new Floor(clock);
    private final FloorHearer hearer = new FloorHearer(floor, clock);

    @Test
    void whatStandsIsKnownOnceAsteriskHasToldIt() {
        assertThat(floor.view().silence()).isPresent();

        Told.to(hearer, ANNA_IS_FREE);

        assertThat(floor.view().silence()).isEmpty();
        assertThat(anna().standing()).isEqualTo(Standing.AVAILABLE);
        assertThat(anna().device()).isEqualTo("PJSIP/desk_anna");
        assertThat(anna().queues()).containsExactly("nis2");
        assertThat(anna().since()).isEqualTo(Instant.ofEpochSecond(1795777000));
    }

    @Test
    void callGoesFromWaitingToRingingToTalkingToItsEnd() {
        Told.to(hearer, ANNA_IS_FREE);

        Told.to(hearer, SOMEBODY_JOINS);
        assertThat(floor.view().queues().get("nis2"))
                .containsExactly(new WaitingCaller("1795777200.7", "1795777200.7", "600100200", "en", "", NOON));

        clock.forward(Duration.ofSeconds(5));
        Told.to(hearer, ANNA_IS_CALLED);
        assertThat(anna().standing()).isEqualTo(Standing.RINGING);
        assertThat(anna().call().orElseThrow().caller().number()).isEqualTo("600100200");
        assertThat(anna().call().orElseThrow().waited()).isEqualTo(Duration.ofSeconds(5));

        clock.forward(Duration.ofSeconds(2));
        Told.to(hearer, ANNA_ANSWERS);
        assertThat(anna().standing()).isEqualTo(Standing.TALKING);
        assertThat(anna().since()).isEqualTo(NOON.plusSeconds(7));
        assertThat(anna().call().orElseThrow().waited()).isEqualTo(Duration.ofSeconds(7));
        assertThat(floor.view().queues().get("nis2")).isEmpty();

        clock.forward(Duration.ofSeconds(60));
        Told.to(hearer, ANNA_IS_DONE);
        assertThat(anna().standing()).isEqualTo(Standing.AVAILABLE);
        assertThat(anna().finished()).contains(NOON.plusSeconds(67));
    }

    @Test
    void whoeverHangsUpWhileItRingsLeavesNothingBehind() {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, SOMEBODY_JOINS);
        Told.to(hearer, ANNA_IS_CALLED);

        Told.to(hearer, """
                Event: QueueCallerAbandon
                Queue: nis2
                Uniqueid: 1795777200.7
                """);

        assertThat(anna().standing()).isEqualTo(Standing.AVAILABLE);
        assertThat(anna().missed()).isEmpty();
        assertThat(floor.view().queues().get("nis2")).isEmpty();
    }

    @Test
    void conversationThatNoQueueGaveIsKnownLikeAnyOther() {
        Told.to(hearer, ANNA_IS_FREE);

        Told.to(hearer, ANNA_IS_RUNG);
        assertThat(anna().standing()).isEqualTo(Standing.RINGING);
        assertThat(anna().call().orElseThrow())
                .isEqualTo(new CallAtHand(
                        new WaitingCaller("1795777200.7", "1795777200.7", "600100200", "pl", "123#", NOON),
                        "nis2",
                        Duration.ZERO,
                        NOON));

        clock.forward(Duration.ofSeconds(3));
        Told.to(hearer, event("InfoliniaTalks", "1795777200.7"));
        assertThat(anna().standing()).isEqualTo(Standing.TALKING);
        assertThat(anna().call().orElseThrow().since()).isEqualTo(NOON.plusSeconds(3));

        clock.forward(Duration.ofSeconds(60));
        Told.to(hearer, event("InfoliniaOver", "1795777200.7"));
        assertThat(anna().call()).isEmpty();
        assertThat(anna().callOrJustOver()).isPresent();
        assertThat(anna().finished()).contains(NOON.plusSeconds(63));
    }

    @Test
    void whoeverAConsultantHasDialledIsAtHandWithoutAfterCallWork() {
        Told.to(hearer, ANNA_IS_FREE);

        Told.to(hearer, SOMEBODY_IS_DIALLED);
        assertThat(anna().call().orElseThrow().caller())
                .isEqualTo(new WaitingCaller("1795777205.8", "1795777205.8", "+48600100200", "pl", "", NOON));

        Told.to(hearer, event("InfoliniaOver", "1795777205.8"));
        assertThat(anna().over()).isPresent();
        assertThat(anna().finished()).isEmpty();
    }

    @Test
    void whoeverIsAskedAboutACallerDoesNotTakeTheirPlace() {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, ANNA_IS_CALLED);
        Told.to(hearer, ANNA_ANSWERS);

        Told.to(hearer, SOMEBODY_IS_DIALLED);
        Told.to(hearer, event("InfoliniaOver", "1795777205.8"));
        assertThat(anna().call().orElseThrow().caller().channelId()).isEqualTo("1795777200.7");

        Told.to(hearer, ANNA_IS_DONE);
        assertThat(anna().over().orElseThrow().caller().channelId()).isEqualTo("1795777200.7");
    }

    @Test
    void inAfterCallWorkTheCallBeforeStaysAtHandWhoeverIsDialled() {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, ANNA_IS_CALLED);
        Told.to(hearer, ANNA_ANSWERS);
        Told.to(hearer, ANNA_IS_DONE);
        pausedFor("aftercall");

        Told.to(hearer, SOMEBODY_IS_DIALLED);
        Told.to(hearer, event("InfoliniaOver", "1795777205.8"));

        assertThat(anna().over().orElseThrow().caller().channelId()).isEqualTo("1795777200.7");
    }

    @Test
    void whatRangInVainOutsideTheQueuesIsNoConversation() {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, ANNA_IS_RUNG);

        Told.to(hearer, event("InfoliniaOver", "1795777200.7"));

        assertThat(anna().standing()).isEqualTo(Standing.AVAILABLE);
        assertThat(anna().finished()).isEmpty();
    }

    @Test
    void endOfAnotherConversationLeavesTheOneAtHand() {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, ANNA_IS_RUNG);
        Told.to(hearer, event("InfoliniaTalks", "1795777200.7"));

        Told.to(hearer, event("InfoliniaOver", "1795777100.3"));
        Told.to(hearer, event("SomebodyElses", "1795777200.7"));

        assertThat(anna().standing()).isEqualTo(Standing.TALKING);
    }

    @Test
    void whetherAConversationIsRecordedIsKnownAndWhenAPauseEnds() {
        assertThat(recording("on").recording()).isEqualTo(RecordingState.ON);
        assertThat(anna().recordingResumes()).isEmpty();
        assertThat(recording("paused").recording()).isEqualTo(RecordingState.PAUSED);
        assertThat(anna().recordingResumes()).contains(Instant.parse("2026-11-27T11:00:08.250Z"));
        assertThat(recording("none").recording()).isEqualTo(RecordingState.NONE);
        assertThat(recording("over").recording()).isEqualTo(RecordingState.UNKNOWN);
    }

    @Test
    void readingAnewDoesNotTakeAwayTheRecordingOfWhoeverIsInNoQueueAndDials() {
        Told.to(hearer, "Event: QueueStatusComplete");
        recording("on");

        floor.readingBegins();
        Told.to(hearer, "Event: QueueStatusComplete");

        assertThat(anna().recording()).isEqualTo(RecordingState.ON);
    }

    @Test
    void whoeverAsksSomebodyInACallIsStillShownTheRecordingOfThatCall() {
        recording("paused");

        assertThat(recording("1795777209.9", "on").recording()).isEqualTo(RecordingState.PAUSED);
        assertThat(recording("1795777209.9", "over").recording()).isEqualTo(RecordingState.PAUSED);

        hearer.notListening("it closed the line");
        assertThat(anna().recording()).isEqualTo(RecordingState.UNKNOWN);
    }

    @Test
    void whatRangInVainLeavesTheCallBeforeToWriteOf() {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, ANNA_IS_CALLED);
        Told.to(hearer, ANNA_ANSWERS);
        Told.to(hearer, ANNA_IS_DONE);
        assertThat(pausedFor("aftercall").over()).isPresent();

        Told.to(hearer, ANNA_IS_RUNG.replace("1795777200.7", "1795777300.1"));
        assertThat(anna().over()).isEmpty();
        Told.to(hearer, event("InfoliniaOver", "1795777300.1"));

        assertThat(anna().over().orElseThrow().caller().channelId()).isEqualTo("1795777200.7");
    }

    @Test
    void transferredCallerIsStillThereAfterAllWasReadAnewWhereAsteriskCannotTell() {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, ANNA_IS_RUNG.replace("PJSIP/desk_anna", "PJSIP/anna"));
        Told.to(hearer, event("InfoliniaTalks", "1795777200.7"));
        clock.forward(Duration.ofSeconds(61));

        floor.readingBegins();
        Told.to(hearer, ANNA_IS_FREE);
        assertThat(anna().call()).isPresent();

        hearer.notListening("it closed the line");
        floor.readingBegins();
        Told.to(hearer, ANNA_IS_FREE);
        assertThat(anna().call()).isEmpty();
    }

    @Test
    void missedOfferIsKnown() {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, SOMEBODY_JOINS);
        Told.to(hearer, ANNA_IS_CALLED);

        Told.to(hearer, """
                Event: AgentRingNoAnswer
                Queue: nis2
                MemberName: anna
                Uniqueid: 1795777200.7
                RingTime: 15000
                """);

        assertThat(anna().standing()).isEqualTo(Standing.AVAILABLE);
        assertThat(anna().missed()).contains(NOON);
        assertThat(floor.view().queues().get("nis2")).hasSize(1);
    }

    @Test
    void pauseIsABreakUnlessItsReasonIsOneOfOurs() {
        Told.to(hearer, ANNA_IS_FREE);

        assertThat(pausedFor("meal").standing()).isEqualTo(Standing.BREAK);
        assertThat(pausedFor("meal").reason()).isEqualTo("meal");
        assertThat(pausedFor("aftercall").standing()).isEqualTo(Standing.AFTER_CALL);
        assertThat(pausedFor("notanswering").standing()).isEqualTo(Standing.NOT_ANSWERING);
        assertThat(pausedFor("unreachable").standing()).isEqualTo(Standing.UNREACHABLE);
    }

    @Test
    void telephoneThatIsGoneIsUnreachableAndOneInUseTalks() {
        Told.to(hearer, ANNA_IS_FREE);

        assertThat(withStatus(5).standing()).isEqualTo(Standing.UNREACHABLE);
        assertThat(withStatus(5).paused()).isFalse();
        assertThat(withStatus(2).standing()).isEqualTo(Standing.TALKING);
        assertThat(withStatus(1).standing()).isEqualTo(Standing.AVAILABLE);
    }

    @Test
    void whoTalksWhenWeStartIsNotSaidToHaveTalkedSinceTheySignedIn() {
        Told.to(hearer, ANNA_IS_FREE.replace("Status: 1", "Status: 2"));

        assertThat(anna().standing()).isEqualTo(Standing.TALKING);
        assertThat(anna().since()).isEqualTo(NOON);
    }

    @Test
    void whatAsteriskNoLongerNamesIsGoneAndWhatItStillNamesKeepsItsTimes() throws Exception {
        Told.to(hearer, ANNA_IS_FREE);
        Told.to(hearer, SOMEBODY_JOINS);
        clock.forward(Duration.ofSeconds(30));
        hearer.notListening("it closed the line");
        assertThat(floor.view().silence()).contains("it closed the line");

        floor.readingBegins();
        Told.to(hearer, """
                Event: QueueParams
                Queue: nis2

                Event: QueueEntry
                Queue: nis2
                Position: 1
                Uniqueid: 1795777200.7
                CallerIDNum: 600100200
                Wait: 29

                Event: QueueStatusComplete
                """);

        assertThat(anna().standing()).isEqualTo(Standing.SIGNED_OUT);
        assertThat(floor.view().queues().get("nis2"))
                .extracting(WaitingCaller::since)
                .isEqualTo(List.of(NOON));
    }

    @Test
    void eachChangeIsTold() {
        int[] told = {0};
        floor.watch(() -> told[0]++);
        long before = floor.view().version();

        Told.to(hearer, SOMEBODY_JOINS);

        assertThat(told[0]).isEqualTo(1);
        assertThat(floor.view().version()).isGreaterThan(before);
    }

    @Test
    void eventsWithoutTheirHeadersChangeNothingThatMatters() {
        Told.to(hearer, "Event: QueueMember\n\nEvent: AgentConnect\n\nEvent: Unheard");

        assertThat(floor.view().queues().values())
                .allSatisfy(callers -> assertThat(callers).isEmpty());
    }

    private Consultant pausedFor(String reason) {
        Told.to(hearer, """
                Event: QueueMemberPause
                Queue: nis2
                MemberName: anna
                Interface: PJSIP/desk_anna
                Status: 1
                Paused: 1
                PausedReason: %s
                LastPause: 1795777300
                """.formatted(reason));
        return anna();
    }

    private Consultant withStatus(int status) {
        Told.to(hearer, """
                Event: QueueMemberStatus
                Queue: nis2
                MemberName: anna
                Interface: PJSIP/desk_anna
                Status: %d
                Paused: 0
                PausedReason:
                """.formatted(status));
        return anna();
    }

    /** Of the consultant's leg. */
    private static String event(String name, String with) {
        return """
                Event: UserEvent
                Channel: PJSIP/desk_anna-00000008
                CallerIDNum: anna
                Uniqueid: 1795777205.8
                Linkedid: 1795777200.7
                UserEvent: %s
                MemberName: anna
                With: %s
                """.formatted(name, with);
    }

    private Consultant recording(String state) {
        return recording("1795777205.8", state);
    }

    private Consultant recording(String leg, String state) {
        Told.to(hearer, """
                Event: UserEvent
                Uniqueid: %s
                UserEvent: InfoliniaRecording
                MemberName: anna
                State: %s
                Until: 1795777208250
                """.formatted(leg, state));
        return anna();
    }

    private Consultant anna() {
        return Objects.requireNonNull(floor.view().consultants().get("anna"));
    }
}
