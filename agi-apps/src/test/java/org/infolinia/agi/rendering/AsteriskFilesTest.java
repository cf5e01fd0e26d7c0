package org.infolinia.agi.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.calendar.OpeningHours.Span;
import org.infolinia.hotline.callback.CallbackRules;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.ivr.IvrTree;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.LanguageLevel;
import org.infolinia.hotline.queue.PresenceRules;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.queue.WaitingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for a small hotline, letter by letter, and what may not be written into them. */
final class AsteriskFilesTest {

    private static final DialplanSettings SETTINGS =
            new DialplanSettings("127.0.0.1:4573", Path.of("/srv/recordings"), true, 2026, 2);

    private static final OpeningHours HOURS = new OpeningHours(
            ZoneId.of("Europe/Warsaw"),
            Map.of(
                    DayOfWeek.MONDAY,
                    List.of(
                            new Span(LocalTime.of(8, 0), LocalTime.of(12, 30)),
                            new Span(LocalTime.of(13, 0), LocalTime.of(17, 0))),
                    DayOfWeek.SUNDAY,
                    List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MAX))),
            day -> day.getMonthValue() == 12 && day.getDayOfMonth() == 24,
            Map.of(LocalDate.of(2026, 1, 5), "", LocalDate.of(2029, 1, 5), ""),
            Map.of(LocalDate.of(2026, 2, 14), List.of(new Span(LocalTime.of(10, 0), LocalTime.of(12, 0)))));

    private static Hotline hotline(String... queues) {
        List<QueueRules> rules = Arrays.stream(queues)
                .map(name -> new QueueRules(
                        new QueueName(name),
                        Optional.empty(),
                        QueueRules.Strategy.RRMEMORY,
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(10),
                        30,
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.empty()))
                .toList();
        return new Hotline(
                HOURS,
                List.of(new Language("pl"), new Language("en")),
                List.of(),
                rules,
                new QueueName(queues[queues.length - 1]),
                List.of(),
                PresenceRules.DEFAULT,
                WaitingRules.DEFAULT,
                Map.of(),
                new IvrTree("end", Map.of("end", new IvrNode.End("end"))),
                Optional.empty(),
                Thresholds.DEFAULT);
    }

    @Test
    void queuesCarryTheirRules() {
        assertThat(AsteriskFiles.of(hotline("nis2", "common"), SETTINGS).queues())
                .isEqualTo("""
                    ; generated from hotline.xml; do not edit

                    [nis2](infolinia-queue)
                    strategy = rrmemory
                    timeout = 15
                    maxlen = 30
                    periodic-announce = infolinia/waiting-still

                    [common](infolinia-queue)
                    strategy = rrmemory
                    timeout = 15
                    maxlen = 30
                    periodic-announce = infolinia/waiting-still
                    """);
    }

    @Test
    void extensionsCarryTheBoxAndTheHotlineOfTheStartUnderThatOfTheMoment() {
        assertThat(AsteriskFiles.of(hotline("nis2", "common"), SETTINGS).extensions())
                .isEqualTo("""
                    ; generated from hotline.xml; do not edit

                    ; What the dialplan has to know of the hotline.   Gosub, no arguments
                    ; Sets INFOLINIA_AGI (host:port), INFOLINIA_RECORDINGS (folder), INFOLINIA_DEVELOPMENT (1 or 0),
                    ; INFOLINIA_GENERAL (queue), INFOLINIA_QUEUES (all, joined by &), INFOLINIA_LANGUAGE (the first),
                    ; INFOLINIA_ZONE, INFOLINIA_NOTICE (announcement that tells of the recording; empty where nothing is
                    ; recorded), INFOLINIA_LONGEST_PAUSE (of a recording, seconds): from INFOLINIA_GENERAL on as they were
                    ; when Asterisk started, should hotline.conf be gone.
                    [infolinia-settings]
                    exten = s,1,MSet(INFOLINIA_AGI=127.0.0.1:4573,INFOLINIA_RECORDINGS=/srv/recordings,\
                    INFOLINIA_DEVELOPMENT=1,${AST_CONFIG(infolinia/generated/hotline.conf,settings,variables)})
                     same = n,ExecIf($["${INFOLINIA_GENERAL}" = ""]?MSet(INFOLINIA_GENERAL=common,\
                    INFOLINIA_QUEUES=nis2&common,INFOLINIA_LANGUAGE=pl,INFOLINIA_ZONE=Europe/Warsaw,INFOLINIA_NOTICE=,\
                    INFOLINIA_LONGEST_PAUSE=0))
                     same = n,Return()
                    """);
    }

    @Test
    void liveFileCarriesSettingsQueueRulesAndCalendar() {
        assertThat(AsteriskFiles.of(hotline("nis2", "common"), SETTINGS).live()).isEqualTo("""
            ; generated from hotline.xml; do not edit

            [settings]
            variables = INFOLINIA_GENERAL=common,INFOLINIA_QUEUES=nis2&common,INFOLINIA_LANGUAGE=pl,\
            INFOLINIA_ZONE=Europe/Warsaw,INFOLINIA_NOTICE=,INFOLINIA_LONGEST_PAUSE=0

            ; How each queue serves its callers; by language, whose callers have a queue of their own.
            [queue-nis2]
            variables = INFOLINIA_QUEUE_WAIT=600,INFOLINIA_HEAD_START=0,INFOLINIA_OVERFLOW=0

            [queue-common]
            variables = INFOLINIA_QUEUE_WAIT=600,INFOLINIA_HEAD_START=0,INFOLINIA_OVERFLOW=0

            ; Where consultants sign in, as queue:penalty; those who are not listed where "others" do.
            [consultants]
            others = nis2:0&common:0


            ; By weekday, 1 is Monday: an expression that is 1 while the hotline is open.
            ; A time of day is written 1HHMMSS: with the 1 in front it is a number without leading zeros.
            [weekly-hours]
            1 = $[(${time} >= 1080000 & ${time} < 1123000) | (${time} >= 1130000 & ${time} < 1170000)]
            2 = 0
            3 = 0
            4 = 0
            5 = 0
            6 = 0
            7 = $[(${time} >= 1000000 & ${time} < 1240000)]

            ; Days that do not keep to the week: holidays and other closed days from 2026 to 2027, and single open days
            [single-days]
            20260105 = 0
            20260214 = $[(${time} >= 1100000 & ${time} < 1120000)]
            20261224 = 0
            20271224 = 0
            """);
    }

    @Test
    void languagesConsultantsAndTheCallbackKeyAreWrittenDown() {
        QueueRules english = new QueueRules(
                new QueueName("nis2-en"),
                Optional.of("nis2"),
                QueueRules.Strategy.RINGALL,
                Duration.ofSeconds(15),
                Duration.ofMinutes(5),
                10,
                Optional.of(new Language("en")),
                Duration.ofMinutes(1),
                Optional.of(Duration.ofSeconds(90)));
        QueueRules polish = new QueueRules(
                new QueueName("nis2"),
                Optional.of("nis2"),
                QueueRules.Strategy.RRMEMORY,
                Duration.ofSeconds(15),
                Duration.ofMinutes(10),
                30,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty());
        Hotline plain = hotline("common");
        Hotline hotline = new Hotline(
                plain.hours(),
                plain.languages(),
                plain.topics(),
                List.of(polish, english, plain.queues().get(0)),
                plain.generalQueue(),
                List.of(
                        new ConsultantSkills(
                                "anna",
                                Set.of(),
                                Map.of(
                                        new Language("pl"), LanguageLevel.NATIVE,
                                        new Language("en"), LanguageLevel.B2)),
                        new ConsultantSkills("bartosz", Set.of(), Map.of(new Language("pl"), LanguageLevel.C1)),
                        new ConsultantSkills("celina", Set.of(new QueueName("common")), Map.of())),
                PresenceRules.DEFAULT,
                new WaitingRules(Duration.ZERO, Optional.of(new CallbackRules('1', 3, Duration.ofMinutes(15), 1))),
                plain.announcements(),
                plain.tree(),
                plain.recording(),
                plain.thresholds());

        AsteriskFiles files = AsteriskFiles.of(hotline, SETTINGS);

        assertThat(files.queues())
                .contains("periodic-announce = infolinia/waiting-callback-1\ncontext = infolinia-callback-key\n");
        assertThat(files.live()).contains("""
            [queue-nis2]
            variables = INFOLINIA_QUEUE_WAIT=600,INFOLINIA_HEAD_START=0,INFOLINIA_OVERFLOW=0
            en = nis2-en

            [queue-nis2-en]
            variables = INFOLINIA_QUEUE_WAIT=300,INFOLINIA_HEAD_START=60,INFOLINIA_OVERFLOW=90

            [queue-common]
            """).contains("""
                    others = nis2:0&nis2-en:0&common:0
                    anna = nis2:7&nis2-en:3&common:7
                    bartosz = nis2:2&common:2
                    celina = common:0

                    ; The key by which a waiting caller leaves a number.
                    [callback]
                    key = 1
                    """);
    }

    @Test
    void sameHotlineGivesTheSameText() {
        assertThat(AsteriskFiles.of(hotline("a", "b"), SETTINGS))
                .isEqualTo(AsteriskFiles.of(hotline("a", "b"), SETTINGS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "General", "infolinia-queue", "_nis2"})
    void queueNameThatMeansSomethingElseToAsteriskIsRefused(String name) {
        assertThatThrownBy(() -> AsteriskFiles.of(hotline("nis2", name), SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nis2-pl", "NIS2PL"})
    void queuesThatAsteriskCannotTellApartAreRefused(String name) {
        assertThatThrownBy(() -> AsteriskFiles.of(hotline("nis2pl", name), SETTINGS))
                .hasMessageContaining("\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/srv/a,b", "/srv/${EXTEN}", "/srv/a b", "/srv/a;b", "/srv/a\nb", "/srv/a|b", "/srv/a)b", "srv"})
    void folderThatIsNotPlainTextToADialplanIsRefused(String folder) {
        assertThatThrownBy(() -> new DialplanSettings("127.0.0.1:4573", Path.of(folder), false, 2026, 3))
                .hasMessageContaining("folder for recordings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:4573/ivr", "host,1:4573", "${X}:1", ":4573"})
    void addressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> new DialplanSettings(address, Path.of("/srv"), false, 2026, 3))
                .hasMessageContaining("FastAGI server");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21})
    void numberOfYearsIsBounded(int years) {
        assertThatThrownBy(() -> new DialplanSettings("h:1", Path.of("/srv"), false, 2026, years))
                .hasMessageContaining("years from 2026");
    }
}
