package org.infolinia.hotline.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is seen in the pictures of the demonstration hotline. */
final class DrawingTest {

    private static final Path DEMONSTRATION = Path.of("../dialplan/hotline.xml");
    private static final Language POLISH = new Language("pl");
    private static final Instant CHRISTMAS_EVE = Instant.parse("2026-12-24T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everyNodeAndEveryWayIsInThePicture() throws Exception {
        Hotline hotline = HotlineFile.read(DEMONSTRATION);

        Document svg = parsed(SvgDrawing.of(hotline, POLISH, Optional.empty()));

        assertThat(texts(svg))
                .containsAll(hotline.tree().nodes().keySet())
                .contains("klawisz 1", "klawisz 0, bez wyboru", "czynne", "nieczynne", "Kolejka nis2", "→ main");
        assertThat(String.join(" ", texts(svg)))
                .contains(
                        "„Dzień dobry. Tu infolinia dla",
                        "Wstępna weryfikacja NIS2",
                        "poniedziałek–piątek 08:00–17:00");
    }

    @Test
    void behindAChangeOfLanguageTheWordsAreThoseThatCallersHear() throws Exception {
        Hotline hotline = HotlineFile.read(DEMONSTRATION);

        assertThat(SvgDrawing.of(hotline, POLISH, Optional.empty())).contains("„You have reached");
    }

    @Test
    void noTwoBoxesOverlap() throws Exception {
        Document svg = parsed(SvgDrawing.of(HotlineFile.read(DEMONSTRATION), POLISH, Optional.empty()));
        List<double[]> boxes = new ArrayList<>();
        NodeList all = svg.getElementsByTagName("rect");
        for (int i = 0; i < all.getLength(); i++) {
            Element rect = (Element) all.item(i);
            if (rect.hasAttribute("x")) {
                boxes.add(new double[] {
                    number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")
                });
            }
        }

        assertThat(boxes).hasSizeGreaterThan(15);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(overlap(boxes.get(i), boxes.get(j)))
                        .as("%d and %d", i, j)
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsClosedThenIsGreyAndNothingElse() throws Exception {
        Document svg = parsed(SvgDrawing.of(HotlineFile.read(DEMONSTRATION), POLISH, Optional.of(CHRISTMAS_EVE)));

        assertThat(fillOf(svg, "node-main")).isEqualTo("#f4f4f4");
        assertThat(fillOf(svg, "node-to-nis2")).isEqualTo("#f4f4f4");
        assertThat(fillOf(svg, "node-closed")).isNotEqualTo("#f4f4f4");
        assertThat(String.join(" ", texts(svg))).contains("infolinia nieczynna (Wigilia Bożego Narodzenia)");
    }

    @Test
    void whateverIsWrittenStaysText() throws Exception {
        String hostile = "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt; \"x\" ' &amp;amp; %s %%n";
        Path file = Files.writeString(
                folder.resolve("hotline.xml"),
                Files.readString(DEMONSTRATION)
                        .replace("Wybrano niewłaściwy klawisz.", hostile)
                        .replace("For English, press nine.", hostile));
        Hotline hotline = HotlineFile.read(file);

        Document svg = parsed(SvgDrawing.of(hotline, POLISH, Optional.empty()));
        String mermaid = MermaidDrawing.of(hotline, POLISH, Optional.empty());

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(String.join(" ", texts(svg))).contains("</text><script>alert(1)</script>", "%s %%n");
        assertThat(mermaid).doesNotContain("<script", "\"x\"").contains("#60;script#62;");
    }

    @Test
    void mermaidNamesEveryWay() throws Exception {
        String mermaid = MermaidDrawing.of(HotlineFile.read(DEMONSTRATION), POLISH, Optional.of(CHRISTMAS_EVE));

        assertThat(mermaid)
                .contains("flowchart LR", "-.->|\"klawisz 2\"|", "-->|\"nieczynne\"|", "<b>Kolejka nis2</b> (to-nis2)")
                .contains("classDef asleep");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        List<String> texts = new ArrayList<>();
        NodeList all = svg.getElementsByTagName("text");
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    private static String fillOf(Document svg, String id) {
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("id").equals(id)) {
                return ((Element) group.getElementsByTagName("rect").item(0)).getAttribute("fill");
            }
        }
        throw new AssertionError("no " + id);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static boolean overlap(double[] one, double[] other) {
        return one[0] < other[0] + other[2]
                && other[0] < one[0] + one[2]
                && one[1] < other[1] + other[3]
                && other[1] < one[1] + one[3];
    }
}
