package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.infolinia.reports.availability.Availability;
import org.infolinia.reports.availability.ConsultantFigures;
import org.infolinia.reports.availability.Coverage;
import org.infolinia.reports.availability.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 1795417200 is Monday, 2026-11-23, 8:00 in Warsaw, when the hotline opens; 1795449600 is 17:00, when it closes. */
class AvailabilityTest {

    @TempDir
    private Path folder;

    @Test
    void timeBetweenTheFirstQueueJoinedAndTheLastOneLeftIsLoggedIn() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417260|1.1|general|anna|ADDMEMBER|
                1795420800|1.2|nis2|anna|REMOVEMEMBER|
                1795420860|1.2|general|anna|REMOVEMEMBER|
                """);

        assertThat(anna).isEqualTo(new Presence(3_660, 3_660, 0, 0, Map.of(), false));
    }

    @Test
    void consultantIsPausedWhilePausedInEveryQueue() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417200|1.1|general|anna|ADDMEMBER|
                1795417300|NONE|nis2|anna|PAUSE|lunch
                1795417400|NONE|general|anna|PAUSE|lunch
                1795417500|NONE|nis2|anna|UNPAUSE|
                1795417600|NONE|general|anna|UNPAUSE|
                1795418000|1.2|nis2|anna|REMOVEMEMBER|
                1795418000|1.2|general|anna|REMOVEMEMBER|
                """);

        assertThat(anna).isEqualTo(new Presence(800, 700, 0, 0, Map.of("lunch", 100L), false));
    }

    @Test
    void pauseOfAllQueuesThatComesWithOneOfEachIsOnePause() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417200|1.1|general|anna|ADDMEMBER|
                1795417300|NONE|NONE|anna|PAUSEALL|lunch
                1795417300|NONE|nis2|anna|PAUSE|lunch
                1795417300|NONE|general|anna|PAUSE|lunch
                1795417400|NONE|NONE|anna|UNPAUSEALL|
                1795417400|NONE|nis2|anna|UNPAUSE|
                1795417400|NONE|general|anna|UNPAUSE|
                1795417500|1.2|nis2|anna|REMOVEMEMBER|
                1795417500|1.2|general|anna|REMOVEMEMBER|
                """);

        assertThat(anna).isEqualTo(new Presence(300, 200, 0, 0, Map.of("lunch", 100L), false));
    }

    @Test
    void changeOfReasonMergesNoReasonsWhetherOrNotAnUnpauseIsWritten() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417300|NONE|nis2|anna|PAUSE|lunch
                1795417400|NONE|nis2|anna|PAUSE|training
                1795417600|NONE|nis2|anna|UNPAUSE|Auto-Unpause
                1795417600|NONE|nis2|anna|PAUSE|lunch
                1795417610|NONE|nis2|anna|UNPAUSE|
                1795417700|1.2|nis2|anna|REMOVEMEMBER|
                """);

        assertThat(anna).isEqualTo(new Presence(500, 190, 0, 0, Map.of("lunch", 110L, "training", 200L), false));
    }

    @Test
    void repeatedJoinAndRepeatedPauseDoubleNothing() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417250|1.1|nis2|anna|ADDMEMBER|
                1795417300|NONE|nis2|anna|PAUSE|lunch
                1795417350|NONE|nis2|anna|PAUSE|lunch
                1795417400|NONE|nis2|anna|UNPAUSE|
                1795417450|NONE|nis2|anna|UNPAUSE|
                1795417500|1.2|nis2|anna|REMOVEMEMBER|
                1795417550|1.2|nis2|anna|REMOVEMEMBER|
                """);

        assertThat(anna).isEqualTo(new Presence(300, 200, 0, 0, Map.of("lunch", 100L), false));
    }

    @Test
    void whoJoinsAQueueWhileOnABreakIsBackAtWorkAndWhoJoinsPausedIsNot() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|PAUSED
                1795417300|1.1|general|anna|ADDMEMBER|
                1795417400|1.2|nis2|anna|REMOVEMEMBER|
                1795417400|1.2|general|anna|REMOVEMEMBER|
                """);

        assertThat(anna).isEqualTo(new Presence(200, 100, 0, 0, Map.of("none", 100L), false));
    }

    @Test
    void afterCallWorkIsNoBreakAndCountsForOccupancy() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417290|1795417290.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795417300|1795417290.7|nis2|anna|CONNECT|10|1795417295.8|5
                1795417400|1795417290.7|nis2|anna|COMPLETECALLER|10|100|1
                1795417400|NONE|nis2|anna|PAUSE|aftercall
                1795417450|NONE|nis2|anna|UNPAUSE|
                1795417450|NONE|nis2|anna|PAUSE|lunch
                1795417600|NONE|nis2|anna|UNPAUSE|
                1795417800|1.2|nis2|anna|REMOVEMEMBER|
                """);

        assertThat(anna).isEqualTo(new Presence(600, 400, 100, 50, Map.of("lunch", 150L), false));
        assertThat(anna.occupancy()).isEqualTo(new BigDecimal("0.3333"));
    }

    @Test
    void twoConversationsAtOnceAreTalkedInOnce() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417300|1795417290.7|nis2|anna|CONNECT|10|1795417295.8|5
                1795417310|1795417291.7|nis2|anna|CONNECT|10|1795417296.8|5
                1795417320|1795417291.7|nis2|anna|COMPLETECALLER|10|10|1
                1795417400|1795417290.7|nis2|anna|COMPLETECALLER|10|100|1
                1795417800|1.2|nis2|anna|REMOVEMEMBER|
                """);

        assertThat(anna.talking()).isEqualTo(100);
    }

    @Test
    void conversationsWithinOneAnotherAreTalkedInOnce() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417300|1795417290.7|nis2|anna|CONNECT|10|1795417295.8|5
                1795417310|1795417291.7|nis2|anna|CONNECT|10|1795417296.8|5
                1795417350|1795417292.7|nis2|anna|CONNECT|10|1795417297.8|5
                1795417360|1795417292.7|nis2|anna|COMPLETECALLER|10|10|1
                1795417380|1795417291.7|nis2|anna|COMPLETECALLER|10|70|1
                1795417400|1795417290.7|nis2|anna|COMPLETECALLER|10|100|1
                1795417800|1.2|nis2|anna|REMOVEMEMBER|
                """);

        assertThat(anna.talking()).isEqualTo(100);
    }

    @Test
    void whatIsBetweenTwoConversationsWithinALongOneIsTalkedInToo() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417300|1795417290.7|nis2|anna|CONNECT|10|1795417295.8|5
                1795417310|1795417291.7|nis2|anna|CONNECT|10|1795417296.8|5
                1795417320|1795417291.7|nis2|anna|COMPLETECALLER|10|10|1
                1795417340|1795417292.7|nis2|anna|CONNECT|10|1795417297.8|5
                1795417350|1795417292.7|nis2|anna|COMPLETECALLER|10|10|1
                1795417400|1795417290.7|nis2|anna|COMPLETECALLER|10|100|1
                1795417800|1.2|nis2|anna|REMOVEMEMBER|
                """);

        assertThat(anna.talking()).isEqualTo(100);
    }

    @Test
    void conversationWithoutItsEndAddsNothing() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417300|1795417290.7|nis2|anna|CONNECT|10|1795417295.8|5
                1795417400|NONE|NONE|NONE|QUEUESTART|
                1795417800|1.2|nis2|anna|REMOVEMEMBER|
                """);

        assertThat(anna).isEqualTo(new Presence(600, 600, 0, 0, Map.of(), false));
    }

    @Test
    void membershipOutlivesARestartOfAsterisk() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417400|NONE|NONE|NONE|QUEUESTART|
                1795417800|1.2|nis2|anna|REMOVEMEMBER|
                """);

        assertThat(anna.loggedIn()).isEqualTo(600);
    }

    @Test
    void whoIsStillSignedInIsCountedUpToTheEndOfTheLogsAsEstimated() {
        Presence anna = anna("""
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795417500|1795417500.7|NONE|NONE|LEFTIVR|menu
                """);

        assertThat(anna).isEqualTo(new Presence(300, 300, 0, 0, Map.of(), true));
    }

    @Test
    void whoTalksWithoutHavingJoinedIsCountedFromThatWordOnAsEstimated() {
        Presence anna = anna("""
                1795417300|1795417290.7|nis2|anna|CONNECT|10|1795417295.8|5
                1795417400|1795417290.7|nis2|anna|COMPLETECALLER|10|100|1
                1795417500|1.2|nis2|anna|REMOVEMEMBER|
                1795417510|NONE|nis2|anna|PAUSE|lunch
                """);

        assertThat(anna).isEqualTo(new Presence(200, 200, 100, 0, Map.of(), true));
    }

    @Test
    void whoSignedInDaysBeforeTheMonthIsThereFromItsFirstSecondOn() {
        new Logs(folder).with("queue_log", """
                1792800000|1.1|nis2|anna|ADDMEMBER|
                1793487660|1.2|nis2|anna|REMOVEMEMBER|
                """);

        ConsultantFigures anna = consultant(new Logs(folder).month("2026-11").availability());
        assertThat(anna.total()).isEqualTo(new Presence(60, 60, 0, 0, Map.of(), false));
        assertThat(anna.days().get(0).presence().loggedIn()).isEqualTo(60);
    }

    @Test
    void nightIsPartedAtMidnightByTheClockOfTheHotline() {
        new Logs(folder).with("queue_log", """
                1795474740|1.1|nis2|anna|ADDMEMBER|
                1795474830|1.2|nis2|anna|REMOVEMEMBER|
                """);

        ConsultantFigures anna = consultant(new Logs(folder).month("2026-11").availability());
        assertThat(anna.days().get(22).presence().loggedIn()).isEqualTo(60);
        assertThat(anna.days().get(23).presence().loggedIn()).isEqualTo(30);
    }

    @Test
    void dayThatTheClockRepeatsAnHourInHasTwentyFiveHours() {
        new Logs(folder).with("queue_log", """
                1792792800|1.1|nis2|anna|ADDMEMBER|
                1792974000|1.2|nis2|anna|REMOVEMEMBER|
                """);

        ConsultantFigures anna = consultant(new Logs(folder).month("2026-10").availability());
        assertThat(anna.days().get(24).date()).isEqualTo(LocalDate.parse("2026-10-25"));
        assertThat(anna.days().get(24).presence().loggedIn()).isEqualTo(25 * 3_600);
    }

    @Test
    void queueThatIsNotTheHotlinesSignsNobodyIn() {
        assertThat(availability("""
                1795417200|1.1|sales|anna|ADDMEMBER|
                1795417300|NONE|NONE|anna|PAUSEALL|lunch
                1795417300|NONE|sales|anna|PAUSE|lunch
                1795417800|1.2|sales|anna|REMOVEMEMBER|
                """).consultants()).isEmpty();
    }

    @Test
    void coverageIsTheShareOfTheOpeningHoursWithSomebodyAtWork() {
        Coverage monday = monday(availability("""
                1795413600|1.1|nis2|anna|ADDMEMBER|
                1795425300|NONE|nis2|anna|PAUSE|lunch
                1795428540|NONE|nis2|anna|UNPAUSE|
                1795460000|1.2|nis2|anna|REMOVEMEMBER|
                """));

        assertThat(monday.openSeconds()).isEqualTo(32_400);
        assertThat(monday.atLeastOne()).isEqualTo(new BigDecimal("0.9000"));
        assertThat(monday.atLeastSix()).isEqualTo(new BigDecimal("0.0000"));
    }

    @Test
    void sixConsultantsCoverTheTimeThatTheyShare() {
        StringBuilder log = new StringBuilder();
        for (int consultant = 0; consultant < 6; consultant++) {
            // Each an hour later than the one before, at 8, 9, … 13; all leave at 17.
            log.append(1795417200 + consultant * 3_600)
                    .append("|1.1|nis2|c")
                    .append(consultant)
                    .append("|ADDMEMBER|\n");
        }
        for (int consultant = 0; consultant < 6; consultant++) {
            log.append("1795449600|1.2|nis2|c").append(consultant).append("|REMOVEMEMBER|\n");
        }

        Coverage monday = monday(availability(log.toString()));

        assertThat(monday.atLeastOne()).isEqualTo(new BigDecimal("1.0000"));
        assertThat(monday.atLeastSix()).isEqualTo(new BigDecimal("0.4444"));
    }

    @Test
    void dayWithoutOpeningHoursAndDayBehindTheEndOfTheLogsHaveNoShare() {
        new Logs(folder).with("queue_log", """
                1795417200|1.1|nis2|anna|ADDMEMBER|
                1795449600|1.2|nis2|anna|REMOVEMEMBER|
                """);

        Availability month = new Logs(folder).month("2026-11").availability();

        Coverage sunday = month.coverage().get(21);
        Coverage tuesday = month.coverage().get(23);
        assertThat(sunday).isEqualTo(new Coverage(LocalDate.parse("2026-11-22"), 0L, null, null));
        assertThat(tuesday).isEqualTo(new Coverage(LocalDate.parse("2026-11-24"), 32_400L, null, null));
    }

    private Availability availability(String log) {
        return new Logs(folder).with("queue_log", log).day("2026-11-23").availability();
    }

    private Presence anna(String log) {
        return consultant(availability(log)).total();
    }

    private static ConsultantFigures consultant(Availability availability) {
        assertThat(availability.consultants())
                .extracting(ConsultantFigures::consultant)
                .containsExactly("anna");
        return availability.consultants().get(0);
    }

    private static Coverage monday(Availability availability) {
        assertThat(availability.coverage()).hasSize(1);
        return availability.coverage().get(0);
    }
}
