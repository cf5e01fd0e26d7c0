package org.infolinia.hotline.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.Topic;
import org.infolinia.hotline.calendar.OpeningHours.Span;
import org.infolinia.hotline.callback.CallbackRules;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.ivr.Question;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.LanguageLevel;
import org.infolinia.hotline.queue.PresenceRules;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.queue.WaitingRules;
import org.infolinia.hotline.recording.RecordingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotlineFileTest {

    private static final Language PL = new Language("pl");
    private static final Language EN = new Language("en");
    private static final Path DEMONSTRATION = Path.of("../dialplan/hotline.xml");

    @TempDir
    Path folder;

    @Test
    void everyPartOfTheFileIsThere() throws Exception {
        Hotline hotline = read(SoundHotline.TEXT);

        assertThat(hotline.hours().zone()).isEqualTo(ZoneId.of("Europe/Warsaw"));
        assertThat(hotline.hours().weekly())
                .isEqualTo(Map.of(
                        DayOfWeek.MONDAY,
                        List.of(
                                new Span(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                                new Span(LocalTime.of(12, 0), LocalTime.of(17, 0))),
                        DayOfWeek.TUESDAY,
                        List.of(new Span(LocalTime.of(8, 0), LocalTime.of(12, 0)))));
        assertThat(hotline.hours().closedDays().entrySet())
                .containsExactly(Map.entry(LocalDate.of(2026, 12, 31), "Inwentaryzacja"));
        assertThat(hotline.hours().closedDates(2026))
                .contains(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31))
                .hasSize(15);
        assertThat(hotline.languages()).containsExactly(PL, EN);
        assertThat(hotline.topics())
                .containsExactly(new Topic("nis2", new Texts(Map.of(PL, "Dyrektywa", EN, "Directive"))));
        assertThat(hotline.queues())
                .containsExactly(
                        new QueueRules(
                                new QueueName("nis2"),
                                Optional.of("nis2"),
                                QueueRules.Strategy.RRMEMORY,
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(10),
                                20,
                                Optional.empty(),
                                Duration.ZERO,
                                Optional.empty()),
                        new QueueRules(
                                new QueueName("any"),
                                Optional.empty(),
                                QueueRules.Strategy.RINGALL,
                                Duration.ofSeconds(20),
                                Duration.ofMinutes(15),
                                30,
                                Optional.empty(),
                                Duration.ZERO,
                                Optional.empty()));
        assertThat(hotline.generalQueue()).isEqualTo(new QueueName("any"));
        assertThat(hotline.announcements())
                .hasSize(8)
                .containsEntry("hello", new Announcement("hello", new Texts(Map.of(PL, "Dzień dobry", EN, "Hello"))));
        assertThat(hotline.thresholds())
                .isEqualTo(new Thresholds(Duration.ofSeconds(20), Duration.ofSeconds(4), Duration.ofSeconds(9)));
    }

    @Test
    void whatBecomesOfConsultantsIsReadAndHasDefaults() throws Exception {
        assertThat(read(SoundHotline.TEXT).presence())
                .isEqualTo(new PresenceRules(Duration.ofSeconds(20), true, false));
        assertThat(read(SoundHotline.TEXT.replace(
                                "<announcements>",
                                "<presence after-call-seconds=\"0\" missed=\"stay\" outcome=\"required\"/><announcements>"))
                        .presence())
                .isEqualTo(new PresenceRules(Duration.ZERO, false, true));
    }

    @Test
    void everyKindOfNodeIsReadInTheOrderOfTheFile() throws Exception {
        Hotline hotline = read(SoundHotline.TEXT);

        assertThat(hotline.tree().start()).isEqualTo("start");
        assertThat(hotline.tree().nodes().values())
                .containsExactly(
                        new IvrNode.Hours("start", "hello", "no"),
                        new IvrNode.Announce("no", List.of("closed", "goodbye"), "bye"),
                        new IvrNode.End("bye"),
                        new IvrNode.Announce("hello", List.of("hello"), "main"),
                        new IvrNode.Menu(
                                "main",
                                new Question(
                                        List.of("hello"),
                                        true,
                                        Duration.ofSeconds(5),
                                        3,
                                        Optional.of("refused"),
                                        Optional.of("goodbye")),
                                Map.of('1', "to-nis2", '9', "english", '*', "again"),
                                Optional.empty(),
                                Optional.empty(),
                                "to-any"),
                        new IvrNode.GoTo("again", "main"),
                        new IvrNode.Speak("english", EN, "hello"),
                        new IvrNode.ToQueue("to-nis2", new QueueName("nis2")),
                        new IvrNode.ToQueue("to-any", new QueueName("any")));
    }

    @Test
    void whatConcernsWaitingIsRead() throws Exception {
        Hotline hotline = read(SoundHotline.TEXT.replace("</queues>", """
              <queue name="nis2-en" topic="nis2" language="en" strategy="rrmemory" ring-seconds="15"
                     longest-wait-seconds="600" capacity="20" head-start-seconds="60" overflow-seconds="120"/>
            </queues>
            <consultants>
              <consultant name="anna" queues="nis2 nis2-en" languages="pl en:B2"/>
              <consultant name="bartosz"/>
            </consultants>
            <waiting after-closing-minutes="10">
              <callback key="1" attempts="3" pause-minutes="15" open-days="2"/>
            </waiting>
            """));

        assertThat(hotline.queue(new QueueName("nis2-en")))
                .contains(new QueueRules(
                        new QueueName("nis2-en"),
                        Optional.of("nis2"),
                        QueueRules.Strategy.RRMEMORY,
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(10),
                        20,
                        Optional.of(EN),
                        Duration.ofMinutes(1),
                        Optional.of(Duration.ofMinutes(2))));
        assertThat(hotline.consultants())
                .containsExactly(
                        new ConsultantSkills(
                                "anna",
                                Set.of(new QueueName("nis2"), new QueueName("nis2-en")),
                                Map.of(PL, LanguageLevel.NATIVE, EN, LanguageLevel.B2)),
                        ConsultantSkills.unknown("bartosz"));
        assertThat(hotline.waiting())
                .isEqualTo(new WaitingRules(
                        Duration.ofMinutes(10), Optional.of(new CallbackRules('1', 3, Duration.ofMinutes(15), 2))));
    }

    @Test
    void hotlineThatSaysNothingOfWaitingServesAllAndCallsNobodyBack() throws Exception {
        assertThat(read(SoundHotline.TEXT).waiting())
                .isEqualTo(new WaitingRules(Duration.ofHours(2), Optional.empty()));
    }

    @Test
    void thresholdsThatAreNotGivenAreThoseOfTheFigures() throws Exception {
        String thresholds =
                "<thresholds service-level-seconds=\"20\" abandoned-short-seconds=\"4\" hung-up-early-seconds=\"9\"/>";

        Hotline hotline = read(SoundHotline.with(thresholds, ""));

        assertThat(hotline.thresholds())
                .isEqualTo(new Thresholds(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }

    @Test
    void hotlineThatSaysNothingOfRecordingRecordsNothing() throws Exception {
        assertThat(read(SoundHotline.TEXT).recording()).isEmpty();
    }

    @Test
    void recordingIsReadWithItsLegalBasisAndAPauseOfTwoMinutesWhereNoneIsGiven() throws Exception {
        Hotline hotline = read(recorded("say=\"hello\" then=\"main\"/>"));

        assertThat(hotline.recording())
                .contains(new RecordingRules(
                        "Art. 6 ust. 1 RODO", Duration.ofDays(90), "hello", Duration.ofSeconds(120)));
    }

    @Test
    void recordingWithAWayToAQueueOnWhichNobodyIsToldIsRefusedWithThePlaceOfTheQueue() {
        assertThatThrownBy(() -> read(recorded("say=\"goodbye\" then=\"main\"/>")))
                .isInstanceOfSatisfying(
                        HotlineRefused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::line, Finding::column, Finding::message)
                                .containsExactly(
                                        tuple(
                                                40,
                                                12,
                                                "a caller gets here without the notice of recording \"hello\": start →"
                                                        + " hello → main → to-nis2; expected: an <announce> on the way"
                                                        + " that says it"),
                                        tuple(
                                                41,
                                                12,
                                                "a caller gets here without the notice of recording \"hello\": start →"
                                                        + " hello → main → to-any; expected: an <announce> on the way that"
                                                        + " says it")));
    }

    /** The sound hotline with recording, the announcements it takes, and another end of its first announce. */
    private static String recorded(String announce) {
        return SoundHotline.with("say=\"hello\" then=\"main\"/>", announce)
                .replace(
                        "<announcement id=\"hello\">",
                        "<announcement id=\"recording-paused\"><text language=\"pl\">P</text><text"
                                + " language=\"en\">P</text></announcement><announcement id=\"recording-resumed\"><text"
                                + " language=\"pl\">R</text><text language=\"en\">R</text></announcement><announcement"
                                + " id=\"hello\">")
                .replace(
                        "</ivr>",
                        "</ivr><recording notice=\"hello\" retention-days=\"90\"><legal-basis>Art. 6 ust. 1"
                                + " RODO</legal-basis></recording>");
    }

    @Test
    void hotlineThatNamesNoHolidaysIsOpenOnThem() throws Exception {
        Hotline hotline = read(SoundHotline.with(" holidays=\"PL\"", ""));

        assertThat(hotline.hours().closedDates(2026)).containsExactly(LocalDate.of(2026, 12, 31));
    }

    @Test
    void spansAreInOrderHoweverTheyAreWritten() throws Exception {
        Hotline hotline = read(SoundHotline.with(
                "<open days=\"monday\" from=\"12:00\" to=\"17:00\"/>",
                "<open days=\"monday\" from=\"06:30\" to=\"07:00\"/>"));

        assertThat(hotline.hours().weekly().get(DayOfWeek.MONDAY))
                .containsExactly(
                        new Span(LocalTime.of(6, 30), LocalTime.of(7, 0)),
                        new Span(LocalTime.of(8, 0), LocalTime.of(12, 0)));
    }

    @Test
    void theDemonstrationHotlineIsInOrder() throws Exception {
        Hotline hotline = HotlineFile.read(DEMONSTRATION);

        assertThat(hotline.tree().nodes().keySet())
                .containsExactly(
                        "start",
                        "closed",
                        "closed-english",
                        "closed-en",
                        "bye",
                        "welcome",
                        "main",
                        "english",
                        "welcome-en",
                        "unrecorded",
                        "say-unrecorded",
                        "cra",
                        "cra-away",
                        "to-dojrzalosc",
                        "to-nis2",
                        "to-cra",
                        "to-general",
                        "still-busy",
                        "call-me");
        assertThat(hotline.topics()).extracting(Topic::id).containsExactly("dojrzalosc", "nis2", "cra");
        assertThat(hotline.queues())
                .extracting(queue -> queue.name().value())
                .containsExactly("dojrzalosc", "nis2", "cra", "ogolna");
        assertThat(hotline.announcements())
                .containsKeys(
                        "welcome",
                        "recording-notice",
                        "fallback",
                        "closed",
                        "refused",
                        "too-long",
                        "signed-in",
                        "signed-out");
        assertThat(hotline.thresholds()).isEqualTo(Thresholds.DEFAULT);
    }

    @Test
    void theDemonstrationHotlineIsOpenOnWorkingDaysFromEightToFive() throws Exception {
        var hours = HotlineFile.read(DEMONSTRATION).hours();

        assertThat(hours.isOpenAt(Instant.parse("2026-11-23T06:59:59Z"))).isFalse();
        assertThat(hours.isOpenAt(Instant.parse("2026-11-23T07:00:00Z"))).isTrue();
        assertThat(hours.isOpenAt(Instant.parse("2026-11-23T16:00:00Z"))).isFalse();
        assertThat(hours.isOpenAt(Instant.parse("2026-11-28T10:00:00Z"))).isFalse();
        assertThat(hours.isOpenAt(Instant.parse("2026-12-24T10:00:00Z"))).isFalse();
        assertThat(hours.isOpenAt(Instant.parse("2024-12-24T10:00:00Z"))).isTrue();
    }

    private Hotline read(String text) throws Exception {
        return HotlineFile.read(Files.writeString(folder.resolve("hotline.xml"), text));
    }
}
