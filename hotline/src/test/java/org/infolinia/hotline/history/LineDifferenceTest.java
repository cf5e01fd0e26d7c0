package org.infolinia.hotline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a coordinator is shown of a change. */
final class LineDifferenceTest {

    @Test
    void aChangedLineIsRemovedAndAddedWithItsNumbers() {
        LineDifference difference = LineDifference.between("a\nb\nc", "a\nB\nc");

        assertThat(told(difference)).containsExactly(" 1 1 a", "- 2 0 b", "+ 0 2 B", " 3 3 c");
        assertThat(difference.added()).isEqualTo(1);
        assertThat(difference.removed()).isEqualTo(1);
    }

    @Test
    void lineEndsAreNoDifference() {
        assertThat(LineDifference.between("a\r\nb\r\n", "a\nb\n").isEmpty()).isTrue();
        assertThat(LineDifference.between("", "").isEmpty()).isTrue();
    }

    @Test
    void whatWasMovedIsRemovedInOnePlaceAndAddedInAnother() {
        assertThat(told(LineDifference.between("one\ntwo\nthree\nfour", "two\nthree\nfour\none")))
                .containsExactly("- 1 0 one", " 2 1 two", " 3 2 three", " 4 3 four", "+ 0 4 one");
    }

    @Test
    void anElementAmongOthersThatEndAlikeIsAddedAsAWhole() {
        String before = "<a>\n  1\n</a>\n<b>\n  2\n</b>\n";
        String after = "<a>\n  1\n</a>\n<c>\n  3\n</c>\n<b>\n  2\n</b>\n";

        assertThat(told(LineDifference.between(before, after)).stream().filter(line -> !line.startsWith(" ")))
                .containsExactly("+ 0 4 <c>", "+ 0 5   3", "+ 0 6 </c>");
    }

    @Test
    void linesFarFromAChangeAreLeftOutAndCounted() {
        String before = IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        assertThat(told(LineDifference.between(before, before.replace("10\n", "X\n"))
                        .shortened(1)))
                .containsExactly("… 0 0 8", " 9 9 9", "- 10 0 10", "+ 0 10 X", " 11 11 11", "… 0 0 9");
    }

    @Test
    void textsThatShareNothingAreReplacedHoweverLongTheyAre() {
        String before = IntStream.range(0, 20_000).mapToObj(i -> "a").collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 20_000).mapToObj(i -> "b").collect(Collectors.joining("\n"));

        LineDifference difference = LineDifference.between(before, after);

        assertThat(difference.removed()).isEqualTo(20_000);
        assertThat(difference.added()).isEqualTo(20_000);
    }

    @Test
    void ofAnyTwoTextsBothCanBeHadBackFromTheDifference() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<String> before = lines(random);
            List<String> after = lines(random);

            LineDifference difference = LineDifference.between(String.join("\n", before), String.join("\n", after));

            assertThat(side(difference, LineDifference.Kind.ADDED)).isEqualTo(before);
            assertThat(side(difference, LineDifference.Kind.REMOVED)).isEqualTo(after);
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>(List.of("first"));
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            lines.add(Integer.toString(random.nextInt(15)));
        }
        return lines;
    }

    private static List<String> side(LineDifference difference, LineDifference.Kind without) {
        return difference.lines().stream()
                .filter(line -> line.kind() != without)
                .map(LineDifference.Line::text)
                .toList();
    }

    private static List<String> told(LineDifference difference) {
        return difference.lines().stream()
                .map(line -> sign(line.kind()) + " " + line.before() + " " + line.after() + " " + line.text())
                .toList();
    }

    private static String sign(LineDifference.Kind kind) {
        return switch (kind) {
            case SAME -> "";
            case REMOVED -> "-";
            case ADDED -> "+";
            case LEFT_OUT -> "…";
        };
    }
}
