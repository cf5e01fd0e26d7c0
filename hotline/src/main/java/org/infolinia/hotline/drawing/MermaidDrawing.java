package org.infolinia.hotline.drawing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.drawing.Picture.Arrow;
import org.infolinia.hotline.drawing.Picture.Box;
import org.infolinia.hotline.drawing.Picture.Kind;

/** The tree as text for Mermaid, which pages of code hosts and wikis draw. */
public final class MermaidDrawing {

    private MermaidDrawing() {}

    /**
     * Writes.
     *
     * @param language of the announcements and all other words
     * @param at       moment whose closed branches are grey; empty: none is
     */
    public static String of(Hotline hotline, Language language, Optional<Instant> at) {
        Picture picture = new PictureOf(hotline, language, at).picture();
        List<String> lines = new ArrayList<>();
        lines.add("%% " + plain(picture.title()) + ": " + plain(picture.subtitle()));
        lines.add("flowchart LR");
        Map<String, String> names = new LinkedHashMap<>();
        picture.boxes().keySet().forEach(id -> names.put(id, "n" + names.size()));
        int root = 0;
        for (Map.Entry<String, String> entry : picture.roots().entrySet()) {
            lines.add("  start%d([\"%s\"]) --> %s"
                    .formatted(root++, escaped(entry.getValue()), names.get(entry.getKey())));
        }
        for (Box box : picture.boxes().values()) {
            lines.add("  %s[\"%s\"]:::%s".formatted(names.get(box.id()), words(box), style(box)));
            for (Arrow arrow : box.arrows()) {
                String label = arrow.label().isEmpty() ? "" : "|\"" + escaped(arrow.label()) + "\"|";
                lines.add("  %s %s%s %s"
                        .formatted(
                                names.get(box.id()),
                                arrow.asleep() ? "-.->" : "-->",
                                label,
                                names.get(arrow.target())));
            }
        }
        for (Kind kind : Kind.values()) {
            lines.add("  classDef %s fill:%s,stroke:%s,color:#1b1b1b"
                    .formatted(name(kind), kind.inside(), kind.border()));
        }
        lines.add("  classDef asleep fill:#f4f4f4,stroke:#c4c4c4,color:#8a8a8a");
        return String.join("\n", lines) + "\n";
    }

    private static String words(Box box) {
        String more = box.lines().stream()
                .map(line -> "<br/>" + escaped(line.words()))
                .collect(Collectors.joining());
        return "<b>" + escaped(box.heading()) + "</b> (" + escaped(box.id()) + ")" + more;
    }

    private static String style(Box box) {
        return box.asleep() ? "asleep" : name(box.kind());
    }

    /** {@code end} is a word of Mermaid's own. */
    private static String name(Kind kind) {
        return "is" + kind.name().charAt(0) + kind.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String plain(String words) {
        return words.replaceAll("[\\p{Cntrl}%]", " ");
    }

    /** Mermaid takes entities by number between # and ;. */
    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(sign -> {
            if ("\"#&<>;`\\%{}[]|".indexOf(sign) >= 0) {
                safe.append('#').append(sign).append(';');
            } else if (sign >= ' ') {
                safe.appendCodePoint(sign);
            }
        });
        return safe.toString();
    }
}
