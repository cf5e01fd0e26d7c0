package org.infolinia.reports.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.DayFigures;
import org.infolinia.reports.figures.Reconciliation;
import org.infolinia.reports.ledger.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a report as a workbook: the same bytes for the same report. */
public final class ReportWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    /** Rows above the first day of a sheet of figures. */
    private static final int FIRST_DAY_ROW = 4;

    private static final int DATE_WITHOUT_YEAR = 5;
    private static final Set<String> CHARTED = Set.of(
            "answered",
            "unanswered",
            "waitAnswered.mean",
            "waitAnswered.median",
            "waitAnswered.p90",
            "waitAnswered.max");
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Logger LOG = LoggerFactory.getLogger(ReportWorkbook.class);

    private final Report report;
    private final SXSSFWorkbook workbook;
    private final Look look;

    private ReportWorkbook(Report report, SXSSFWorkbook workbook) {
        this.report = report;
        this.workbook = workbook;
        this.look = Look.of(workbook);
    }

    /** Leaves the stream open. */
    public static void write(Report report, OutputStream out) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            // With the sizes where any reader looks for them; a report is far below 4 GB.
            workbook.setZip64Mode(Zip64Mode.Never);
            new ReportWorkbook(report, workbook).fill();
            workbook.write(written);
        }
        withoutTimes(written.toByteArray(), out);
    }

    /**
     * Loads POI beside whatever else is done, which takes it most of a second; a fault there is met again, and told, by
     * {@link #write}.
     */
    public static void loadAhead() {
        Thread loading = new Thread(ReportWorkbook::loadAll, "workbook-load-ahead");
        loading.setDaemon(true);
        loading.start();
    }

    private static void loadAll() {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            Look look = Look.of(workbook);
            new Page(workbook.createSheet(), look, 1).text("text").date(LocalDate.EPOCH);
            workbook.write(OutputStream.nullOutputStream());
        } catch (IOException fault) {
            LOG.debug("loading ahead failed", fault);
        }
    }

    /** Packs the parts anew, each with the same time stamp: POI puts the present one there. */
    private static void withoutTimes(byte[] workbook, OutputStream out) throws IOException {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            ZipOutputStream to = new ZipOutputStream(out);
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(part.getName());
                timeless.setTimeLocal(ZIP_TIME);
                to.putNextEntry(timeless);
                from.transferTo(to);
                to.closeEntry();
            }
            to.finish();
        }
    }

    private void fill() {
        properties();
        Cover.write(report, page(Cover.NAME, Cover.WIDTHS));
        figures("R1 Połączenia", "Połączenia odebrane i nieodebrane", Column.R1);
        figures("R2 Czas oczekiwania", "Czas oczekiwania w kolejce", Column.R2);
        figures("R3 Przerwane", "Połączenia przerwane przez konsultanta", Column.R3);
        AvailabilitySheets.write(report, this::page);
        reconciliation();
        unreadable();
        definitions();
    }

    /** Name and time of making would differ from run to run; the period's first day stands for both. */
    private void properties() {
        POIXMLProperties.CoreProperties core =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        Optional<Date> day = Optional.of(
                Date.from(report.period().first().atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreator("Infolinia");
        core.setTitle("Infolinia " + report.period().name());
        core.setCreated(day);
        core.setModified(day);
    }

    private Page page(String name, int... widths) {
        return new Page(workbook.createSheet(name), look, widths);
    }

    private void figures(String name, String title, List<Column> columns) {
        int[] widths = new int[columns.size() + 1];
        widths[0] = 14;
        for (int i = 0; i < columns.size(); i++) {
            widths[i + 1] = Math.max(14, columns.get(i).field().length());
        }
        Page page = page(name, widths);
        page.title(title + ", " + report.period().name());
        page.next().text("Strefa czasowa: " + report.period().zone().getId());
        page.next().heading("Dzień");
        columns.forEach(column -> page.heading(column.title()));
        page.next().field("date");
        columns.forEach(column -> page.field(column.field()));
        page.repeat(4).next();
        page.freezeAbove();
        for (DayFigures day : report.calls().days()) {
            page.date(day.date());
            row(page, day.figures(), columns);
            page.next();
        }
        page.heading("Razem");
        row(page, report.calls().total(), columns);
        sums(page.next());
        page.next();
        chart(name, page, columns);
    }

    /** Below the figures, so that they stand where they stood. */
    private void chart(String name, Page page, List<Column> columns) {
        List<String> days = report.calls().days().stream()
                .map(day -> day.date().toString().substring(DATE_WITHOUT_YEAR))
                .toList();
        Chart chart = new Chart(workbook.getXSSFWorkbook().getSheet(name), FIRST_DAY_ROW, days);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (CHARTED.contains(column.field())
                    && (columns.equals(Column.R1) || column.kind() == Column.Kind.SECONDS)) {
                chart.with(
                        column.title(),
                        i + 1,
                        report.calls().days().stream()
                                .map(day -> column.value().apply(day.figures()))
                                .toList());
            }
        }
        if (columns.equals(Column.R1)) {
            chart.drawColumns("Połączenia odebrane i nieodebrane według dni", page.rows());
        } else if (columns.equals(Column.R2)) {
            chart.drawLines("Czas oczekiwania na odebranie według dni", page.rows());
        }
    }

    private static void row(Page page, CallFigures figures, List<Column> columns) {
        columns.forEach(column -> page.number(column.value().apply(figures), column.kind()));
    }

    /** Both lines of figures.md, with their differences over the whole period and the days where they are not 0. */
    private void sums(Page page) {
        sum(
                page.next(),
                "Skierowane do kolejki − (odebrane + porzucone + przekroczony czas + opuszczone klawiszem + usunięte)",
                CallFigures::offeredDifference);
        sum(
                page.next(),
                "Przyjęte − (poza godzinami + zakończone w menu + niewpuszczone + skierowane do kolejki)",
                CallFigures::receivedDifference);
    }

    private void sum(Page page, String line, Function<CallFigures, @Nullable Long> difference) {
        Long whole = difference.apply(report.calls().total());
        List<String> days = report.calls().days().stream()
                .filter(day -> {
                    Long one = difference.apply(day.figures());
                    return one != null && one != 0;
                })
                .map(day -> day.date().toString())
                .toList();
        page.number(whole, Column.Kind.COUNT)
                .sentence(line + (whole == null ? ": brak danych z centrali (CDR)" : " = " + whole));
        if (!days.isEmpty()) {
            page.next().text("niezgodne dni:").sentence(String.join(", ", days));
        }
    }

    private void reconciliation() {
        Page page = page("Uzgodnienie", 24, 30, 56, 40);
        page.title("Uzgodnienie dziennika kolejek z rejestrem centrali (CDR)");
        sums(page.next());
        page.next().next().text("Niezgodnych połączeń: " + report.calls().reconciliationCount());
        page.next()
                .heading("Połączenie")
                .heading("Rodzaj")
                .heading("Dziennik kolejek")
                .heading("CDR");
        page.next().field("callId").field("kind").field("queueLog").field("cdr").repeat(2);
        for (Reconciliation call : report.calls().reconciliation()) {
            page.next()
                    .text(call.callId())
                    .text(Wording.of(call.kind()))
                    .text(Wording.said(call.queueLog()))
                    .text(Wording.said(call.cdr()));
        }
    }

    private void unreadable() {
        Page page = page("Nieczytelne wiersze", 32, 12, 70);
        page.title("Wiersze, których nie dało się odczytać");
        page.next().text("Wierszy: " + report.unreadableCount());
        page.next().heading("Plik").heading("Wiersz").heading("Powód");
        page.next().field("file").field("line").field("reason").repeat(2);
        for (Unreadable line : report.unreadable()) {
            page.next().text(line.file()).number(line.line(), Column.Kind.COUNT).text(line.reason());
        }
        page.next().next().heading("Kolejka spoza infolinii").heading("Wierszy");
        for (Map.Entry<String, Long> queue : report.setAside().entrySet()) {
            page.next().text(queue.getKey()).number(queue.getValue(), Column.Kind.COUNT);
        }
        page.next();
        report.notes().forEach(note -> page.next().sentence(note));
    }

    private void definitions() {
        Page page = page("Definicje", 34, 26, 100);
        page.title("Definicje");
        page.next().text("Puste pole oznacza brak danych. Czasy w godzinach, minutach i sekundach.");
        page.next()
                .heading("Wskaźnik")
                .heading("Nazwa pola")
                .heading("Definicja")
                .repeat(1);
        for (Definition definition : Definition.all(report.thresholds())) {
            page.next().text(definition.title()).text(definition.field()).sentence(definition.meaning());
        }
    }
}
