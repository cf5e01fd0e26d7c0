package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.infolinia.hotline.QueueName;
import org.infolinia.reports.RandomHistories.History;
import org.infolinia.reports.RandomHistories.Line;
import org.infolinia.reports.RandomHistories.Season;
import org.infolinia.reports.calls.Call;
import org.infolinia.reports.calls.CallFold;
import org.infolinia.reports.calls.CallIdentity;
import org.infolinia.reports.calls.CallRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.json.ReportJson;
import org.infolinia.reports.ledger.CallIds;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LogFolder;
import org.infolinia.reports.ledger.QueueLog;
import org.infolinia.reports.ledger.Reading;
import org.infolinia.reports.ledger.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomHistoriesTest {

    /** 2026-11 in Warsaw. */
    private static final Span NOVEMBER = new Span(1793487600, 1796079600);

    private static final CallIdentity WITHOUT_CDR = new CallIdentity() {
        @Override
        public long call(long id) {
            return id;
        }

        @Override
        public long arrivedAt(long call) {
            return -1;
        }
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void foldGivesExactlyTheHistoriesBack(long seed) throws Exception {
        RandomHistories random = new RandomHistories(seed, 400);
        new Logs(folder).with("queue_log", RandomHistories.log(random.lines()));

        assertThat(fold()).isEqualTo(random.histories());
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58})
    void overDaylightSavingNightsStartsOfAsteriskAndTransfersTheHistoriesComeBackToo(long seed) throws Exception {
        Season season = List.of(Season.SPRING, Season.AUTUMN, Season.MONTHS_END).get((int) seed % 3);
        RandomHistories random = new RandomHistories(seed, 400, season);
        new Logs(folder)
                .with("queue_log", RandomHistories.log(random.lines()))
                .with("Master.csv", RandomHistories.log(random.records()));
        Map<String, History> told = new TreeMap<>();

        new LogReport(Logs.rules())
                .calls(folder, ReportPeriod.range(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 11, 30), Logs.WARSAW))
                .forEach((id, call) -> told.put(id, history(call)));

        assertThat(told).isEqualTo(random.histories());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void linesOutOfOrderRepeatedAndInManyFilesGiveTheSameHistories(long seed) throws Exception {
        RandomHistories random = new RandomHistories(seed, 400);
        spoil(random.lines(), new Random(seed));

        assertThat(fold()).isEqualTo(random.histories());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void anySplitIntoFilesGivesTheSameBytes(long seed) throws Exception {
        RandomHistories random = new RandomHistories(seed, 400);
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path split = Files.createDirectory(folder.resolve("split"));
        new Logs(whole).with("queue_log", RandomHistories.log(random.lines()));
        split(random.lines(), new Random(seed), new Logs(split));

        assertThat(json(split)).isEqualTo(json(whole));
    }

    private Map<String, History> fold() throws Exception {
        CallIds ids = new CallIds();
        KnownQueues queues = new KnownQueues(List.of(new QueueName("nis2"), new QueueName("general")));
        CallRules rules =
                new CallRules(List.of(Duration.ofSeconds(15), Duration.ofSeconds(20)), Duration.ofSeconds(10));
        Map<String, History> histories = new TreeMap<>();
        // A second pass folds anew, so only what the last fold gives counts.
        new QueueLog(LogFolder.open(folder), queues, ids, Reading.of(NOVEMBER))
                .read(underWay -> {
                    histories.clear();
                    return new CallFold(rules, WITHOUT_CDR, call -> {
                        History before = histories.put(ids.text(call.id()), history(call));
                        assertThat(before).as("call %s came twice", call.id()).isNull();
                    });
                })
                .fold()
                .finish();
        return histories;
    }

    private static History history(Call call) {
        return new History(
                call.arrived(),
                call.outcome(),
                call.waitTime(),
                call.talkTime(),
                call.rejectedOffers(),
                call.missedOffers(),
                call.dumped(),
                call.hungUpEarly(),
                call.endedByConsultant());
    }

    /** Late by up to five seconds, one in ten twice, the files overlapping, one of them there twice. */
    private void spoil(List<Line> lines, Random dice) {
        List<Line> spoilt = new ArrayList<>();
        Map<Line, Integer> places = new java.util.IdentityHashMap<>();
        for (Line line : lines) {
            spoilt.add(line);
            places.put(line, dice.nextInt(6));
        }
        spoilt.sort(Comparator.comparingLong(line -> line.at() + places.getOrDefault(line, 0)));
        List<Line> repeated = spoilt.stream()
                .flatMap(line -> dice.nextInt(10) == 0
                        ? java.util.stream.Stream.of(line, line)
                        : java.util.stream.Stream.of(line))
                .collect(Collectors.toList());
        Logs logs = new Logs(folder);
        split(repeated, dice, logs);
        logs.with("queue_log-20261130.gz", RandomHistories.log(repeated.subList(0, repeated.size() / 2)));
    }

    private static void split(List<Line> lines, Random dice, Logs logs) {
        List<Line> rest = new ArrayList<>(lines);
        int files = 2 + dice.nextInt(6);
        for (int file = files; file > 0; file--) {
            int size = dice.nextInt(rest.size() / file * 2 + 1);
            List<Line> part = rest.subList(0, Math.min(size, rest.size()));
            logs.with("queue_log." + file + (dice.nextBoolean() ? ".gz" : ""), RandomHistories.log(part));
            part.clear();
        }
        logs.with("queue_log", RandomHistories.log(rest));
    }

    private static byte[] json(Path folder) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(new Logs(folder).month("2026-11"), out);
        return out.toByteArray();
    }
}
