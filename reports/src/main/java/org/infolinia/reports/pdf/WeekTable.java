package org.infolinia.reports.pdf;

import java.awt.Color;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.infolinia.reports.Report;
import org.infolinia.reports.availability.Coverage;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.DayFigures;
import org.infolinia.reports.pdf.Canvas.Side;
import org.infolinia.reports.words.ReportLanguage;

/** Draws the table that has a row for each day. */
final class WeekTable {

    private final Report report;
    private final ReportLanguage language;
    private final Canvas canvas;
    private final float left;
    private final float width;
    private final Shown shown;

    WeekTable(Report report, ReportLanguage language, Canvas canvas, float left, float width) {
        this.report = report;
        this.language = language;
        this.canvas = canvas;
        this.left = left;
        this.width = width;
        this.shown = new Shown(language);
    }

    /** Gives where it ends. */
    float draw(float top) throws IOException {
        String[] headings = {
            language.say("Dzień", "Day"),
            language.say("Przyjęte", "Received"),
            language.say("Poza godz.", "Closed"),
            language.say("Do kolejki", "Offered"),
            language.say("Odebrane", "Answered"),
            language.say("Nieodebrane", "Not answered"),
            language.say("Poz. obsługi", "Service level"),
            language.say("Śr. oczek.", "Mean wait"),
            language.say("Najdł. oczek.", "Longest wait"),
            language.say("Przerwane", "Dropped"),
            language.say("Obsada ≥ 6", "Coverage ≥ 6")
        };
        float y = top;
        canvas.fill(left, y, width, 16, WeekPdf.NIGHT);
        row(headings, y, Color.WHITE, true);
        List<DayFigures> days = report.calls().days();
        float tall = Math.min(15, 150f / days.size());
        for (int i = 0; i < days.size(); i++) {
            y = top + 16 + tall * i;
            if (i % 2 == 1) {
                canvas.fill(left, y, width, tall, WeekPdf.PALE);
            }
            DayFigures day = days.get(i);
            row(
                    cells(shown.weekday(day.date()) + " " + day.date(), day.figures(), coverage(day.date())),
                    y,
                    Color.BLACK,
                    false);
        }
        y = top + 16 + tall * days.size();
        canvas.line(left, y, left + width, y, 0.8f, WeekPdf.NIGHT);
        row(cells(language.say("Razem", "Total"), report.calls().total(), ""), y, Color.BLACK, true);
        return y + 16;
    }

    private String[] cells(String day, CallFigures figures, String coverage) {
        return new String[] {
            day,
            Shown.count(figures.received()),
            Shown.count(figures.closedHours()),
            Shown.count(figures.offered()),
            Shown.count(figures.answered()),
            Shown.count(figures.unanswered()),
            shown.share(figures.serviceLevel()),
            Shown.duration(figures.waitAnswered().mean()),
            Shown.duration(figures.waitAnswered().max()),
            Shown.count(figures.droppedByConsultant()),
            coverage
        };
    }

    private String coverage(LocalDate date) {
        return report.availability().coverage().stream()
                .filter(day -> day.date().equals(date))
                .map(Coverage::atLeastSix)
                .map(shown::share)
                .findFirst()
                .orElseGet(() -> shown.share(null));
    }

    private void row(String[] cells, float y, Color colour, boolean bold) throws IOException {
        float first = 110;
        float each = (width - first) / (cells.length - 1);
        canvas.text(cells[0], left + 6, y + 11, 9, colour, Side.LEFT, bold);
        for (int i = 1; i < cells.length; i++) {
            canvas.text(cells[i], left + first + each * i - 6, y + 11, 9, colour, Side.RIGHT, bold);
        }
    }
}
