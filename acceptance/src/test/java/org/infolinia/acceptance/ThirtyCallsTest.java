package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.calls.Call;
import org.infolinia.reports.figures.ReportPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Thirty callers at once and six consultants: the report says what the telephones heard, call by call. */
@Isolated("it loads the machine on purpose")
class ThirtyCallsTest {

    private static final List<String> CONSULTANTS = List.of("anna", "bartosz", "celina", "dawid", "ewelina", "filip");
    private static final Duration TALK = Duration.ofSeconds(3);

    /**
     * What the caller's own telephone knows of a call.
     *
     * @param linkedId Asterisk's name for it
     * @param intent   what the caller set out to do
     * @param answered whether a consultant was heard
     */
    private record Told(String linkedId, Intent intent, boolean answered) {

        Outcome outcome() {
            return switch (intent) {
                case TOO_LATE -> Outcome.CLOSED_HOURS;
                case LEAVES_THE_MENU -> Outcome.LEFT_IN_IVR;
                case TALKS, HANGS_UP_WAITING -> answered ? Outcome.ANSWERED : Outcome.ABANDONED;
            };
        }
    }

    private enum Intent {
        TALKS,
        HANGS_UP_WAITING,
        LEAVES_THE_MENU,
        TOO_LATE
    }

    @Test
    void theReportSaysWhatTheTelephonesHeardCallByCall() throws Exception {
        try (Instance instance = Instance.up()) {
            for (String name : CONSULTANTS) {
                // Whoever hangs up in the queue is gone by then, however busy the machine is.
                instance.signedIn(name).answer(Duration.ofMillis(1500), TALK);
            }

            List<Told> told = placeThirtyCalls(instance);
            JsonNode total = instance.report().at("/calls/total");
            Map<String, Call> counted = counted(instance);

            assertThat(total.get("received").asInt()).isEqualTo(30);
            assertThat(total.get("closedHours").asInt()).isEqualTo(2);
            assertThat(total.get("leftInIvr").asInt()).isEqualTo(3);
            assertThat(total.get("offered").asInt()).isEqualTo(25);
            assertThat(total.get("answered").asInt()).isEqualTo(count(told, Told::answered));
            assertThat(total.get("abandoned").asInt())
                    .isEqualTo(count(told, call -> call.outcome() == Outcome.ABANDONED));
            assertThat(counted).hasSize(30);
            for (Told call : told) {
                Call one = Objects.requireNonNull(counted.get(call.linkedId()), call.toString());
                assertThat(one.outcome()).as("%s", call).isEqualTo(call.outcome());
                if (call.intent() == Intent.TALKS) {
                    assertThat(call.answered()).as("%s", call).isTrue();
                    assertThat((double) one.talkTime().toSeconds()).isCloseTo(TALK.toSeconds(), within(1.0));
                    Sound recording =
                            Sound.ofWav(instance.recording(call.linkedId()).orElseThrow());
                    assertThat(recording.seconds()).isCloseTo(one.talkTime().toSeconds(), within(1.0));
                }
            }
            assertThatTheWorkbookSaysTheSame(instance, total);
        }
    }

    private static List<Told> placeThirtyCalls(Instance instance) throws Exception {
        List<Callable<Told>> callers = new ArrayList<>();
        addCallers(callers, 20, Intent.TALKS, instance);
        addCallers(callers, 5, Intent.HANGS_UP_WAITING, instance);
        addCallers(callers, 3, Intent.LEAVES_THE_MENU, instance);
        addCallers(callers, 2, Intent.TOO_LATE, instance);
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            List<Told> told = new ArrayList<>();
            for (Future<Told> call : threads.invokeAll(callers)) {
                told.add(call.get());
            }
            return told;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void addCallers(List<Callable<Told>> callers, int many, Intent intent, Instance instance) {
        for (int i = 0; i < many; i++) {
            String key = Integer.toString(1 + i % 3);
            callers.add(() -> place(instance, intent, key));
        }
    }

    private static Told place(Instance instance, Intent intent, String key) {
        Instant at = intent == Intent.TOO_LATE ? Instance.moment("2026-11-23T18:30") : Instance.OPEN;
        try (TestCall call = TestCall.dial(instance, at)) {
            if (intent == Intent.LEAVES_THE_MENU) {
                call.reaches("main").hangsUp();
            } else if (intent != Intent.TOO_LATE) {
                call.reaches("main").presses(key);
                call.joinsQueue();
                if (intent == Intent.HANGS_UP_WAITING) {
                    call.hangsUp();
                }
            }
            call.ends();
            return new Told(call.linkedId, intent, heardAConsultant(call));
        }
    }

    /** A consultant's tone is like nothing that announcements or music have: half a second of it is enough. */
    private static boolean heardAConsultant(TestCall call) {
        return Sound.ofAlaw(call.heard()).secondsOf(ConsultantPhone.HERTZ) >= 0.5;
    }

    private static Map<String, Call> counted(Instance instance) throws Exception {
        Hotline hotline = HotlineFile.read(instance.folder.resolve("hotline.xml"));
        ReportPeriod month = ReportPeriod.month(YearMonth.parse(Instance.month()), Instance.ZONE);
        return new LogReport(ReportRules.of(hotline)).calls(instance.folder.resolve("asterisk/log"), month);
    }

    private static int count(List<Told> told, Predicate<Told> which) {
        return (int) told.stream().filter(which).count();
    }

    /** Opens the workbook with LibreOffice, as its reader will, and compares the cells with the JSON. */
    private static void assertThatTheWorkbookSaysTheSame(Instance instance, JsonNode total) throws Exception {
        Path workbook = instance.folder.resolve("report-" + Instance.month() + ".xlsx");

        List<String> calls = sheet(instance, workbook, "R1");
        assertThat(row(calls, "date")).contains("received", "offered", "answered", "abandoned");
        assertThat(row(calls, Instance.month() + "-01")).isNotEmpty();
        for (String figure :
                List.of("received", "closedHours", "leftInIvr", "refused", "offered", "answered", "abandoned")) {
            assertThat(cell(calls, figure))
                    .as(figure)
                    .isEqualTo(total.get(figure).asText());
        }
        List<String> dropped = sheet(instance, workbook, "R3");
        assertThat(cell(dropped, "droppedByConsultant"))
                .isEqualTo(total.get("droppedByConsultant").asText());

        Instance.Ran printed = Instance.run(List.of(
                "soffice",
                "-env:UserInstallation=file://" + instance.folder + "/office",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                instance.folder.toString(),
                workbook.toString()));
        assertThat(printed.code()).as(printed.output()).isZero();
        Instance.Ran text = Instance.run(List.of(
                "pdftotext",
                "-layout",
                instance.folder.resolve("report-" + Instance.month() + ".pdf").toString(),
                "-"));
        assertThat(text.output()).contains("Połączenia odebrane i nieodebrane");
    }

    private static List<String> sheet(Instance instance, Path workbook, String name) throws Exception {
        Instance.Ran ran = Instance.run(List.of(
                "soffice",
                "-env:UserInstallation=file://" + instance.folder + "/office",
                "--headless",
                "--convert-to",
                // Comma, double quotes, UTF-8, cells as they stand, every sheet into a file of its own.
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                "--outdir",
                instance.folder.toString(),
                workbook.toString()));
        assertThat(ran.code()).as(ran.output()).isZero();
        try (var files = Files.list(instance.folder)) {
            Path csv = files.filter(file -> file.getFileName().toString().matches("report-.*-" + name + ".*\\.csv"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no sheet " + name + " in: " + ran.output()));
            return Files.readAllLines(csv);
        }
    }

    private static List<String> row(List<String> sheet, String first) {
        return sheet.stream()
                .map(line -> List.of(line.split(",", -1)))
                .filter(cells -> cells.get(0).equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + first + " in " + sheet));
    }

    private static String cell(List<String> sheet, String figure) {
        return row(sheet, "Razem").get(row(sheet, "date").indexOf(figure));
    }
}
