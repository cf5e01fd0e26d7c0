package org.infolinia.hotline.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.drawing.TreeOutline.Entry;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read aloud of the demonstration hotline's tree. */
final class TreeOutlineTest {

    private static final Language POLISH = new Language("pl");

    private static Hotline hotline;

    @BeforeAll
    static void readTheDemonstration() throws Exception {
        hotline = HotlineFile.read(Path.of("../dialplan/hotline.xml"));
    }

    @Test
    void everyNodeIsToldOnceAndNamedWhereElseAWayLeadsToIt() {
        List<Entry> all = all(TreeOutline.of(hotline, POLISH, Optional.empty()));

        assertThat(all.stream().filter(entry -> !entry.heading().isEmpty()).map(Entry::id))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(hotline.tree().nodes().values().stream()
                        .filter(node -> !(node instanceof IvrNode.GoTo))
                        .map(IvrNode::id)
                        .toList());
        assertThat(all)
                .anyMatch(entry -> entry.heading().isEmpty() && entry.id().equals("main"));
        assertThat(all).noneMatch(Entry::asleep);
    }

    @Test
    void wordsOfAnnouncementsAndKeysAreTold() {
        Entry menu = all(TreeOutline.of(hotline, POLISH, Optional.empty())).stream()
                .filter(entry -> entry.id().equals("main") && !entry.heading().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(menu.said()).anyMatch(said -> said.announcement().equals("main-menu"));
        assertThat(menu.ways()).extracting(Entry::label).contains("klawisz 1");
    }

    @Test
    void onChristmasEveTheWayIntoTheOpenHotlineIsAsleep() {
        TreeOutline outline = TreeOutline.of(hotline, POLISH, Optional.of(Instant.parse("2026-12-24T09:00:00Z")));

        assertThat(outline.subtitle()).contains("nieczynna", "Wigilia");
        assertThat(outline.roots().get(0).ways())
                .filteredOn(way -> way.label().equals("czynne"))
                .singleElement()
                .satisfies(way -> assertThat(way.asleep()).isTrue());
    }

    private static List<Entry> all(TreeOutline outline) {
        List<Entry> all = new ArrayList<>();
        outline.roots().forEach(root -> collect(root, all));
        return all;
    }

    private static void collect(Entry entry, List<Entry> all) {
        all.add(entry);
        entry.ways().forEach(way -> collect(way, all));
    }
}
