package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.infolinia.reports.RandomHistories.Line;
import org.infolinia.reports.RandomHistories.Season;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.WaitFigures;
import org.infolinia.reports.json.ReportJson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our figures beside those of an awk script that shares no line with the program: {@code counter.awk}. */
class IndependentCounterTest {

    private static final int LOGS = 100;
    private static final int CALLS = 40;

    /** Month by which the logs of a season are counted. */
    private record Counted(Season season, String month) {}

    private static final List<Counted> SEASONS = List.of(
            new Counted(Season.SPRING, "2026-03"),
            new Counted(Season.AUTUMN, "2026-10"),
            new Counted(Season.MONTHS_END, "2026-10"),
            new Counted(Season.MONTHS_END, "2026-11"));

    private static final List<ToLongFunction<CallFigures>> SUMMED = List.of(
            figures -> Objects.requireNonNull(figures.received()),
            CallFigures::offered,
            CallFigures::answered,
            CallFigures::abandoned,
            CallFigures::talkSeconds,
            CallFigures::droppedByConsultant);

    @TempDir
    Path folder;

    /** Ten times a hundred logs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anIndependentCounterFindsTheSameInAnyLog(long seed) throws Exception {
        Map<Path, String> months = new LinkedHashMap<>();
        Map<Path, Path> lossless = new LinkedHashMap<>();
        for (int log = 0; log < LOGS; log++) {
            Random dice = new Random(seed * LOGS + log);
            Counted counted = SEASONS.get(log % SEASONS.size());
            Path whole = folder.resolve("whole" + log);
            Path torn = folder.resolve("torn" + log);
            RandomHistories random = new RandomHistories(dice.nextLong(), CALLS, counted.season);
            writeWhole(random, new Logs(whole));
            boolean lost = writeTorn(random, dice, new Logs(torn));
            months.put(torn, counted.month);
            if (!lost) {
                lossless.put(torn, whole);
            }
        }

        Map<Path, List<String>> byAwk = countByAwk(months);

        months.forEach((logs, month) -> {
            Report report = new Logs(logs).month(month);
            assertThat(countByUs(report)).as("%s of %s", month, logs).isEqualTo(byAwk.get(logs));
            assertThatItsSumsHold(report);
        });
        lossless.forEach((torn, whole) -> assertThat(json(torn, month(months, torn)))
                .as("of %s", torn)
                .isEqualTo(json(whole, month(months, torn))));
        assertThat(lossless).hasSizeGreaterThan(LOGS / 4);
    }

    /** {@code figures.md}: both lines for every day, and the month is the sum of its days. */
    private static void assertThatItsSumsHold(Report report) {
        CallFigures total = report.calls().total();
        assertThat(report.calls().days()).allSatisfy(day -> {
            CallFigures figures = day.figures();
            assertThat(figures.offered())
                    .isEqualTo(figures.answered()
                            + figures.abandoned()
                            + figures.timedOut()
                            + figures.exitedByKey()
                            + figures.removed());
            assertThat(figures.unanswered()).isEqualTo(figures.offered() - figures.answered());
        });
        for (ToLongFunction<CallFigures> figure : SUMMED) {
            assertThat(report.calls().days().stream()
                            .mapToLong(day -> figure.applyAsLong(day.figures()))
                            .sum())
                    .isEqualTo(figure.applyAsLong(total));
        }
        if (report.calls().reconciliationCount() == 0) {
            assertThat(total.receivedDifference()).isZero();
        }
    }

    private static void writeWhole(RandomHistories random, Logs logs) {
        logs.with("queue_log", RandomHistories.log(random.lines()))
                .with("Master.csv", RandomHistories.log(random.records()));
    }

    /**
     * In any order within a second, late by up to five, some twice, in rotated files, packed or not, one of which is there twice, perhaps cut.
     *
     * @return whether some of its bytes are in no whole line
     */
    private static boolean writeTorn(RandomHistories random, Random dice, Logs logs) {
        List<Line> lines = new ArrayList<>(random.lines());
        // Those of one second in any order.
        Collections.shuffle(lines, dice);
        lines.sort(Comparator.comparingLong(Line::at));
        if (dice.nextBoolean()) {
            Map<Line, Long> late = new IdentityHashMap<>();
            lines.forEach(line -> late.put(line, line.at() + dice.nextInt(6)));
            lines.sort(Comparator.comparingLong(line -> Objects.requireNonNull(late.get(line))));
        }
        if (dice.nextBoolean()) {
            lines = lines.stream()
                    .flatMap(line -> Collections.nCopies(dice.nextInt(10) == 0 ? 2 : 1, line).stream())
                    .collect(Collectors.toList());
        }
        int files = 1 + dice.nextInt(5);
        for (int file = files; file > 0; file--) {
            List<Line> part = lines.subList(0, Math.min(lines.size(), dice.nextInt(lines.size() / file * 2 + 1)));
            logs.with("queue_log." + file + (dice.nextBoolean() ? ".gz" : ""), RandomHistories.log(part));
            if (dice.nextInt(4) == 0) {
                logs.with("queue_log-2026" + file, RandomHistories.log(part));
            }
            part.clear();
        }
        String last = RandomHistories.log(lines);
        boolean cut = last.length() > 1 && dice.nextBoolean();
        logs.with("queue_log", cut ? last.substring(0, last.length() - 1 - dice.nextInt(last.length() - 1)) : last);
        List<Line> records = random.records();
        int rotated = dice.nextInt(records.size());
        logs.with("Master.csv.1.gz", RandomHistories.log(records.subList(0, rotated)))
                .with("Master.csv", RandomHistories.log(records.subList(rotated, records.size())));
        return cut;
    }

    /** The figures that the script prints, a line a day and one in all. */
    private static List<String> countByUs(Report report) {
        List<String> lines = report.calls().days().stream()
                .map(day -> day.date() + " " + figures(day.figures()))
                .collect(Collectors.toList());
        lines.add("total " + figures(report.calls().total()));
        return lines;
    }

    private static String figures(CallFigures figures) {
        return ("received=%d closedHours=%d leftInIvr=%d refused=%d offered=%d answered=%d abandoned=%d abandonedShort=%d"
                        + " timedOut=%d exitedByKey=%d removed=%d talkSeconds=%d droppedByConsultant=%d rejectedOffers=%d"
                        + " rejectedCalls=%d missedOffers=%d dumped=%d hungUpEarly=%d endedByConsultant=%d waitAnswered=%s"
                        + " waitAbandoned=%s")
                .formatted(
                        figures.received(),
                        figures.closedHours(),
                        figures.leftInIvr(),
                        figures.refused(),
                        figures.offered(),
                        figures.answered(),
                        figures.abandoned(),
                        figures.abandonedShort(),
                        figures.timedOut(),
                        figures.exitedByKey(),
                        figures.removed(),
                        figures.talkSeconds(),
                        figures.droppedByConsultant(),
                        figures.rejectedOffers(),
                        figures.rejectedCalls(),
                        figures.missedOffers(),
                        figures.dumped(),
                        figures.hungUpEarly(),
                        figures.endedByConsultant(),
                        waits(figures.waitAnswered()),
                        waits(figures.waitAbandoned()));
    }

    private static String waits(WaitFigures waits) {
        return waits.mean() + "/" + waits.median() + "/" + waits.p90() + "/" + waits.max();
    }

    private Map<Path, List<String>> countByAwk(Map<Path, String> months) throws IOException, InterruptedException {
        Path counter = folder.resolve("counter.awk");
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("counter.awk"))) {
            Files.copy(script, counter);
        }
        StringBuilder shell = new StringBuilder("set -e; export TZ=Europe/Warsaw LC_ALL=C\n");
        for (Map.Entry<Path, String> month : months.entrySet()) {
            Path lines = Files.write(month.getKey().resolve("lines"), inOrder(month.getKey()));
            shell.append("echo '== %s'; awk -v MONTH=%s -f %s < %s%n"
                    .formatted(month.getKey(), month.getValue(), counter, lines));
        }
        Path commands = Files.writeString(folder.resolve("count.sh"), shell);
        Process sh = new ProcessBuilder("sh", commands.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sh.waitFor()).as(said).isZero();
        Map<Path, List<String>> counted = new LinkedHashMap<>();
        for (String part : said.split("== ", -1)) {
            if (!part.isEmpty()) {
                List<String> lines = part.lines().toList();
                Path logs = Path.of(lines.get(0));
                String month = month(months, logs);
                counted.put(
                        logs,
                        lines.stream()
                                .skip(1)
                                .filter(line -> line.startsWith("total") || isDay(line, month))
                                .toList());
            }
        }
        return counted;
    }

    /** All lines that the script takes, as it says at its top how to make them of the logs. */
    private static List<String> inOrder(Path logs) throws IOException {
        List<String> records = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "{queue_log,Master.csv}*")) {
            for (Path file : files) {
                try (InputStream in = file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    (file.getFileName().toString().startsWith("M") ? records : lines)
                            .addAll(List.of((text + "\001").split("\n")));
                }
            }
        }
        lines.sort(Comparator.comparing(line -> line.split("[|\001]", 2)[0]));
        records.add("\002");
        records.addAll(lines);
        return records;
    }

    private static String month(Map<Path, String> months, Path logs) {
        return Objects.requireNonNull(months.get(logs));
    }

    private static boolean isDay(String line, String month) {
        return Integer.parseInt(line.substring(month.length() + 1, month.length() + 3))
                <= java.time.YearMonth.parse(month).lengthOfMonth();
    }

    private static String json(Path logs, String month) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportJson.write(new Logs(logs).month(month), out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
