package org.infolinia.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.words.Words;

/** A folder of logs for a test, and the reports on it. */
public final class Logs {

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /** Monday to Friday, 8 to 17. */
    private static final OpeningHours HOURS = new OpeningHours(
            WARSAW,
            Stream.of(DayOfWeek.values())
                    .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
                    .collect(Collectors.toMap(
                            day -> day,
                            day -> List.of(new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(17, 0))))),
            day -> false,
            Set.of());

    private final Path folder;

    public Logs(Path folder) {
        this.folder = folder;
    }

    public Logs with(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            if (name.endsWith(".gz")) {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                    out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            } else {
                Files.writeString(file, content);
            }
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Path folder() {
        return folder;
    }

    /** Queues nis2 (15 s ring) and general (20 s ring), the usual thresholds. */
    public static ReportRules rules() {
        Map<QueueName, Duration> queues = new LinkedHashMap<>();
        queues.put(new QueueName("nis2"), Duration.ofSeconds(15));
        queues.put(new QueueName("general"), Duration.ofSeconds(20));
        return new ReportRules(WARSAW, Thresholds.DEFAULT, queues, Optional.of(HOURS));
    }

    /** On November 2026, of that queue log. */
    Report november(String queueLog) {
        return with("queue_log", queueLog).month("2026-11");
    }

    CallFigures total(String queueLog) {
        return november(queueLog).calls().total();
    }

    static List<String> notes(Report report) {
        return report.notes().stream().map(Words::english).toList();
    }

    Report month(String month) {
        return report(ReportPeriod.month(YearMonth.parse(month), WARSAW));
    }

    Report day(String day) {
        return report(ReportPeriod.day(LocalDate.parse(day), WARSAW));
    }

    private Report report(ReportPeriod period) {
        try {
            return new LogReport(rules()).read(folder, period);
        } catch (LedgerUnavailable missing) {
            throw new AssertionError(missing);
        }
    }

    static CallFigures on(Report report, String day) {
        return report.calls().days().stream()
                .filter(one -> one.date().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow()
                .figures();
    }
}
