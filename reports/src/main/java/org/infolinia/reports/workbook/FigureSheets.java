package org.infolinia.reports.workbook;

import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.DayFigures;
import org.infolinia.reports.words.ReportLanguage;

/** Writes the sheets of figures that have a row for each day, with their charts. */
final class FigureSheets {

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

    private final Report report;
    private final ReportLanguage language;
    private final XSSFWorkbook workbook;

    FigureSheets(Report report, ReportLanguage language, XSSFWorkbook workbook) {
        this.report = report;
        this.language = language;
        this.workbook = workbook;
    }

    /** Widths of the columns of such a sheet. */
    static int[] widths(List<Column> columns) {
        int[] widths = new int[columns.size() + 1];
        widths[0] = 14;
        for (int i = 0; i < columns.size(); i++) {
            widths[i + 1] = Math.max(14, columns.get(i).field().length());
        }
        return widths;
    }

    /**
     * Writes one.
     *
     * @param name  of the sheet
     * @param title without the period
     */
    void write(Page page, String name, String title, List<Column> columns) {
        page.title(title);
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
        new Sums(report, language).write(page.next());
        page.next();
        // Below the figures, so that they stand where they stood.
        draw(chartOn(name, name), page.rows(), columns);
    }

    /** Draws those of the columns that are charted. */
    void draw(Chart chart, int row, List<Column> columns) {
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

    /** A chart of what stands in the rows of the days of a sheet of figures. */
    Chart chartOn(String sheet, String figures) {
        List<String> days = report.calls().days().stream()
                .map(day -> day.date().toString().substring(DATE_WITHOUT_YEAR))
                .toList();
        return new Chart(workbook.getSheet(sheet), figures, FIRST_DAY_ROW, days);
    }
}
