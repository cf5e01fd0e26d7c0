package org.infolinia.reports.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.DayFigures;
import org.infolinia.reports.pdf.Canvas.Side;
import org.infolinia.reports.words.ReportLanguage;
import org.jspecify.annotations.Nullable;

/** Writes a report as one A4 page in PDF: the same bytes for the same report. */
public final class WeekPdf {

    /** Comes with PDFBox; has the Polish letters. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float WIDTH = PDRectangle.A4.getHeight();
    private static final float HEIGHT = PDRectangle.A4.getWidth();
    private static final float MARGIN = 36;
    private static final float GAP = 10;
    private static final float INNER = WIDTH - 2 * MARGIN;
    private static final int TILES = 6;

    private static final Color BLUE = new Color(0x1F, 0x6F, 0xB5);
    private static final Color ORANGE = new Color(0xE6, 0x8A, 0x00);
    static final Color NIGHT = new Color(0x0B, 0x2E, 0x59);
    static final Color PALE = new Color(0xEA, 0xF2, 0xFA);

    private final Report report;
    private final ReportLanguage language;
    private final Canvas canvas;
    private final Shown shown;

    private WeekPdf(Report report, ReportLanguage language, Canvas canvas) {
        this.report = report;
        this.language = language;
        this.canvas = canvas;
        this.shown = new Shown(language);
    }

    /** Leaves the stream open. */
    public static void write(Report report, ReportLanguage language, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            document.addPage(page);
            PDFont font = font(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                new WeekPdf(report, language, new Canvas(content, font, HEIGHT)).draw();
            }
            LocalDate first = report.period().first();
            // The time of making would differ from run to run.
            document.setDocumentId(first.toEpochDay());
            document.getDocumentInformation()
                    .setCreationDate(GregorianCalendar.from(first.atStartOfDay(ZoneOffset.UTC)));
            document.getDocumentInformation()
                    .setTitle("Infolinia " + report.period().name());
            document.getDocumentInformation().setCreator("Infolinia");
            document.save(out);
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream font = PDFont.class.getResourceAsStream(FONT)) {
            if (font == null) {
                throw new IOException("PDFBox comes without " + FONT);
            }
            return PDType0Font.load(document, font);
        }
    }

    private void draw() throws IOException {
        canvas.text(
                language.say("Raport infolinii, ", "Hotline report, ")
                        + report.period().named(language),
                MARGIN,
                MARGIN + 16,
                18,
                NIGHT,
                Side.LEFT,
                true);
        canvas.text(
                language.say("Doby według zegara: ", "Days by the clock of: ")
                        + report.period().zone().getId(),
                MARGIN,
                MARGIN + 32,
                9,
                Color.DARK_GRAY);
        tiles(MARGIN + 44);
        float charts = MARGIN + 116;
        float half = (INNER - 2 * GAP) / 2;
        List<String> days = report.calls().days().stream()
                .map(day -> shown.weekday(day.date()))
                .toList();
        new DayChart(canvas, MARGIN, charts, half, 170, days)
                .with(language.say("odebrane", "answered"), BLUE, values(CallFigures::answered))
                .with(language.say("nieodebrane", "not answered"), ORANGE, values(CallFigures::unanswered))
                .drawBars(language.say("Połączenia", "Calls"));
        new DayChart(canvas, MARGIN + half + 2 * GAP, charts, half, 170, days)
                .with(
                        language.say("średni", "mean"),
                        BLUE,
                        values(figures -> figures.waitAnswered().mean()))
                .with(
                        language.say("najdłuższy", "longest"),
                        NIGHT,
                        values(figures -> figures.waitAnswered().max()))
                .drawTimes(language.say("Czas oczekiwania na odebranie", "Wait for the answer"), Shown::duration);
        float below = new WeekTable(report, language, canvas, MARGIN, INNER).draw(charts + 186);
        notes(below + 16);
    }

    private interface Figure {
        @Nullable
        Number of(CallFigures figures);
    }

    private List<? extends @Nullable Number> values(Figure figure) {
        List<@Nullable Number> values = new ArrayList<>();
        for (DayFigures day : report.calls().days()) {
            values.add(figure.of(day.figures()));
        }
        return values;
    }

    private void tiles(float y) throws IOException {
        CallFigures total = report.calls().total();
        CallFigures before = report.before();
        tile(
                0,
                y,
                language.say("Przyjęte połączenia", "Calls received"),
                Shown.count(total.received()),
                before(before, CallFigures::received));
        tile(
                1,
                y,
                language.say("Odebrane", "Answered"),
                Shown.count(total.answered()),
                before(before, CallFigures::answered));
        tile(
                2,
                y,
                language.say("Nieodebrane", "Not answered"),
                Shown.count(total.unanswered()),
                before(before, CallFigures::unanswered));
        tile(
                3,
                y,
                language.say("Poziom obsługi", "Service level"),
                shown.share(total.serviceLevel()),
                before == null ? "" : previously(shown.share(before.serviceLevel())));
        tile(
                4,
                y,
                language.say("Średnie oczekiwanie", "Mean wait"),
                Shown.duration(total.waitAnswered().mean()),
                before == null
                        ? ""
                        : previously(Shown.duration(before.waitAnswered().mean())));
        tile(
                5,
                y,
                language.say("Przerwane przez konsultanta", "Dropped by consultants"),
                Shown.count(total.droppedByConsultant()),
                before(before, CallFigures::droppedByConsultant));
    }

    private String before(@Nullable CallFigures before, Figure figure) {
        return before == null ? "" : previously(Shown.count(figure.of(before)));
    }

    private String previously(String value) {
        return language.say("poprzednio ", "before ") + value;
    }

    private void tile(int place, float y, String title, String value, String below) throws IOException {
        float width = (INNER - GAP * (TILES - 1)) / TILES;
        float x = MARGIN + place * (width + GAP);
        canvas.fill(x, y, width, 60, PALE);
        canvas.text(title, x + 8, y + 14, 8.2f, Color.DARK_GRAY);
        canvas.text(value, x + 8, y + 38, 20, NIGHT, Side.LEFT, true);
        canvas.text(below, x + 8, y + 53, 8, Color.DARK_GRAY);
    }

    private void notes(float top) throws IOException {
        long level = report.thresholds().serviceLevel().toSeconds();
        canvas.text(
                language.say(
                        "Poziom obsługi: odebrane w ciągu " + level
                                + " s ÷ (skierowane do kolejki − porzucone w tym czasie). Obsada ≥ 6: część godzin pracy z co"
                                + " najmniej sześcioma konsultantami bez przerwy.",
                        "Service level: answered within " + level
                                + " s ÷ (offered − abandoned within that time). Coverage ≥ 6: share of the opening hours with"
                                + " at least six consultants not on a break."),
                MARGIN,
                top,
                8,
                Color.DARK_GRAY);
        canvas.text(
                language.say("Czat i formularz: brak danych. ", "Chat and form: no data. ") + reconciled(),
                MARGIN,
                top + 12,
                8,
                Color.DARK_GRAY);
    }

    private String reconciled() {
        long differing = report.calls().reconciliationCount();
        if (report.calls().total().received() == null) {
            return language.say("Brak rejestru centrali (CDR).", "There is no CDR.");
        }
        return differing == 0
                ? language.say(
                        "Dziennik kolejek i rejestr centrali zgadzają się co do każdego połączenia.",
                        "Queue log and CDR agree on every call.")
                : language.say(
                        "Połączeń, w których dziennik kolejek i rejestr centrali się różnią: " + differing + ".",
                        "Calls on which queue log and CDR differ: " + differing + ".");
    }
}
