package org.infolinia.reports.pdf;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** One page to draw on, in points from its upper left corner. */
final class Canvas {

    private static final float BOLD_STROKE = 0.35f;
    private static final float GLYPH_UNITS = 1000;

    private final PDPageContentStream page;
    private final PDFont font;
    private final float height;

    Canvas(PDPageContentStream page, PDFont font, float height) {
        this.page = page;
        this.font = font;
        this.height = height;
    }

    /** Where a text stands to its x. */
    enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    void text(String text, float x, float y, float size, Color colour) throws IOException {
        text(text, x, y, size, colour, Side.LEFT, false);
    }

    /** @param y of the line that letters stand on */
    void text(String text, float x, float y, float size, Color colour, Side side, boolean bold) throws IOException {
        String shown = printable(text);
        float shift = switch (side) {
            case LEFT -> 0;
            case CENTRE -> width(shown, size) / 2;
            case RIGHT -> width(shown, size);
        };
        page.beginText();
        page.setFont(font, size);
        page.setNonStrokingColor(colour);
        page.setStrokingColor(colour);
        page.setLineWidth(BOLD_STROKE);
        // The one font that comes along has no bold.
        page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.newLineAtOffset(x - shift, height - y);
        page.showText(shown);
        page.endText();
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / GLYPH_UNITS * size;
    }

    /** What the font has no glyph for is a question mark. */
    private String printable(String text) throws IOException {
        StringBuilder kept = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            kept.appendCodePoint(isKnown(c) ? c : '?');
        }
        return kept.toString();
    }

    private boolean isKnown(int c) throws IOException {
        try {
            font.encode(Character.toString(c));
            return c >= ' ';
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    void fill(float x, float y, float width, float tall, Color colour) throws IOException {
        page.setNonStrokingColor(colour);
        page.addRect(x, height - y - tall, width, tall);
        page.fill();
    }

    void line(float fromX, float fromY, float toX, float toY, float thick, Color colour) throws IOException {
        page.setStrokingColor(colour);
        page.setLineWidth(thick);
        page.moveTo(fromX, height - fromY);
        page.lineTo(toX, height - toY);
        page.stroke();
    }
}
