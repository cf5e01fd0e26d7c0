package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** R1 to R8: a scripted day of sixty callers, and the report says what the script says. */
@Isolated("it loads the machine on purpose")
class DayTest {

    /** A closed day of the scripted day's hotline. */
    static final Instant CLOSED = Instance.moment("2037-12-31T10:00");

    /** The last digit of who is called says what becomes of it. */
    private static final String OPERATOR = """
                <trunk name="outside" server="127.0.0.5" port="25960" callerId="+48221000100" checkSeconds="10">
                  <address>127.0.0.5</address>
                </trunk>
              </trunks>""";

    /** What the script comes to, figure by figure. */
    private static final Map<String, Integer> FIGURES = figures("""
            received 60, closedHours 4, leftInIvr 8, refused 5, offered 43,
            answered 35, unanswered 8, abandoned 5, abandonedShort 3, timedOut 1, exitedByKey 2, removed 0,
            droppedByConsultant 4, rejectedOffers 2, rejectedCalls 2, missedOffers 2, dumped 0,
            hungUpEarly 2, endedByConsultant 4
            """);

    /** The reports' own tests hold it against logs without number. */
    private static final Path COUNTER =
            Instance.HOME.resolve("reports/src/test/resources/org/infolinia/reports/counter.awk");

    /** Two of those answered and none of those who gave up waited longer than 11 s: 33 ÷ (43 − 5), 33 ÷ 35. */
    private static final double SERVICE_LEVEL = 0.8684;

    private static final double SERVICE_LEVEL_ANSWERED = 0.9429;

    /** Whom consultants called back, whom they called, and whom one asked before handing a caller on. */
    private static final List<String> FURTHER_CALLS =
            List.of("call_back", "call_back", "outbound", "outbound", "outbound");

    @Test
    void theReportSaysWhatTheScriptSays() throws Exception {
        try (Instance instance =
                Instance.up(DayHotline.text(), (system, folder) -> system.replace("  </trunks>", OPERATOR), Map.of())) {
            Map<String, DayCrew> crews = new ConcurrentHashMap<>();
            Lasting anybodyThere = new Lasting();
            Map<String, DayCall> played;
            try (Operator operator = new Operator(instance, "outside", "127.0.0.5", 25_960, false)) {
                instance.servicesSay(0, "trunk outside: its operator's server answers");
                anybodyThere.begins(() -> crews.put("anna", new DayPhones(instance, "anna")));
                DayPhones nis2 = new DayPhones(instance, "bartosz", "celina");
                crews.put("bartosz", nis2);
                crews.put("dawid", new DayPhones(instance, "dawid"));
                crews.put("ewelina", new DayPhones(instance, "ewelina"));
                crews.put("menu", new DayPhones(instance));
                crews.put("nobody", new DayPhones(instance));
                played = play(instance, operator, crews);
                nis2.callsOut("bartosz", "600100201");
                nis2.callsOut("celina", "600100301");
                for (String lane : List.of("bartosz", "dawid", "ewelina")) {
                    crew(crews, lane).close();
                }
                anybodyThere.ends(() -> crew(crews, "anna").close());
            }

            theDatabaseHasTheSame(instance);
            JsonNode report = instance.report();
            List<DayRow> rows = rows(instance);
            theFiguresAreThoseOfTheScript(report);
            eachCallIsAsTheScriptHasIt(rows, played);
            anIndependentCountFindsTheSame(instance, report);
            consultantsWereThere(report, rows, crews.values(), anybodyThere);
            theWorkbookListsEachCall(instance, rows);
        }
    }

    private static DayCrew crew(Map<String, DayCrew> crews, String lane) {
        return Objects.requireNonNull(crews.get(lane), lane);
    }

    /** All lanes at once; gives the calls by linked id. */
    private static Map<String, DayCall> play(Instance instance, Operator operator, Map<String, DayCrew> crews)
            throws Exception {
        List<Callable<Map<String, DayCall>>> lanes = new ArrayList<>();
        DayCall.script()
                .forEach((name, scenes) -> lanes.add(() -> {
                    if (!name.equals("filip")) {
                        DayLane lane = new DayLane(instance, operator, crew(crews, name));
                        scenes.forEach(lane::play);
                        return lane.played();
                    }
                    // A browser belongs to the thread that opened it.
                    try (DayDesk desk = new DayDesk(instance, name)) {
                        crews.put(name, desk);
                        DayLane lane = new DayLane(instance, operator, desk);
                        scenes.forEach(lane::play);
                        desk.takesABreak();
                        return lane.played();
                    }
                }));
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        Map<String, DayCall> played = new LinkedHashMap<>();
        try {
            for (Future<Map<String, DayCall>> lane : threads.invokeAll(lanes)) {
                played.putAll(lane.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return played;
    }

    /** The ledger is some seconds behind the logs; each look takes about as long. */
    private static void theDatabaseHasTheSame(Instance instance) {
        Instance.Ran verified;
        int looks = 0;
        do {
            verified = instance.command(
                    "report",
                    "verify",
                    Instance.month(),
                    "--system",
                    instance.folder.resolve("system.xml").toString());
            looks++;
        } while (verified.code() != 0 && looks < 60);
        assertThat(verified.output())
                .contains("65 calls in the logs; the database has the same, and gives the same figures.");
    }

    private static void theFiguresAreThoseOfTheScript(JsonNode report) {
        JsonNode total = report.at("/calls/total");
        Map<String, Integer> told = new LinkedHashMap<>();
        FIGURES.keySet().forEach(figure -> told.put(figure, total.get(figure).asInt(-1)));
        assertThat(told).isEqualTo(FIGURES);
        assertThat(total.get("serviceLevel").asDouble()).isEqualTo(SERVICE_LEVEL);
        assertThat(total.get("serviceLevelAnswered").asDouble()).isEqualTo(SERVICE_LEVEL_ANSWERED);
        assertThat(report.get("reconciliation")).isEmpty();
        assertThat(report.get("unreadable")).isEmpty();
    }

    private static void eachCallIsAsTheScriptHasIt(List<DayRow> rows, Map<String, DayCall> played) {
        assertThat(rows.stream().filter(row -> row.kind().equals("inbound")).map(DayRow::linkedId))
                .containsExactlyInAnyOrderElementsOf(played.keySet());
        assertThat(rows.stream()
                        .map(DayRow::kind)
                        .filter(kind -> !kind.equals("inbound"))
                        .sorted())
                .isEqualTo(FURTHER_CALLS);
        for (DayRow row : rows) {
            DayCall call = played.get(row.linkedId());
            if (call != null) {
                assertThat(row.outcome())
                        .as("%s of %s", row, call)
                        .isEqualTo(call.outcome().spelled());
                call.waited()
                        .ifPresent(wait ->
                                assertThat(row.waited()).as("wait of %s", call).isBetween(wait.from(), wait.to()));
                call.talked()
                        .ifPresent(talk ->
                                assertThat(row.talked()).as("talk of %s", call).isBetween(talk.from(), talk.to()));
                if (call.number().equals(Optional.of("anonymous"))) {
                    assertThat(row.callerNumber()).isEmpty();
                }
            }
        }
    }

    /** By awk, which knows the logs alone; waits are its affair, since no script knows them to the second. */
    private static void anIndependentCountFindsTheSame(Instance instance, JsonNode report) {
        Instance.Ran counted = Instance.run(List.of(
                "bash",
                "-c",
                "{ cat \"$0\"/cdr-csv/Master.csv; printf '\\002\\n'; sort -s -t '|' -k 1,1n \"$0\"/queue_log; } | TZ=Europe/Warsaw"
                        + " awk -v MONTH=$1 -v RINGS='nis2:4' -v SHORT=3 -v EARLY=3 -f \"$2\" | grep ^total",
                instance.folder.resolve("asterisk/log").toString(),
                Instance.month(),
                COUNTER.toString()));
        JsonNode total = report.at("/calls/total");
        for (String figure :
                counted.output().strip().substring("total ".length()).split(" ")) {
            String name = figure.substring(0, figure.indexOf('='));
            String ours = name.startsWith("wait")
                    ? Stream.of("mean", "median", "p90", "max")
                            .map(part -> total.get(name).get(part).asText())
                            .collect(Collectors.joining("/"))
                    : total.get(name).asText();
            assertThat(name + "=" + ours).isEqualTo(figure);
        }
    }

    private static void consultantsWereThere(
            JsonNode report, List<DayRow> rows, Collection<DayCrew> crews, Lasting anybodyThere) {
        Map<String, JsonNode> told = new HashMap<>();
        report.at("/availability/consultants")
                .forEach(one -> told.put(one.get("consultant").asText(), one.get("total")));
        assertThat(told).containsOnlyKeys("anna", "bartosz", "celina", "dawid", "ewelina", "filip");
        for (DayCrew crew : crews) {
            crew.signedIn().forEach((name, signedIn) -> {
                JsonNode total = Objects.requireNonNull(told.get(name), name);
                assertThat(total.get("estimated").asBoolean()).isFalse();
                signedIn.hasLasted(
                        name + "'s time in the queues", total.get("loggedIn").asDouble());
                assertThat(total.get("talking").asLong())
                        .as("%s talks", name)
                        .isEqualTo(rows.stream()
                                .filter(row -> row.consultants().equals(name)
                                        && !row.kind().equals("outbound"))
                                .mapToLong(DayRow::talked)
                                .sum());
                if (crew instanceof DayDesk desk) {
                    assertThat(total.get("paused")).hasSize(1);
                    desk.meal().hasLasted("the meal", total.at("/paused/meal").asDouble());
                    assertThat(total.get("afterCall").asLong())
                            .as("4 rests of 3 s")
                            .isBetween(8L, 24L);
                } else {
                    assertThat(total.get("paused")).isEmpty();
                    assertThat(total.get("afterCall").asLong()).isZero();
                }
            });
        }
        double one = 0;
        double six = 0;
        for (JsonNode day : report.at("/availability/coverage")) {
            one += day.get("openSeconds").asDouble() * day.get("atLeastOne").asDouble();
            six += day.get("openSeconds").asDouble() * day.get("atLeastSix").asDouble();
        }
        // A share has four places: of a day, it is off by less than five seconds.
        anybodyThere.hasLasted("anybody being there", one, 5);
        assertThat(six).isBetween(1.0, one);
    }

    private static void theWorkbookListsEachCall(Instance instance, List<DayRow> rows) throws Exception {
        Path file = instance.folder.resolve("report-" + Instance.month() + ".xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            Sheet sheet = workbook.getSheet("Lista połączeń");
            assertThat(StreamSupport.stream(sheet.spliterator(), false)
                            .map(row -> row.getCell(1))
                            .filter(Objects::nonNull)
                            .map(Cell::toString)
                            .filter(text -> text.matches("[0-9]+\\.[0-9]+")))
                    .containsExactlyElementsOf(
                            rows.stream().map(DayRow::linkedId).toList());
        }
    }

    private static List<DayRow> rows(Instance instance) throws IOException {
        Instance.Ran ran = Instance.infolinia(
                "report",
                "calls",
                Instance.month(),
                "--from-logs",
                instance.folder.resolve("asterisk/log").toString(),
                "--hotline",
                instance.folder.resolve("hotline.xml").toString(),
                "--out",
                instance.folder.toString());
        assertThat(ran.code()).as(ran.output()).isZero();
        try (Stream<String> lines = Files.lines(instance.folder.resolve("calls-" + Instance.month() + ".csv"))) {
            return lines.skip(1).map(line -> DayRow.of(line.split(";", -1))).toList();
        }
    }

    /** A line of {@code report calls}. */
    private record DayRow(
            String linkedId,
            String kind,
            String callerNumber,
            String outcome,
            long waited,
            long talked,
            String consultants) {

        static DayRow of(String... cells) {
            return new DayRow(
                    cells[0],
                    cells[1],
                    cells[4],
                    cells[6],
                    Long.parseLong(cells[7]),
                    Long.parseLong(cells[8]),
                    cells[10]);
        }
    }

    private static Map<String, Integer> figures(String text) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (String figure : text.strip().split(",\\s+")) {
            figures.put(figure.split(" ")[0], Integer.valueOf(figure.split(" ")[1]));
        }
        return figures;
    }
}
