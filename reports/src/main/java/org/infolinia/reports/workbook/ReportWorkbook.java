package org.infolinia.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.rows.CallRows;
import org.infolinia.reports.words.ReportLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a report as a workbook: the same bytes for the same report. */
public final class ReportWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int MOST_CALLS = 250_000;
    private static final int MOST_DAYS_ON_A_PAGE = 31;
    private static final Logger LOG = LoggerFactory.getLogger(ReportWorkbook.class);

    private final Report report;
    private final CallRows calls;
    private final ReportLanguage language;
    private final SXSSFWorkbook workbook;
    private final Look look;

    private ReportWorkbook(Report report, CallRows calls, ReportLanguage language, SXSSFWorkbook workbook) {
        this.report = report;
        this.calls = calls;
        this.language = language;
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
            } catch (IOException | OpenXML4JRuntimeException full) {
                throw noRoom(written, full);
            } catch (RuntimeException fault) {
                // As POI tells it where the temporary file of a sheet cannot be written.
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

    private static IOException noRoom(Path written, Exception fault) {
        return new IOException(
                "temporary files cannot be written to " + written.getParent() + ": " + reason(fault), fault);
    }

    /** Of the file into which it first puts the sheets' frames, POI forgets it. */
    private static String reason(Throwable fault) {
        for (Throwable one = fault; one != null; one = one.getCause()) {
            if (one instanceof IOException && one.getMessage() != null) {
                return one.getMessage();
            }
        }
        return "there may be no room left";
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
        } catch (IOException | RuntimeException fault) {
            LOG.debug("loading ahead failed", fault);
        }
    }

    private void fill() {
        properties();
        FigureSheets figures = new FigureSheets(report, language, workbook.getXSSFWorkbook());
        String cover = Cover.NAME.in(language);
        Page first = page(cover, Cover.WIDTHS);
        new Cover(report, language).write(first);
        String called = language.say("R1 Połączenia", "R1 Calls");
        String waiting = language.say("R2 Czas oczekiwania", "R2 Waiting");
        figures(
                figures,
                called,
                language.say("Połączenia odebrane i nieodebrane", "Calls answered and not answered"),
                Column.R1);
        figures(figures, waiting, language.say("Czas oczekiwania w kolejce", "Waiting time in the queue"), Column.R2);
        figures(
                figures,
                language.say("R3 Przerwane", "R3 Dropped"),
                language.say("Połączenia przerwane przez konsultanta", "Calls dropped by the consultant"),
                Column.R3);
        figures.draw(figures.chartOn(cover, called).between(0, 2), first.rows() + 1, Column.R1);
        figures.draw(figures.chartOn(cover, waiting).between(2, 5), first.rows() + 1, Column.R2);
        first.printOnOnePage();
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
        availability(figures);
        CheckSheets checks = new CheckSheets(report, language);
        checks.writeReconciliation(
                page(language.say("Uzgodnienie", "Reconciliation"), CheckSheets.RECONCILIATION_WIDTHS));
        checks.writeUnreadable(
                page(language.say("Nieczytelne wiersze", "Unreadable lines"), CheckSheets.UNREADABLE_WIDTHS));
        checks.writeDefinitions(page(language.say("Definicje", "Definitions"), CheckSheets.DEFINITION_WIDTHS));
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

    private void figures(FigureSheets figures, String name, String title, List<Column> columns) {
        Page page = page(name, FigureSheets.widths(columns));
        figures.write(page, name, titled(title), columns);
        printOnOnePage(page);
    }

    private void availability(FigureSheets figures) {
        AvailabilitySheets sheets = new AvailabilitySheets(report, language);
        sheets.writeConsultants(
                page(language.say("R6 Konsultanci", "R6 Consultants"), AvailabilitySheets.CONSULTANT_WIDTHS));
        String coverage = language.say("R6 Obsada", "R6 Coverage");
        Page page = page(coverage, AvailabilitySheets.COVERAGE_WIDTHS);
        sheets.writeCoverage(page, figures.chartOn(coverage, coverage));
        printOnOnePage(page);
    }

    private void printOnOnePage(Page page) {
        if (report.calls().days().size() <= MOST_DAYS_ON_A_PAGE) {
            page.printOnOnePage();
        }
    }
}
