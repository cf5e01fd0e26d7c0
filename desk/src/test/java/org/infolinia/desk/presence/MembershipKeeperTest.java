package org.infolinia.desk.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.infolinia.desk.Told;
import org.infolinia.desk.asterisk.FloorHearer;
import org.infolinia.desk.floor.Floor;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.hotline.xml.OnTheBox;
import org.junit.jupiter.api.Test;

/** What Asterisk is asked for when another hotline.xml is in force. */
final class MembershipKeeperTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T11:00:00Z"));
    private final Floor floor = new Floor(clock);
    private final FloorHearer hearer = new FloorHearer(floor, clock);
    private final List<String> orders = new ArrayList<>();
    private boolean away;
    private Hotline hotline = with("");

    private final MembershipKeeper keeper = new MembershipKeeper(
            floor,
            list -> {
                if (away) {
                    throw new IOException("Asterisk's manager does not answer");
                }
                list.forEach(one -> orders.add((one.what() + " " + one.device() + " " + one.queue() + " "
                                + (one.penalty() > 0 ? one.penalty() + " " : "") + one.reason())
                        .strip()));
            },
            () -> hotline,
            clock);

    @Test
    void whoIsSignedInComesToNewQueuesBeforeLeavingOthers() {
        isIn("nis2", "");
        follows("<consultant name=\"anna\" queues=\"nis2\"/>");
        assertThat(orders).as("where they are already").isEmpty();

        follows("<consultant name=\"anna\" queues=\"cra\"/>");
        assertThat(orders).containsExactly("ADD PJSIP/desk_anna cra", "REMOVE PJSIP/desk_anna nis2");

        keeper.look();
        assertThat(orders).as("once").hasSize(2);
    }

    @Test
    void whoIsNoLongerListedComesToAllQueues() {
        isIn("nis2", "");
        follows("<consultant name=\"anna\" queues=\"nis2\"/>");

        follows("");

        assertThat(orders)
                .containsExactly(
                        "ADD PJSIP/desk_anna dojrzalosc", "ADD PJSIP/desk_anna cra", "ADD PJSIP/desk_anna ogolna");
    }

    @Test
    void aBreakIsOneInTheNewQueueToo() {
        isIn("nis2", "meal");

        follows("<consultant name=\"anna\" queues=\"nis2 cra\"/>");

        assertThat(orders).containsExactly("ADD_PAUSED PJSIP/desk_anna cra meal");
    }

    @Test
    void whoIsRungLaterFromNowOnStaysAndIsRungLater() {
        String english = """
                <queue name="nis2-en" topic="nis2" language="en" strategy="rrmemory"
                       ring-seconds="15" longest-wait-seconds="900" capacity="30"/>
                """;
        hotline = with(english, "<consultant name=\"anna\" queues=\"nis2 nis2-en\"/>");
        isIn("nis2", "");
        isIn("nis2-en", "");
        keeper.look();

        hotline = with(english, "<consultant name=\"anna\" queues=\"nis2 nis2-en\" languages=\"pl en\"/>");
        keeper.look();
        Told.to(hearer, """
                Event: QueueMemberPenalty
                Queue: nis2
                MemberName: anna
                Interface: PJSIP/desk_anna
                Status: 1
                Penalty: 7
                """);
        hotline = with(english, "<consultant name=\"anna\" queues=\"nis2 nis2-en\" languages=\"pl\"/>");
        keeper.look();

        assertThat(orders)
                .containsExactly(
                        "PENALTY PJSIP/desk_anna nis2 7",
                        "PENALTY PJSIP/desk_anna nis2",
                        "REMOVE PJSIP/desk_anna nis2-en");
    }

    @Test
    void anotherLevelOfALanguageIsAnotherPlaceInItsQueue() {
        isIn("nis2", "");
        follows("<consultant name=\"anna\" queues=\"nis2\" languages=\"pl\"/>");

        follows("<consultant name=\"anna\" queues=\"nis2\" languages=\"pl:B1\"/>");

        assertThat(orders).containsExactly("PENALTY PJSIP/desk_anna nis2 4");
    }

    @Test
    void whatChangedWhileWeWereAwayIsMadeUpForAtTheStart() {
        Told.to(hearer, """
                Event: QueueMember
                Queue: nis2
                Name: anna
                Location: PJSIP/desk_anna
                Status: 1
                Penalty: 1

                Event: QueueStatusComplete
                """);

        follows("<consultant name=\"anna\" queues=\"nis2 cra\"/>");

        assertThat(orders).containsExactly("ADD PJSIP/desk_anna cra", "PENALTY PJSIP/desk_anna nis2");
    }

    @Test
    void aQueueOfAnotherNameLeavesNobodyBehind() {
        isIn("nis2", "");
        follows("<consultant name=\"anna\" queues=\"nis2\"/>");

        hotline = with("", "<consultant name=\"anna\" queues=\"nis-two\"/>", "\"nis2\"", "\"nis-two\"");
        keeper.look();

        assertThat(orders).containsExactly("ADD PJSIP/desk_anna nis-two");
    }

    @Test
    void aTelephoneThatIsNoConsultantsStaysWhereItWasPut() {
        Told.to(hearer, """
                Event: QueueMember
                Queue: nis2
                Name: PJSIP/spare
                Location: PJSIP/spare
                Status: 1

                Event: QueueStatusComplete
                """);

        follows("<consultant name=\"anna\" queues=\"cra\"/>");

        assertThat(orders).isEmpty();
    }

    @Test
    void whoIsSignedInNowhereAndWhoIsOfAnotherHouseIsLeftAlone() {
        isIn("reception", "");

        follows("<consultant name=\"anna\" queues=\"nis2\"/>");

        assertThat(orders).isEmpty();
        isIn("nis2", "");
        follows("<consultant name=\"anna\" queues=\"cra\"/>");
        assertThat(orders)
                .as("a queue that is not the hotline's")
                .containsExactly("ADD PJSIP/desk_anna cra", "REMOVE PJSIP/desk_anna nis2");
    }

    @Test
    void whatAsteriskDidNotDoIsSaidAgainAfterAMoment() {
        isIn("nis2", "");
        away = true;
        follows("<consultant name=\"anna\" queues=\"nis2 cra\"/>");
        away = false;

        keeper.look();
        assertThat(orders).isEmpty();
        clock.forward(Duration.ofSeconds(5));
        keeper.look();

        assertThat(orders).containsExactly("ADD PJSIP/desk_anna cra");
    }

    @Test
    void whileAsteriskIsSilentNobodyIsMovedAndNothingIsForgotten() {
        isIn("nis2", "");
        hearer.notListening("it closed the line");
        follows("<consultant name=\"anna\" queues=\"nis2 cra\"/>");
        assertThat(orders).isEmpty();

        isIn("nis2", "");
        keeper.look();

        assertThat(orders).containsExactly("ADD PJSIP/desk_anna cra");
    }

    private void follows(String consultants) {
        hotline = with(consultants);
        keeper.look();
    }

    private void isIn(String queue, String pause) {
        Told.to(hearer, """
                Event: QueueMemberPause
                Queue: %s
                MemberName: anna
                Interface: PJSIP/desk_anna
                Status: 1
                Paused: %d
                PausedReason: %s
                """.formatted(queue, pause.isEmpty() ? 0 : 1, pause));
        Told.to(hearer, "Event: QueueStatusComplete");
    }

    private static Hotline with(String consultants) {
        return with("", consultants);
    }

    private static Hotline with(String queues, String consultants) {
        return with(queues, consultants, "", "");
    }

    /** The demonstration's, with further queues, with consultants who do not take all, and with one text for another. */
    private static Hotline with(String queues, String consultants, String one, String other) {
        try {
            String text = Files.readString(Path.of("../dialplan/hotline.xml"))
                    .replace(one, other)
                    .replace("</queues>", queues + "</queues><consultants>" + consultants + "</consultants>");
            return HotlineFile.checked("hotline.xml", text.getBytes(StandardCharsets.UTF_8), OnTheBox.UNKNOWN)
                    .edition()
                    .hotline();
        } catch (IOException | HotlineRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
