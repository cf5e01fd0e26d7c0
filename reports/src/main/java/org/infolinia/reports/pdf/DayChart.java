package org.infolinia.reports.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.infolinia.reports.pdf.Canvas.Side;
import org.jspecify.annotations.Nullable;

/** A chart of some figures by day. */
final class DayChart {

    private static final float SMALL = 8;
    private static final float TITLE = 11;
    private static final float LEFT = 44;
    private static final float TOP = 40;
    private static final float BOTTOM = 18;
    private static final float BAR_SHARE = 0.34f;
    private static final float DOT = 4;
    private static final int GRID_LINES = 4;
    private static final long HOUR = 3_600;
    private static final long[] ROUND_TIMES = {5, 10, 15, 30, 60, 120, 180, 300, 600, 900, 1_800, HOUR};

    private final Canvas canvas;
    private final float x;
    private final float y;
    private final float width;
    private final float tall;
    private final List<String> days;
    private final List<Series> series = new ArrayList<>();

    private record Series(String title, Color colour, List<? extends @Nullable Number> values) {}

    /** @param days what stands below each */
    DayChart(Canvas canvas, float x, float y, float width, float tall, List<String> days) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
        this.width = width;
        this.tall = tall;
        this.days = days;
    }

    DayChart with(String title, Color colour, List<? extends @Nullable Number> values) {
        series.add(new Series(title, colour, values));
        return this;
    }

    /** Bars side by side. */
    void drawBars(String title) throws IOException {
        LongFunction<String> label = Long::toString;
        double top = frame(title, label, DayChart::roundNumber);
        float day = dayWidth();
        for (int one = 0; one < series.size(); one++) {
            Series bars = series.get(one);
            for (int i = 0; i < days.size(); i++) {
                Number value = bars.values.get(i);
                if (value != null && value.doubleValue() > 0) {
                    float barTall = (float) (value.doubleValue() / top * plotTall());
                    float barX = x + LEFT + day * i + day * (0.5f + BAR_SHARE * (one - series.size() / 2f));
                    canvas.fill(barX, plotBottom() - barTall, day * BAR_SHARE * 0.92f, barTall, bars.colour);
                    canvas.text(
                            label.apply(value.longValue()),
                            barX + day * BAR_SHARE * 0.46f,
                            plotBottom() - barTall - 2,
                            SMALL - 1,
                            Color.DARK_GRAY,
                            Side.CENTRE,
                            false);
                }
            }
        }
    }

    /** Lines of seconds from day to day; one without a value leaves a gap. */
    void drawTimes(String title, LongFunction<String> label) throws IOException {
        double top = frame(title, label, DayChart::roundTime);
        for (Series line : series) {
            float lastX = -1;
            float lastY = -1;
            for (int i = 0; i < days.size(); i++) {
                Number value = line.values.get(i);
                if (value == null) {
                    lastX = -1;
                    continue;
                }
                float atX = x + LEFT + dayWidth() * (i + 0.5f);
                float atY = plotBottom() - (float) (value.doubleValue() / top * plotTall());
                if (lastX >= 0) {
                    canvas.line(lastX, lastY, atX, atY, 1.5f, line.colour);
                }
                canvas.fill(atX - DOT / 2, atY - DOT / 2, DOT, DOT, line.colour);
                lastX = atX;
                lastY = atY;
            }
        }
    }

    /** Title, legend, grid, days; gives what the uppermost grid line stands for. */
    private double frame(String title, LongFunction<String> label, LongUnaryOperator round) throws IOException {
        canvas.text(title, x, y + TITLE, TITLE, Color.BLACK, Side.LEFT, true);
        float legend = x + LEFT;
        for (Series one : series) {
            canvas.fill(legend, y + 20, 8, 8, one.colour);
            canvas.text(one.title, legend + 12, y + 27, SMALL, Color.DARK_GRAY);
            legend += 12 + one.title.length() * SMALL * 0.55f + 12;
        }
        long most = series.stream()
                .flatMap(one -> one.values.stream())
                .filter(Objects::nonNull)
                .mapToLong(Number::longValue)
                .max()
                .orElse(0);
        long step = round.applyAsLong(Math.max(1, (most + GRID_LINES - 1) / GRID_LINES));
        for (int i = 0; i <= GRID_LINES; i++) {
            float at = plotBottom() - plotTall() * i / GRID_LINES;
            canvas.line(x + LEFT, at, x + width, at, 0.4f, Color.LIGHT_GRAY);
            canvas.text(label.apply(step * i), x + LEFT - 4, at + 3, SMALL, Color.DARK_GRAY, Side.RIGHT, false);
        }
        // With many days every few have their name.
        int every = 1 + days.size() / 16;
        for (int i = 0; i < days.size(); i += every) {
            canvas.text(
                    days.get(i),
                    x + LEFT + dayWidth() * (i + 0.5f),
                    plotBottom() + 11,
                    SMALL,
                    Color.DARK_GRAY,
                    Side.CENTRE,
                    false);
        }
        return (double) step * GRID_LINES;
    }

    /** The next one that a grid of counts goes by. */
    private static long roundNumber(long needed) {
        for (long power = 1; ; power *= 10) {
            for (long round : new long[] {1, 2, 5}) {
                if (round * power >= needed) {
                    return round * power;
                }
            }
        }
    }

    /** The next one that a grid of seconds goes by. */
    private static long roundTime(long needed) {
        for (long round : ROUND_TIMES) {
            if (round >= needed) {
                return round;
            }
        }
        return HOUR * roundNumber((needed + HOUR - 1) / HOUR);
    }

    private float dayWidth() {
        return (width - LEFT) / days.size();
    }

    private float plotTall() {
        return tall - TOP - BOTTOM;
    }

    private float plotBottom() {
        return y + tall - BOTTOM;
    }
}
