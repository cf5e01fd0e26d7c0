package org.infolinia.hotline.drawing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.drawing.Picture.Box;
import org.infolinia.hotline.drawing.Picture.Kind;
import org.infolinia.hotline.drawing.Picture.Line;
import org.infolinia.hotline.drawing.TreeLayout.Spot;
import org.infolinia.hotline.drawing.TreeLayout.Way;

/** The tree as an SVG that needs no font, script or file but its own. */
public final class SvgDrawing {

    private static final double SIZE = 13;
    private static final double SMALL = 11;
    private static final double LINE = 17;
    private static final double PAD = 12;
    private static final double TOP = 110;
    private static final double MARGIN = 30;
    private static final int MOST_LINES = 16;
    private static final String INK = "#1b1b1b";
    private static final String ASLEEP = "#8a8a8a";

    private final Picture picture;
    private final Wording wording;
    private final TreeLayout layout;
    private final StringBuilder svg = new StringBuilder();

    private SvgDrawing(Picture picture, Wording wording) {
        this.picture = picture;
        this.wording = wording;
        this.layout = new TreeLayout(picture, SvgDrawing::height, TOP);
    }

    /**
     * Draws.
     *
     * @param language of the announcements and all other words
     * @param at       moment whose closed branches are grey; empty: none is
     */
    public static String of(Hotline hotline, Language language, Optional<Instant> at) {
        return new SvgDrawing(new PictureOf(hotline, language, at).picture(), Wording.in(language)).draw();
    }

    private String draw() {
        double width = Math.max(layout.right(), 900) + MARGIN;
        double height = layout.bottom() + 90;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\""
                        + " font-family=\"Noto Sans, DejaVu Sans, Arial, sans-serif\" font-size=\"%.0f\" fill=\"%s\">\n",
                width, height, width, height, SIZE, INK);
        add("<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n", escaped(picture.title()));
        text(MARGIN, 42, picture.title(), "font-size=\"24\" font-weight=\"bold\"");
        text(MARGIN, 68, picture.subtitle(), "font-size=\"14\"");
        layout.ways().forEach(this::way);
        picture.roots().forEach(this::root);
        layout.spots().values().forEach(spot -> box(spot, picture.box(spot.id())));
        layout.ways().stream().filter(way -> way.to().isSign()).forEach(this::sign);
        legend(layout.bottom() + 20);
        return svg.append("</svg>\n").toString();
    }

    private static double height(Box box) {
        double lines = 1.4;
        for (Line line : box.lines()) {
            lines += (line.name().isEmpty() ? 0 : 0.9) + wrapped(line).size() + 0.25;
        }
        return PAD * 1.6 + lines * LINE;
    }

    private static List<String> wrapped(Line line) {
        List<String> lines = new ArrayList<>(Lettering.lines(line.words(), SIZE, TreeLayout.BOX_WIDTH - 2 * PAD));
        if (lines.size() > MOST_LINES) {
            lines = new ArrayList<>(lines.subList(0, MOST_LINES));
            lines.set(MOST_LINES - 1, "…");
        }
        return lines;
    }

    private void box(Spot spot, Box box) {
        String ink = box.asleep() ? ASLEEP : INK;
        add("<g id=\"%s\">", escaped("node-" + box.id()));
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>\n",
                spot.x(),
                spot.y(),
                spot.width(),
                spot.height(),
                box.asleep() ? "#f4f4f4" : box.kind().inside(),
                box.asleep() ? "#c4c4c4" : box.kind().border(),
                "1.6");
        double y = spot.y() + PAD + SIZE;
        text(spot.x() + PAD, y, box.heading(), "font-weight=\"bold\" fill=\"" + ink + '"');
        double idRoom = TreeLayout.BOX_WIDTH - 2 * PAD - Lettering.width(box.heading(), SIZE) * 1.1;
        if (Lettering.width(box.id(), SMALL) <= idRoom) {
            text(
                    spot.x() + spot.width() - PAD,
                    y,
                    box.id(),
                    "text-anchor=\"end\" font-size=\"11\" fill=\"" + (box.asleep() ? ASLEEP : "#5a5a5a") + '"');
        }
        y += LINE * 0.4;
        for (Line line : box.lines()) {
            if (!line.name().isEmpty()) {
                y += LINE * 0.9;
                text(
                        spot.x() + PAD,
                        y,
                        line.name(),
                        "font-size=\"11\" fill=\"" + (box.asleep() ? ASLEEP : "#5a5a5a") + '"');
            }
            for (String words : wrapped(line)) {
                y += LINE;
                text(spot.x() + PAD, y, words, "fill=\"" + ink + '"');
            }
            y += LINE * 0.25;
        }
        add("</g>\n");
    }

    private void sign(Way way) {
        Spot spot = way.to();
        add(
                "<a href=\"%s\"><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"15\" fill=\"#ffffff\""
                        + " stroke=\"%s\" stroke-dasharray=\"4 3\"/>",
                escaped("#node-" + spot.id()),
                spot.x(),
                spot.y(),
                spot.width(),
                spot.height(),
                way.arrow().asleep() ? "#c4c4c4" : "#777777");
        String name =
                Lettering.lines("→ " + spot.id(), SIZE, spot.width() - 2 * PAD).get(0);
        text(
                spot.x() + PAD,
                spot.middle() + SIZE * 0.35,
                name.equals("→") ? "→ " + spot.id().substring(0, 18) + "…" : name,
                "fill=\"" + (way.arrow().asleep() ? ASLEEP : INK) + '"');
        add("</a>\n");
    }

    private void root(String id, String words) {
        Spot spot = layout.spots().get(id);
        if (spot == null) {
            return;
        }
        double y = spot.middle();
        double width = TreeLayout.GAP - 30 - MARGIN;
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"34\" rx=\"17\" fill=\"#1f3d5c\"/>\n",
                MARGIN, y - 17, width);
        text(
                MARGIN + width / 2,
                y + SIZE * 0.35,
                Lettering.lines(words, SIZE, width - 10).get(0),
                "text-anchor=\"middle\" fill=\"#ffffff\" font-weight=\"bold\"");
        line("M %.1f %.1f H %.1f".formatted(MARGIN + width, y, spot.x() - 2), false, spot.x(), y);
    }

    private void way(Way way) {
        double turn = way.from().x() + way.from().width() + 26;
        double from = way.from().middle();
        double to = way.to().middle();
        line(
                "M %s H %s V %s H %s"
                        .formatted(
                                number(way.from().x() + way.from().width()) + " " + number(from),
                                number(turn),
                                number(to),
                                number(way.to().x() - 2)),
                way.arrow().asleep(),
                way.to().x(),
                to);
        double x = turn + 8;
        List<String> label = Lettering.lines(way.arrow().label(), SMALL + 1, TreeLayout.GAP - 26 - 22);
        for (int i = 0; i < label.size(); i++) {
            // Two lines stand above and below the line, one above it.
            double y = i == 0 ? to - 5 : to + 4 + i * 13;
            text(
                    x,
                    y,
                    label.get(i),
                    "font-size=\"12\" font-weight=\"bold\" fill=\""
                            + (way.arrow().asleep() ? ASLEEP : INK) + '"');
        }
    }

    private void line(String path, boolean asleep, double tipX, double tipY) {
        String colour = asleep ? "#c0c0c0" : "#444444";
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>", path.replace(',', '.'), colour);
        add("<path d=\"M %.1f %.1f l -9 -4.5 v 9 z\" fill=\"%s\"/>\n", tipX, tipY, colour);
    }

    private void legend(double top) {
        double x = MARGIN;
        double y = top + 20;
        text(x, y + 4, wording.of("Objaśnienie:", "Legend:"), "font-weight=\"bold\"");
        x += 110;
        for (Kind kind :
                new TreeSet<>(picture.boxes().values().stream().map(Box::kind).toList())) {
            String words = wording.kind(kind);
            double room = Lettering.width(words, SIZE) + 50;
            if (x + room > Math.max(layout.right(), 900)) {
                x = MARGIN + 110;
                y += 28;
            }
            add(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"22\" height=\"16\" rx=\"4\" fill=\"%s\" stroke=\"%s\"/>",
                    x, y - 9, kind.inside(), kind.border());
            text(x + 30, y + 4, words, "");
            x += room;
        }
        x = MARGIN + 110;
        y += 28;
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"22\" height=\"16\" rx=\"8\" fill=\"#ffffff\" stroke=\"#777777\" stroke-dasharray=\"4 3\"/>",
                x, y - 9);
        text(
                x + 30,
                y + 4,
                wording.of(
                        "dalej w miejscu o tej nazwie (nazwy stoją w rogach pól, po prawej)",
                        "goes on at the place of that name (names are in the boxes' upper right corners)"),
                "");
    }

    private void text(double x, double y, String words, String attributes) {
        add("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>\n", x, y, attributes, escaped(words));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    /** Whatever a coordinator writes stays text; signs that XML does not know are left out. */
    static String escaped(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints()
                .filter(sign -> sign >= ' ' && sign != 0xFFFE && sign != 0xFFFF && !Character.isSurrogate((char) sign)
                        || sign > 0xFFFF)
                .forEach(sign -> safe.append(ESCAPES.getOrDefault(sign, Character.toString(sign))));
        return safe.toString();
    }

    private static final Map<Integer, String> ESCAPES =
            Map.of((int) '&', "&amp;", (int) '<', "&lt;", (int) '>', "&gt;", (int) '"', "&quot;", (int) '\'', "&#39;");
}
