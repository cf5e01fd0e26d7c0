package org.infolinia.hotline.drawing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.drawing.Picture.Arrow;
import org.infolinia.hotline.drawing.Picture.Box;

/**
 * The same tree as a list within lists, for those who cannot see the drawing.
 *
 * @param subtitle what the picture says below its title: hours, or the moment
 * @param roots    the tree itself first, then its named parts
 */
public record TreeOutline(String subtitle, List<Entry> roots) {

    public TreeOutline {
        roots = List.copyOf(roots);
    }

    /**
     * A node, at the first place that leads to it; everywhere else it is named alone.
     *
     * @param label   when a caller comes here; empty where there is no other way
     * @param heading what it does, in a word or two; empty where it is told elsewhere in the list
     * @param asleep  whether nobody comes here at the moment of the outline
     */
    public record Entry(String label, String id, String heading, List<Said> said, boolean asleep, List<Entry> ways) {
        public Entry {
            said = List.copyOf(said);
            ways = List.copyOf(ways);
        }
    }

    /**
     * A paragraph of a node.
     *
     * @param announcement whose words these are; empty for what is no announcement
     */
    public record Said(String announcement, String words) {}

    /**
     * Tells the tree.
     *
     * @param language of the announcements and all other words
     * @param at       moment whose closed branches are asleep; empty: none is
     */
    public static TreeOutline of(Hotline hotline, Language language, Optional<Instant> at) {
        Picture picture = new PictureOf(hotline, language, at).picture();
        Set<String> told = new HashSet<>();
        List<Entry> roots = new ArrayList<>();
        picture.roots().forEach((id, words) -> roots.add(entry(picture, new Arrow(words, id, false), told)));
        return new TreeOutline(picture.subtitle(), roots);
    }

    private static Entry entry(Picture picture, Arrow arrow, Set<String> told) {
        Box box = picture.box(arrow.target());
        boolean asleep = arrow.asleep() || box.asleep();
        if (!told.add(box.id())) {
            return new Entry(arrow.label(), box.id(), "", List.of(), asleep, List.of());
        }
        return new Entry(
                arrow.label(),
                box.id(),
                box.heading(),
                box.lines().stream()
                        .map(line -> new Said(line.name(), line.words()))
                        .toList(),
                asleep,
                box.arrows().stream().map(on -> entry(picture, on, told)).toList());
    }
}
