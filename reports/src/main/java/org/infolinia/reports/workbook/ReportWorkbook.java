package org.infolinia.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.DayFigures;
import org.infolinia.reports.figures.Reconciliation;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.rows.CallRows;
import org.infolinia.reports.words.ReportLanguage;
import org.infolinia.reports.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a report as a workbook: the same bytes for the same report. */
public final class ReportWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    /** Rows above the first day of a sheet of figures. */
    private static final int FIRST_DAY_ROW = 4;

    private static final int MOST_CALLS = 250_000;
    private static final int MOST_DAYS_ON_A_PAGE = 31;
    private static final int DATE_WITHOUT_YEAR = 5;
    private static final Set<String> CHARTED = Set.of(
            "answered",
            "unanswered",
            "waitAnswered.mean",
            "waitAnswered.median",
            "waitAnswered.p90",
            "waitAnswered.max");

    private static final Logger LOG = LoggerFactory.getLogger(ReportWorkbook.class);

    private final Report report;
    private final CallRows calls;
    private final ReportLanguage language;
    private final Wording wording;
    private final SXSSFWorkbook workbook;
    private final Look look;

    private ReportWorkbook(Report report, CallRows calls, ReportLanguage language, SXSSFWorkbook workbook) {
        this.report = report;
        this.calls = calls;
        this.language = language;
        this.wording = new Wording(language);
        this.workbook = workbook;
        this.look = Look.of(workbook);
    }

    /** Whether the calls behind the figures are listed: more would be too many to read, and to hold in memory. */
    public static boolean hasRoomForCalls(Report report) {
        CallFigures total = report.calls().total();
        return total.offered() + total.closedHours() + total.leftInIvr() + total.refused() <= MOST_CALLS;
    }

    /**
     * Leaves the stream open. Rows go by way of temporary files; memory does not go by their number.
     *
     * @param calls    behind the figures, with what may be told of them; none where there is no room for them
     * @param language of everything that is not data
     */
    public static void write(Report report, CallRows calls, ReportLanguage language, OutputStream out)
            throws IOException {
        Path written = Files.createTempFile("infolinia-report", ".xlsx");
        try {
            try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
                    LateFault to = new LateFault(Files.newOutputStream(written))) {
                // With the sizes where any reader looks for them; a report is far below 4 GB.
                workbook.setZip64Mode(Zip64Mode.Never);
                new ReportWorkbook(report, calls, language, workbook).fill();
                workbook.write(to);
                to.check();
            } catch (IOException full) {
                throw noRoom(written, full);
            } catch (RuntimeException fault) {
                // As POI tells it where its own temporary files cannot be written.
                if (fault.getCause() instanceof IOException full) {
                    throw noRoom(written, full);
                }
                throw fault;
            }
            TimelessZip.make(written);
            Files.copy(written, out);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static IOException noRoom(Path written, IOException fault) {
        return new IOException(
                "temporary files in " + written.getParent() + ": " + fault.getMessage() + "; is there room left?",
                fault);
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

    private void fill() {
        properties();
        Page cover = page(Cover.NAME.in(language), Cover.WIDTHS);
        new Cover(report, language).write(cover);
        String calledSheet = language.say("R1 Połączenia", "R1 Calls");
        String waitingSheet = language.say("R2 Czas oczekiwania", "R2 Waiting");
        figures(
                calledSheet,
                language.say("Połączenia odebrane i nieodebrane", "Calls answered and not answered"),
                Column.R1);
        figures(waitingSheet, language.say("Czas oczekiwania w kolejce", "Waiting time in the queue"), Column.R2);
        figures(
                language.say("R3 Przerwane", "R3 Dropped"),
                language.say("Połączenia przerwane przez konsultanta", "Calls dropped by the consultant"),
                Column.R3);
        chart(dayChart(Cover.NAME.in(language), calledSheet).between(0, 2), cover.rows() + 1, Column.R1);
        chart(dayChart(Cover.NAME.in(language), waitingSheet).between(2, 5), cover.rows() + 1, Column.R2);
        cover.printOnOnePage();
        noData(
                language.say("R4 Czat", "R4 Chat"),
                language.say("Czat na żywo", "Live chat"),
                language.say(
                        "Brak danych: infolinia nie prowadzi jeszcze czatu.",
                        "No data: the hotline has no live chat yet."));
        noData(
                language.say("R5 Formularz", "R5 Form"),
                language.say("Formularz kontaktowy", "Contact form"),
                language.say(
                        "Brak danych: infolinia nie prowadzi jeszcze formularza.",
                        "No data: the hotline has no contact form yet."));
        availability();
        reconciliation();
        unreadable();
        definitions();
        new CallSheet(report, language)
                .write(page(language.say("Lista połączeń", "List of calls"), CallSheet.WIDTHS), calls);
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

    private String titled(String title) {
        return title + ", " + report.period().named(language);
    }

    private void noData(String name, String title, String sentence) {
        Page page = page(name, 120);
        page.title(titled(title)).repeat(1);
        page.next().next().sentence(sentence);
    }

    private void availability() {
        AvailabilitySheets sheets = new AvailabilitySheets(report, language);
        sheets.writeConsultants(
                page(language.say("R6 Konsultanci", "R6 Consultants"), AvailabilitySheets.CONSULTANT_WIDTHS));
        String coverage = language.say("R6 Obsada", "R6 Coverage");
        Page page = page(coverage, AvailabilitySheets.COVERAGE_WIDTHS);
        sheets.writeCoverage(page, dayChart(coverage, coverage));
        printOnOnePage(page);
    }

    private void printOnOnePage(Page page) {
        if (report.calls().days().size() <= MOST_DAYS_ON_A_PAGE) {
            page.printOnOnePage();
        }
    }

    /** A chart of what stands in the rows of the days of a sheet of figures. */
    private Chart dayChart(String sheet, String figures) {
        List<String> days = report.calls().days().stream()
                .map(day -> day.date().toString().substring(DATE_WITHOUT_YEAR))
                .toList();
        return new Chart(workbook.getXSSFWorkbook().getSheet(sheet), figures, FIRST_DAY_ROW, days);
    }

    private void figures(String name, String title, List<Column> columns) {
        int[] widths = new int[columns.size() + 1];
        widths[0] = 14;
        for (int i = 0; i < columns.size(); i++) {
            widths[i + 1] = Math.max(14, columns.get(i).field().length());
        }
        Page page = page(name, widths);
        page.title(titled(title));
        page.next()
                .text(language.say("Strefa czasowa: ", "Time zone: ")
                        + report.period().zone().getId());
        page.next().heading(language.say("Dzień", "Day"));
        columns.forEach(column -> page.heading(column.title().in(language)));
        page.next().field("date");
        columns.forEach(column -> page.field(column.field()));
        page.repeat(4).next();
        page.freezeAbove();
        for (DayFigures day : report.calls().days()) {
            page.date(day.date());
            row(page, day.figures(), columns);
            page.next();
        }
        page.heading(language.say("Razem", "Total"));
        row(page, report.calls().total(), columns);
        sums(page.next());
        page.next();
        // Below the figures, so that they stand where they stood.
        chart(dayChart(name, name), page.rows(), columns);
        printOnOnePage(page);
    }

    private void chart(Chart chart, int row, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (CHARTED.contains(column.field())
                    && (columns.equals(Column.R1) || column.kind() == Column.Kind.SECONDS)) {
                chart.with(
                        column.title().in(language),
                        i + 1,
                        report.calls().days().stream()
                                .map(day -> column.value().apply(day.figures()))
                                .toList());
            }
        }
        if (columns.equals(Column.R1)) {
            chart.drawColumns(
                    language.say("Połączenia odebrane i nieodebrane według dni", "Calls answered and not, by day"),
                    row);
        } else if (columns.equals(Column.R2)) {
            chart.drawLines(
                    language.say("Czas oczekiwania na odebranie według dni", "Wait for the answer, by day"),
                    row,
                    Column.Kind.SECONDS);
        }
    }

    private static void row(Page page, CallFigures figures, List<Column> columns) {
        columns.forEach(column -> page.number(column.value().apply(figures), column.kind()));
    }

    /** Both lines of figures.md, with their differences over the whole period and the days where they are not 0. */
    private void sums(Page page) {
        sum(
                page.next(),
                language.say(
                        "Skierowane do kolejki − (odebrane + porzucone + przekroczony czas + opuszczone klawiszem +"
                                + " usunięte)",
                        "Offered − (answered + abandoned + timed out + left by key + removed)"),
                CallFigures::offeredDifference);
        sum(
                page.next(),
                language.say(
                        "Przyjęte − (poza godzinami + zakończone w menu + niewpuszczone + skierowane do kolejki)",
                        "Received − (outside opening hours + ended in the menu + refused + offered)"),
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
                .sentence(line
                        + (whole == null
                                ? language.say(": brak danych z centrali (CDR)", ": no data, as there is no CDR")
                                : " = " + whole));
        if (!days.isEmpty()) {
            page.next()
                    .text(language.say("niezgodne dni:", "days that differ:"))
                    .sentence(String.join(", ", days));
        }
    }

    private void reconciliation() {
        Page page = page(language.say("Uzgodnienie", "Reconciliation"), 24, 30, 56, 40);
        page.title(titled(language.say(
                "Uzgodnienie dziennika kolejek z rejestrem centrali (CDR)", "The queue log held against the CDR")));
        sums(page.next());
        page.next()
                .next()
                .text(language.say("Niezgodnych połączeń: ", "Calls that differ: ")
                        + report.calls().reconciliationCount());
        page.next()
                .heading(language.say("Połączenie", "Call"))
                .heading(language.say("Rodzaj", "Kind"))
                .heading(language.say("Dziennik kolejek", "Queue log"))
                .heading("CDR");
        page.next().field("callId").field("kind").field("queueLog").field("cdr").repeat(2);
        for (Reconciliation call : report.calls().reconciliation()) {
            page.next()
                    .text(call.callId())
                    .text(wording.of(call.kind()))
                    .text(wording.said(call.queueLog()))
                    .text(wording.said(call.cdr()));
        }
        long unlisted = report.calls().reconciliationCount()
                - report.calls().reconciliation().stream()
                        .map(Reconciliation::callId)
                        .distinct()
                        .count();
        if (unlisted > 0) {
            page.next()
                    .sentence(language.say(
                            "Połączeń, które się tu nie zmieściły: " + unlisted,
                            "Calls that are not listed here: " + unlisted));
        }
    }

    private void unreadable() {
        Page page = page(language.say("Nieczytelne wiersze", "Unreadable lines"), 32, 12, 70);
        page.title(titled(language.say("Wiersze, których nie dało się odczytać", "Lines that could not be read")));
        page.next().text(language.say("Wierszy: ", "Lines: ") + report.unreadableCount());
        page.next()
                .heading(language.say("Plik", "File"))
                .heading(language.say("Wiersz", "Line"))
                .heading(language.say("Powód", "Reason"));
        page.next().field("file").field("line").field("reason").repeat(2);
        for (Unreadable line : report.unreadable()) {
            page.next().text(line.file()).number(line.line(), Column.Kind.COUNT).text(wording.reason(line.reason()));
        }
        page.next()
                .next()
                .heading(language.say("Kolejka spoza infolinii", "Queue that is not the hotline's"))
                .heading(language.say("Wierszy", "Lines"));
        for (Map.Entry<String, Long> queue : report.setAside().entrySet()) {
            page.next().text(queue.getKey()).number(queue.getValue(), Column.Kind.COUNT);
        }
        page.next();
        for (Words note : report.notes()) {
            page.next().sentence(note.in(language));
        }
    }

    private void definitions() {
        Page page = page(language.say("Definicje", "Definitions"), 34, 26, 100);
        page.title(language.say("Definicje", "Definitions"));
        page.next()
                .text(language.say(
                        "Puste pole oznacza brak danych. Czasy w godzinach, minutach i sekundach.",
                        "An empty cell means no data. Times are hours, minutes and seconds."));
        page.next()
                .heading(language.say("Wskaźnik", "Figure"))
                .heading(language.say("Nazwa pola", "Name of the field"))
                .heading(language.say("Definicja", "Definition"))
                .repeat(1);
        for (Definition definition : Definition.all(report.thresholds())) {
            page.next()
                    .text(definition.title().in(language))
                    .text(definition.field())
                    .sentence(definition.meaning().in(language));
        }
    }
}
