package org.infolinia.desk.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.infolinia.desk.Told;
import org.infolinia.desk.asterisk.FloorHearer;
import org.infolinia.desk.floor.Consultant;
import org.infolinia.desk.floor.Floor;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.queue.PresenceRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What consultants say, and what the rules say for them, as Asterisk is asked for it. */
final class PresenceTest {

    private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");

    private final MovableClock clock = new MovableClock(NOON);
    private final Floor floor = new Floor(clock);
    private final FloorHearer hearer = new FloorHearer(floor, clock);
    private final List<String> orders = new ArrayList<>();
    private boolean away;
    private PresenceRules rules = PresenceRules.DEFAULT;

    private final QueueControl control = list -> {
        if (away) {
            throw new IOException("Asterisk's manager does not answer");
        }
        list.forEach(one -> orders.add((one.what() + " " + one.device() + " " + one.queue() + one.reason()).strip()));
    };

    private final Set<String> withOutcome = new HashSet<>();
    private final OwedOutcome owed = new OwedOutcome(() -> rules, withOutcome::contains);
    private final PresenceKeeper keeper = new PresenceKeeper(floor, control, () -> rules, owed, clock);

    @BeforeEach
    void asteriskIsListenedTo() {
        Told.to(hearer, "Event: QueueStatusComplete");
    }

    @Test
    void whoseLostPageSomebodyWaitsForIsOfferedNothingUntilTheyTalkAgain() {
        member("PJSIP/desk_anna", 1, "");

        isWaitedFor(NOON.plusSeconds(40));
        keeper.look();
        member("PJSIP/desk_anna", 1, "unreachable");
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna unreachable");

        Told.to(hearer, """
                Event: UserEvent
                UserEvent: InfoliniaDialled
                MemberName: anna
                With: 1795777200.7
                Interface: PJSIP/desk_anna
                """);
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna unreachable", "RESUME PJSIP/desk_anna");
    }

    @Test
    void whoseLostPageNobodyWaitsForAnyMoreIsOfferedCalls() {
        member("PJSIP/desk_anna", 1, "");
        isWaitedFor(NOON.plusSeconds(40));
        keeper.look();
        member("PJSIP/desk_anna", 1, "unreachable");

        clock.forward(Duration.ofSeconds(39));
        keeper.look();
        assertThat(orders).hasSize(1);
        isWaitedFor(Instant.EPOCH);
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna unreachable", "RESUME PJSIP/desk_anna");
    }

    @Test
    void restAfterALostConversationLastsAtLeastAsLongAsSomebodyWaits() {
        member("PJSIP/desk_anna", 2, "");
        callIsAnswered();
        isWaitedFor(NOON.plusSeconds(40));
        keeper.look();
        assertThat(orders)
                .as("the end of the conversation is told a moment later")
                .isEmpty();
        callEnds();
        member("PJSIP/desk_anna", 5, "");
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall");

        member("PJSIP/desk_anna", 1, "aftercall");
        clock.forward(Duration.ofSeconds(39));
        keeper.look();
        assertThat(orders).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall", "RESUME PJSIP/desk_anna");
    }

    @Test
    void whileAsteriskIsAwayNothingIsOrderedAndNothingIsTakenForDone() {
        member("PJSIP/desk_anna", 1, "");
        callEnds();
        hearer.notListening("it closed the line");

        keeper.look();

        assertThat(orders).isEmpty();
        assertThatThrownBy(() -> presence().signOut("anna")).hasMessage("it closed the line");
        assertThat(presence().pageIsGone(new LoginName("anna"))).isFalse();

        Told.to(hearer, "Event: QueueStatusComplete");
        assertThat(presence().pageIsGone(new LoginName("anna"))).isTrue();
        assertThat(orders).containsExactly("REMOVE PJSIP/desk_anna nis2");
    }

    @Test
    void whoHasATelephoneOfTheirOwnStaysInTheQueuesWithoutThePage() {
        member("PJSIP/anna", 1, "");

        assertThat(presence().pageIsGone(new LoginName("anna"))).isTrue();

        assertThat(orders).isEmpty();
    }

    @Test
    void whatARuleHasBegunItEndsWithoutThePage() {
        member("PJSIP/anna", 1, "aftercall");
        clock.forward(Duration.ofSeconds(20));

        keeper.look();

        assertThat(orders).containsExactly("RESUME PJSIP/anna");
    }

    @Test
    void whoHasTalkedRestsAndIsBackByThemselvesAfterTheTime() {
        member("PJSIP/desk_anna", 1, "");
        callEnds();

        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall");

        member("PJSIP/desk_anna", 1, "aftercall");
        clock.forward(Duration.ofSeconds(19));
        keeper.look();
        assertThat(orders).hasSize(1);

        clock.forward(Duration.ofSeconds(1));
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall", "RESUME PJSIP/desk_anna");

        member("PJSIP/desk_anna", 1, "");
        keeper.look();
        assertThat(orders).as("one call gives one rest").hasSize(2);
    }

    @Test
    void whoWantedABreakAfterTheCallHasThatAndNoRest() {
        member("PJSIP/desk_anna", 1, "meal");
        callEnds();

        keeper.look();
        member("PJSIP/desk_anna", 1, "");
        keeper.look();

        assertThat(orders).isEmpty();
    }

    @Test
    void whoMissedACallIsOfferedNoFurtherOneUntilTheySaySo() {
        member("PJSIP/desk_anna", 1, "");
        callIsMissed();

        keeper.look();
        member("PJSIP/desk_anna", 1, "notanswering");
        clock.forward(Duration.ofHours(1));
        keeper.look();

        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna notanswering");
    }

    @Test
    void whereAnOutcomeIsRequiredAfterCallWorkGoesOnUntilThereIsOne() {
        rules = new PresenceRules(Duration.ofSeconds(20), false, true);
        member("PJSIP/desk_anna", 1, "");
        callIsAnswered();
        callEnds();
        keeper.look();
        member("PJSIP/desk_anna", 1, "aftercall");

        clock.forward(Duration.ofHours(1));
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall");

        withOutcome.add("1795777200.7");
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall", "RESUME PJSIP/desk_anna");
    }

    @Test
    void whereAnOutcomeIsRequiredThereIsAfterCallWorkForItAlone() {
        rules = new PresenceRules(Duration.ZERO, false, true);
        withOutcome.add("1795777200.7");
        member("PJSIP/desk_anna", 1, "");
        callIsAnswered();
        callEnds();
        keeper.look();
        assertThat(orders).isEmpty();

        withOutcome.clear();
        clock.forward(Duration.ofSeconds(1));
        callIsAnswered();
        callEnds();
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall");
    }

    @Test
    void outcomeIsOwedFromTheEndOfTheCallUntilThereIsOneWhateverTheTelephoneDoes() {
        rules = new PresenceRules(Duration.ZERO, false, true);
        member("PJSIP/desk_anna", 1, "");
        callIsAnswered();
        assertThat(keeper.keeps(anna())).isFalse();
        callEnds();
        assertThat(keeper.keeps(anna())).as("before Asterisk was asked").isTrue();

        keeper.look();
        member("PJSIP/desk_anna", 1, "aftercall");
        assertThat(keeper.keeps(anna())).isTrue();
        member("PJSIP/desk_anna", 2, "aftercall");
        assertThat(keeper.keeps(anna())).as("in a call of their own").isTrue();

        withOutcome.add("1795777200.7");
        assertThat(keeper.keeps(anna())).isFalse();
    }

    @Test
    void ofWhomeverTheyHaveDialledNobodyOwesAnOutcome() {
        rules = new PresenceRules(Duration.ofSeconds(20), false, true);
        member("PJSIP/desk_anna", 1, "");
        Told.to(hearer, """
                Event: UserEvent
                UserEvent: InfoliniaDialled
                MemberName: anna
                With: 1795777205.8
                Number: +48600100200
                Interface: PJSIP/desk_anna
                """);
        Told.to(hearer, """
                Event: UserEvent
                UserEvent: InfoliniaOver
                MemberName: anna
                With: 1795777205.8
                """);
        keeper.look();

        assertThat(anna().over()).isPresent();
        assertThat(keeper.keeps(anna())).isFalse();
        assertThat(orders).isEmpty();
    }

    @Test
    void outcomeIsOwedOfACallThatCameBackDuringAfterCallWork() {
        rules = new PresenceRules(Duration.ofSeconds(20), false, true);
        member("PJSIP/desk_anna", 1, "");
        callIsAnswered();
        callEnds();
        keeper.look();
        member("PJSIP/desk_anna", 1, "aftercall");

        clock.forward(Duration.ofSeconds(5));
        member("PJSIP/desk_anna", 2, "aftercall");
        callIsAnswered();
        keeper.look();
        clock.forward(Duration.ofSeconds(60));
        member("PJSIP/desk_anna", 1, "aftercall");
        callEnds();
        keeper.look();
        keeper.look();

        assertThat(keeper.keeps(anna())).isTrue();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall");
    }

    @Test
    void whoseCallWasOverBeforeOutcomesWereRequiredOwesNone() {
        rules = new PresenceRules(Duration.ZERO, false, false);
        member("PJSIP/desk_anna", 1, "");
        callIsAnswered();
        callEnds();
        keeper.look();

        rules = new PresenceRules(Duration.ZERO, false, true);

        assertThat(keeper.keeps(anna())).isFalse();
        keeper.look();
        assertThat(orders).isEmpty();
        assertThat(anna().callOrJustOver()).as("they may still write of it").isPresent();
    }

    @Test
    void callThatIsOverStaysWithItsConsultantUntilAfterCallWorkEnds() {
        member("PJSIP/desk_anna", 1, "");
        callIsAnswered();
        assertThat(anna().over()).isEmpty();

        callEnds();
        member("PJSIP/desk_anna", 1, "aftercall");
        assertThat(anna().call()).isEmpty();
        assertThat(anna().callOrJustOver().orElseThrow().caller().digits()).isEqualTo("5260001246");

        member("PJSIP/desk_anna", 2, "aftercall");
        member("PJSIP/desk_anna", 1, "aftercall");
        assertThat(anna().callOrJustOver()).as("a caller who was back").isPresent();

        member("PJSIP/desk_anna", 1, "");
        assertThat(anna().callOrJustOver()).isEmpty();
    }

    @Test
    void rulesThatSayNothingDoNothing() {
        rules = new PresenceRules(Duration.ZERO, false, false);
        member("PJSIP/desk_anna", 1, "");
        callEnds();
        callIsMissed();

        keeper.look();

        assertThat(orders).isEmpty();
    }

    @Test
    void whoCannotBeRungIsPausedAfterAMomentAndBackOnceTheyCan() {
        member("PJSIP/desk_anna", 5, "");
        clock.forward(Duration.ofSeconds(4));
        keeper.look();
        assertThat(orders).as("a page that is loaded anew").isEmpty();

        clock.forward(Duration.ofSeconds(1));
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna unreachable");

        member("PJSIP/desk_anna", 5, "unreachable");
        keeper.look();
        assertThat(orders).hasSize(1);

        member("PJSIP/desk_anna", 1, "unreachable");
        keeper.look();
        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna unreachable", "RESUME PJSIP/desk_anna");
    }

    @Test
    void whoWorksOnATelephoneWithoutAPageIsLeftAlone() {
        member("PJSIP/anna", 1, "");
        callEnds();

        keeper.look();

        assertThat(orders).isEmpty();
    }

    @Test
    void whoWorksOnATelephoneBesideThePageIsNot() {
        member("PJSIP/anna", 1, "");
        keeper.pageIsOpen("anna");
        callEnds();

        keeper.look();

        assertThat(orders).containsExactly("PAUSE PJSIP/anna aftercall");
    }

    @Test
    void whatAsteriskDidNotTakeIsSaidAgain() {
        member("PJSIP/desk_anna", 1, "");
        callEnds();
        away = true;
        keeper.look();
        away = false;

        keeper.look();

        assertThat(orders).containsExactly("PAUSE PJSIP/desk_anna aftercall");
    }

    @Test
    void whoSaysNothingIsToldWhenAsteriskIsAway() {
        member("PJSIP/desk_anna", 1, "");
        away = true;

        assertThatThrownBy(() -> presence().rest("anna", "meal")).hasMessage("Asterisk's manager does not answer");
    }

    @Test
    void breakAndReturnGoToTheTelephoneTheyAreSignedInWith() throws Exception {
        member("PJSIP/desk_anna", 1, "");

        presence().rest("anna", "meal");
        presence().available("anna");
        presence().signOut("anna");
        presence().signOut("bartosz");

        assertThat(orders)
                .containsExactly("PAUSE PJSIP/desk_anna meal", "RESUME PJSIP/desk_anna", "REMOVE PJSIP/desk_anna nis2");
    }

    private Presence presence() {
        return new Presence(floor, control, () -> {
            throw new IllegalStateException("nobody signs in here");
        });
    }

    private void member(String device, int status, String reason) {
        Told.to(hearer, """
                Event: QueueMemberPause
                Queue: nis2
                MemberName: anna
                Interface: %s
                Status: %d
                Paused: %d
                PausedReason: %s
                """.formatted(device, status, reason.isEmpty() ? 0 : 1, reason));
    }

    private void isWaitedFor(Instant until) {
        Told.to(hearer, """
                Event: UserEvent
                UserEvent: InfoliniaLost
                MemberName: anna
                Until: %d
                """.formatted(until.getEpochSecond()));
    }

    private Consultant anna() {
        return Objects.requireNonNull(floor.view().consultants().get("anna"));
    }

    private void callIsAnswered() {
        Told.to(hearer, """
                Event: AgentConnect
                Queue: nis2
                MemberName: anna
                Uniqueid: 1795777200.7
                Linkedid: 1795777200.7
                CallerIDNum: 600100200
                ChanVariable(INFOLINIA_DIGITS): 5260001246
                """);
    }

    private void callEnds() {
        Told.to(hearer, "Event: AgentComplete\nQueue: nis2\nMemberName: anna");
    }

    private void callIsMissed() {
        Told.to(hearer, "Event: AgentRingNoAnswer\nQueue: nis2\nMemberName: anna\nRingTime: 15000");
    }
}
