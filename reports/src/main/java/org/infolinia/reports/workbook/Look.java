package org.infolinia.reports.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** The cell styles of one workbook. */
record Look(
        CellStyle title,
        CellStyle heading,
        CellStyle field,
        CellStyle text,
        CellStyle wrapped,
        CellStyle quoted,
        CellStyle date,
        CellStyle moment,
        CellStyle number,
        CellStyle duration,
        CellStyle share) {

    private static final short FIELD_POINTS = 8;
    private static final short TITLE_POINTS = 15;

    static Look of(Workbook workbook) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        Font grey = workbook.createFont();
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        grey.setFontHeightInPoints(FIELD_POINTS);
        Font large = workbook.createFont();
        large.setBold(true);
        large.setFontHeightInPoints(TITLE_POINTS);
        CellStyle title = workbook.createCellStyle();
        title.setFont(large);
        title.setVerticalAlignment(VerticalAlignment.CENTER);
        CellStyle heading = workbook.createCellStyle();
        heading.setFont(bold);
        heading.setWrapText(true);
        heading.setVerticalAlignment(VerticalAlignment.CENTER);
        heading.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        heading.setBorderBottom(BorderStyle.THIN);
        CellStyle field = workbook.createCellStyle();
        field.setFont(grey);
        CellStyle text = workbook.createCellStyle();
        CellStyle wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        CellStyle quoted = workbook.createCellStyle();
        ((XSSFCellStyle) quoted).setQuotePrefixed(true);
        return new Look(
                title,
                heading,
                field,
                text,
                wrapped,
                quoted,
                centred(formatted(workbook, "yyyy\\-mm\\-dd")),
                centred(formatted(workbook, "yyyy\\-mm\\-dd hh:mm:ss")),
                formatted(workbook, "#,##0"),
                formatted(workbook, "[h]:mm:ss"),
                formatted(workbook, "0.00%"));
    }

    private static CellStyle centred(CellStyle style) {
        style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }

    private static CellStyle formatted(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
