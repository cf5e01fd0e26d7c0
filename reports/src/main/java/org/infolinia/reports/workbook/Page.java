package org.infolinia.reports.workbook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** A sheet that is written from top to bottom. */
final class Page {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final int LONGEST_TEXT = 32_000;
    private static final int UNITS_PER_LETTER = 256;
    private static final double DAY = 86_400;
    private static final float TITLE_POINTS = 24;
    private static final float POINTS_PER_LINE = 15.5f;

    private final SXSSFSheet sheet;
    private final Look look;
    private final int[] widths;
    private int rows;
    private SXSSFRow row;
    private int cells;

    Page(SXSSFSheet sheet, Look look, int... widths) {
        this.sheet = sheet;
        this.look = look;
        this.widths = widths.clone();
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * UNITS_PER_LETTER);
        }
        this.row = sheet.createRow(rows++);
        printOnA4();
    }

    /** Landscape, as wide as the paper, however many pages long, each with its number and the first column. */
    private void printOnA4() {
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setCenter("&P / &N");
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
    }

    /** The current row and those before it, so many in all, stand on each printed page. */
    Page repeat(int headers) {
        sheet.setRepeatingRows(new CellRangeAddress(rows - headers, rows - 1, -1, -1));
        return this;
    }

    /** Rows begun so far. */
    int rows() {
        return rows;
    }

    /** However long, it is printed on one page: for a sheet that is hardly longer than that. */
    void printOnOnePage() {
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    /** A table whose rows a reader may pick. */
    interface Filter {
        /** @param lastRow the last of it; 0 is the first of the sheet */
        void to(int lastRow);
    }

    /** The current row is the heading of a table that is filtered, as wide as the page. */
    Filter filterFromHere() {
        int heading = rows - 1;
        return lastRow -> sheet.setAutoFilter(new CellRangeAddress(heading, lastRow, 0, widths.length - 1));
    }

    /** Goes on in a new row. */
    Page next() {
        row = sheet.createRow(rows++);
        cells = 0;
        return this;
    }

    /** Rows above the current one stay in sight. */
    void freezeAbove() {
        sheet.createFreezePane(1, rows - 1);
    }

    /** Text is text, whatever it begins with: never a formula, here or after an edit. */
    Page text(@Nullable String text) {
        return text(text, look.text());
    }

    Page heading(String text) {
        heighten(text, cells < widths.length ? widths[cells] : text.length());
        return text(text, look.heading());
    }

    /** A sentence that takes the rest of the row, in as many lines as it needs. */
    Page sentence(String text) {
        int last = widths.length - 1;
        int width = 0;
        for (int column = cells; column <= last; column++) {
            width += widths[column];
        }
        if (cells < last) {
            sheet.addMergedRegion(new CellRangeAddress(rows - 1, rows - 1, cells, last));
        }
        heighten(text, width);
        return text(text, look.wrapped());
    }

    /** Nobody measures the row when a sheet is opened: it is as high as the text has lines of that many letters. */
    private void heighten(String text, int width) {
        int lines = 1;
        int used = 0;
        for (String word : text.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word.length();
        }
        row.setHeightInPoints(Math.max(row.getHeightInPoints(), lines * POINTS_PER_LINE));
    }

    Page title(String text) {
        row.setHeightInPoints(TITLE_POINTS);
        return text(text, look.title());
    }

    Page field(String text) {
        return text(text, look.field());
    }

    private Page text(@Nullable String text, CellStyle style) {
        Cell cell = row.createCell(cells++);
        if (text == null || text.isEmpty()) {
            return this;
        }
        cell.setCellValue(printable(text));
        boolean likeFormula = FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        cell.setCellStyle(likeFormula ? look.quoted() : style);
        return this;
    }

    /** XML cannot hold control characters, nor a cell more than 32,767 characters. */
    private static String printable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(LONGEST_TEXT).forEach(c -> {
            boolean allowed = c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
            kept.appendCodePoint(allowed ? c : '?');
        });
        return kept.toString();
    }

    Page date(LocalDate date) {
        Cell cell = row.createCell(cells++);
        cell.setCellValue(date);
        cell.setCellStyle(look.date());
        return this;
    }

    /** The moment by the clock that people there read. */
    Page moment(LocalDateTime moment) {
        Cell cell = row.createCell(cells++);
        cell.setCellValue(moment);
        cell.setCellStyle(look.moment());
        return this;
    }

    Page number(@Nullable Number number, Column.Kind kind) {
        Cell cell = row.createCell(cells++);
        if (number != null) {
            // A spreadsheet counts time in days.
            cell.setCellValue(kind == Column.Kind.SECONDS ? number.doubleValue() / DAY : number.doubleValue());
            cell.setCellStyle(
                    switch (kind) {
                        case COUNT -> look.number();
                        case SECONDS -> look.duration();
                        case SHARE -> look.share();
                    });
        }
        return this;
    }
}
