package org.infolinia.reports.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** A chart of some columns of a sheet of figures, by day; it refers to their cells, and carries their values too. */
final class Chart {

    private static final int COLUMNS = 12;
    private static final int ROWS = 22;
    private static final double DAY = 86_400;
    private static final double HOUR = 3_600;
    private static final double[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, HOUR};
    private static final int MOST_STEPS = 8;
    private static final String DURATION = "[h]:mm:ss";
    private static final String PERCENT = "0%";

    /** Blue, orange, grey, dark blue: told apart in print and by the colour-blind. */
    private static final List<XDDFColor> COLOURS = List.of(
            XDDFColor.from(new byte[] {(byte) 0x1F, (byte) 0x6F, (byte) 0xB5}),
            XDDFColor.from(new byte[] {(byte) 0xE6, (byte) 0x8A, (byte) 0x00}),
            XDDFColor.from(new byte[] {(byte) 0x8A, (byte) 0x8A, (byte) 0x8A}),
            XDDFColor.from(new byte[] {(byte) 0x0B, (byte) 0x2E, (byte) 0x59}));

    private final XSSFSheet sheet;
    private final String figures;
    private final int firstRow;
    private final String[] days;
    private int from;
    private int to = COLUMNS;
    private final List<Series> series = new ArrayList<>();

    private record Series(String title, int column, List<? extends @Nullable Number> values) {}

    /**
     * @param sheet    that it is drawn on
     * @param figures  name of the sheet that has its figures
     * @param firstRow row of the first day; 0 is the first of the sheet
     * @param days     what stands below each
     */
    Chart(XSSFSheet sheet, String figures, int firstRow, List<String> days) {
        this.sheet = sheet;
        this.figures = figures;
        this.firstRow = firstRow;
        this.days = days.toArray(String[]::new);
    }

    /** Stands in these columns, rather than from the first on. */
    Chart between(int fromColumn, int toColumn) {
        from = fromColumn;
        to = toColumn;
        return this;
    }

    Chart with(String title, int column, List<? extends @Nullable Number> values) {
        series.add(new Series(title, column, values));
        return this;
    }

    /** Columns of counts, side by side. */
    void drawColumns(String title, int row) {
        XSSFChart chart = chart(title, row);
        XDDFCategoryAxis below = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis left = left(chart, "0");
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, below, left);
        data.setBarDirection(BarDirection.COL);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        add(data, 1);
        for (int i = 0; i < series.size(); i++) {
            data.getSeries(i).setFillProperties(new XDDFSolidFillProperties(COLOURS.get(i % COLOURS.size())));
        }
        chart.plot(data);
    }

    /** Lines of lengths of time, or of shares; a day without any leaves a gap. */
    void drawLines(String title, int row, Column.Kind kind) {
        XSSFChart chart = chart(title, row);
        XDDFCategoryAxis below = chart.createCategoryAxis(AxisPosition.BOTTOM);
        boolean shares = kind == Column.Kind.SHARE;
        XDDFValueAxis left = left(chart, shares ? PERCENT : DURATION);
        if (shares) {
            left.setMaximum(1);
        } else {
            left.setMajorUnit(stepFor(longest()) / DAY);
        }
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, below, left);
        add(data, shares ? 1 : DAY);
        for (int i = 0; i < series.size(); i++) {
            XDDFLineChartData.Series line = (XDDFLineChartData.Series) data.getSeries(i);
            XDDFLineProperties properties = new XDDFLineProperties();
            properties.setFillProperties(new XDDFSolidFillProperties(COLOURS.get(i % COLOURS.size())));
            properties.setWidth(2.0);
            line.setLineProperties(properties);
            line.setSmooth(false);
            line.setMarkerStyle(MarkerStyle.CIRCLE);
        }
        chart.plot(data);
    }

    private double longest() {
        return series.stream()
                .flatMap(one -> one.values.stream())
                .mapToDouble(value -> value == null ? 0 : value.doubleValue())
                .max()
                .orElse(0);
    }

    /** Seconds between two lines of a scale of time: left alone, a spreadsheet program takes tenths of days. */
    static double stepFor(double longest) {
        for (double step : STEPS) {
            if (longest <= step * MOST_STEPS) {
                return step;
            }
        }
        return Math.ceil(longest / MOST_STEPS / HOUR) * HOUR;
    }

    private XSSFChart chart(String title, int row) {
        XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, from, row, to, row + ROWS);
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        return chart;
    }

    private static XDDFValueAxis left(XSSFChart chart, String format) {
        XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setMinimum(0);
        left.setNumberFormat(format);
        return left;
    }

    private void add(XDDFChartData data, double unit) {
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromArray(days, range(0));
        for (Series one : series) {
            @Nullable
            Double[] values = one.values.stream()
                    .map(value -> value == null ? null : value.doubleValue() / unit)
                    .toArray(Double[]::new);
            XDDFNumericalDataSource<Double> cells =
                    XDDFDataSourcesFactory.fromArray(values, range(one.column), one.column);
            data.addSeries(names, cells).setTitle(one.title, null);
        }
    }

    private String range(int column) {
        return new CellRangeAddress(firstRow, firstRow + days.length - 1, column, column).formatAsString(figures, true);
    }
}
