package org.infolinia.hotline.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.LanguageLevel;
import org.junit.jupiter.api.Test;

/** What an edit of one consultant makes of a text, to the letter; whatever comes out is read again. */
final class ConsultantEditTest {

    private static final String LIST = """
              <!-- Kto nie odbiera wszystkiego -->
              <consultants>
                <consultant name="anna" queues="nis2"/> <!-- od września -->
                <consultant name="bartosz"
                            languages='pl en'
                            queues = 'any'/>
                <!-- <consultant name="celina" queues="nis2"/> wróci w maju -->
              </consultants>
            """;

    @Test
    void queuesAreChangedInTheirPlace() throws Exception {
        assertThat(edited(withList(LIST), "anna", "any nis2", ""))
                .isEqualTo(
                        withList(LIST.replace("name=\"anna\" queues=\"nis2\"", "name=\"anna\" queues=\"nis2 any\"")));
    }

    @Test
    void attributesKeepTheirOrderTheirSpacesAndTheirQuotes() throws Exception {
        assertThat(edited(withList(LIST), "bartosz", "nis2", "en"))
                .isEqualTo(withList(LIST.replace("'pl en'", "'en'").replace("queues = 'any'", "queues = 'nis2'")));
        assertThat(edited(withList(LIST), "bartosz", "nis2", ""))
                .isEqualTo(withList(LIST.replace("\n                languages='pl en'", "")
                        .replace("queues = 'any'", "queues = 'nis2'")));
    }

    @Test
    void whatIsSaidAlreadyStaysAsItIsSpelled() throws Exception {
        String spelled = withList(LIST.replace("\"anna\" queues=\"nis2\"", "\"anna\" queues=\" any   nis2 \""));

        assertThat(edited(spelled, "anna", "nis2 any", "")).isEqualTo(spelled);
        assertThat(edited(spelled, "anna", "nis2 any", "pl"))
                .isEqualTo(spelled.replace("any   nis2 \"", "any   nis2 \" languages=\"pl\""));
    }

    @Test
    void aLevelIsWrittenChangedAndTakenBackInItsPlace() throws Exception {
        String graded = withList(LIST.replace("'pl en'", "'pl en:B2'"));

        assertThat(edited(withList(LIST), "bartosz", "any", "pl en:B2")).isEqualTo(graded);
        assertThat(edited(graded, "bartosz", "any", "en:C1 pl"))
                .isEqualTo(withList(LIST.replace("'pl en'", "'pl en:C1'")));
        assertThat(edited(graded, "bartosz", "any", "pl en")).isEqualTo(withList(LIST));
        String spelled = graded.replace("'pl en:B2'", "' en:B2  pl'");
        assertThat(edited(spelled, "bartosz", "any", "pl en:B2")).isEqualTo(spelled);
    }

    @Test
    void theLineOfAnElementIsTold() throws Exception {
        String text = withList(LIST);

        assertThat(ConsultantEdit.line(edition(text), "bartosz"))
                .hasValue(lineOf("<consultant name=\"bartosz\"", text));
        assertThat(ConsultantEdit.line(edition(crlf(text)), "bartosz"))
                .hasValue(lineOf("<consultant name=\"bartosz\"", text));
        assertThat(ConsultantEdit.line(edition(text), "celina"))
                .as("in a comment")
                .isEmpty();
    }

    @Test
    void whoTakesAllIsTakenOutWithTheirLine() throws Exception {
        assertThat(edited(withList(LIST), "bartosz", "", "")).isEqualTo(withList("""
              <!-- Kto nie odbiera wszystkiego -->
              <consultants>
                <consultant name="anna" queues="nis2"/> <!-- od września -->
                <!-- <consultant name="celina" queues="nis2"/> wróci w maju -->
              </consultants>
            """));
    }

    @Test
    void commentsOnTheLineAndInTheElementStay() throws Exception {
        assertThat(edited(withList(LIST), "anna", "", ""))
                .contains("<consultants>\n     <!-- od września -->\n")
                .doesNotContain("name=\"anna\"");
        String commented = withList("""
              <consultants>
                <consultant name="anna" queues="nis2"><!-- do marca --></consultant>
              </consultants>
            """);
        assertThat(edited(commented, "anna", "", "")).isEqualTo(commented.replace(" queues=\"nis2\"><!--", "><!--"));
    }

    @Test
    void theLastOneLeavesAnEmptyListToWhichSomebodyIsAddedAgain() throws Exception {
        String one = withList("""
              <consultants>
                <consultant name="anna" queues="nis2"/>
              </consultants>
            """);
        String none = edited(one, "anna", "", "");

        assertThat(none).isEqualTo(withList("  <consultants>\n  </consultants>\n"));
        assertThat(edited(none, "anna", "nis2", "")).isEqualTo(one);
        assertThat(edited(withList("  <consultants />\n"), "anna", "nis2", "")).isEqualTo(one);
        assertThat(edited(withList("  <consultants></consultants>\n"), "anna", "nis2", ""))
                .isEqualTo(one);
    }

    @Test
    void somebodyNewStandsAtTheEndOfTheListBehindItsComments() throws Exception {
        assertThat(edited(withList(LIST), "celina", "nis2", "en"))
                .isEqualTo(withList(LIST.replace(
                        "wróci w maju -->\n",
                        "wróci w maju -->\n    <consultant name=\"celina\" queues=\"nis2\" languages=\"en\"/>\n")));
    }

    @Test
    void aListThatIsMissingStandsBehindTheQueues() throws Exception {
        String expected = withList("""
              <consultants>
                <consultant name="jan.kowalski_2" languages="pl"/>
              </consultants>
            """);

        assertThat(edited(SoundHotline.TEXT, "jan.kowalski_2", "", "pl")).isEqualTo(expected);
        assertThat(edited(SoundHotline.TEXT, "anna", "", "")).isEqualTo(SoundHotline.TEXT);
        assertThat(edited(SoundHotline.with("</queues>\n", "</queues>\n\n"), "anna", "nis2", ""))
                .contains("</queues>\n\n  <consultants>\n", "  </consultants>\n\n  <announcements>");
    }

    @Test
    void linesEndAsTheyDidBefore() throws Exception {
        assertThat(edited(crlf(withList(LIST)), "celina", "nis2", "en"))
                .isEqualTo(crlf(edited(withList(LIST), "celina", "nis2", "en")));
        assertThat(edited(crlf(withList(LIST)), "bartosz", "", ""))
                .isEqualTo(crlf(edited(withList(LIST), "bartosz", "", "")));
        assertThat(edited(crlf(SoundHotline.TEXT), "anna", "nis2", ""))
                .isEqualTo(crlf(edited(SoundHotline.TEXT, "anna", "nis2", "")));
        String oneLine = withList(LIST).replaceAll("\\R", " ");
        assertThat(edited(oneLine, "anna", "any", ""))
                .isEqualTo(oneLine.replace("name=\"anna\" queues=\"nis2\"", "name=\"anna\" queues=\"any\""));
        assertThat(edited(SoundHotline.TEXT.replaceAll("\\R", " "), "anna", "nis2", ""))
                .contains("<consultant name=\"anna\" queues=\"nis2\"/>");
    }

    @Test
    void referencesInValuesAreReadAsWhatTheyMean() throws Exception {
        String spelled = withList("""
              <consultants>
                <consultant name="a&#110;&#x6e;a" queues="nis&#50;"/>
              </consultants>
            """);

        assertThat(edited(spelled, "anna", "nis2", "")).isEqualTo(spelled);
        assertThat(edited(spelled, "anna", "nis2", "en"))
                .isEqualTo(spelled.replace("nis&#50;\"", "nis&#50;\" languages=\"en\""));
    }

    @Test
    void prefixesOfTheFileAreUsed() throws Exception {
        String prefixed = SoundHotline.TEXT.replace("xmlns=", "xmlns:h=").replaceAll("<(/?)(?=[a-z])", "<$1h:");

        assertThat(edited(prefixed, "anna", "nis2", ""))
                .contains("  <h:consultants>\n    <h:consultant name=\"anna\" queues=\"nis2\"/>\n  </h:consultants>\n");
        String list = withList("  <q:consultants xmlns:q=\"https://infolinia.org/hotline\"/>\n");
        assertThat(edited(list, "anna", "nis2", ""))
                .contains("<q:consultants xmlns:q=\"https://infolinia.org/hotline\">\n"
                        + "    <q:consultant name=\"anna\" queues=\"nis2\"/>\n  </q:consultants>\n");
    }

    @Test
    void tagsInCommentsInstructionsAndValuesAreNone() throws Exception {
        String hidden = withList("""
              <!-- </queues> <consultants> ' " -->
              <?note <consultants> ?>
            """)
                .replace("Dzień", "<![CDATA[<consultants>]]> Dzień")
                .replace("reason=\"Inwentaryzacja\"", "reason=\"2 > 1, 'tak'\"");

        assertThat(edited(hidden, "anna", "nis2", ""))
                .isEqualTo(
                        hidden.replace(
                                "</queues>\n",
                                "</queues>\n  <consultants>\n    <consultant name=\"anna\" queues=\"nis2\"/>\n  </consultants>\n"));
    }

    private static String withList(String list) {
        return SoundHotline.with("  </queues>\n", "  </queues>\n" + list.stripTrailing() + "\n");
    }

    private static int lineOf(String part, String text) {
        List<String> lines = text.lines().toList();
        return lines.indexOf(lines.stream()
                        .filter(line -> line.contains(part))
                        .findFirst()
                        .orElseThrow())
                + 1;
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    private static String edited(String text, String name, String queues, String languages) throws Exception {
        ConsultantSkills wanted = new ConsultantSkills(
                name,
                words(queues).map(QueueName::new).collect(Collectors.toSet()),
                words(languages)
                        .collect(Collectors.toMap(
                                word -> new Language(word.substring(0, 2)),
                                word -> word.length() > 2
                                        ? LanguageLevel.valueOf(word.substring(3))
                                        : LanguageLevel.NATIVE)));
        String edited = ConsultantEdit.of(edition(text), wanted);
        ConsultantSkills read = edition(edited).hotline().skillsOf(name);
        assertThat(read).isEqualTo(wanted);
        return edited;
    }

    private static Stream<String> words(String text) {
        return Set.of(text.split(" ")).stream().filter(word -> !word.isEmpty());
    }

    private static HotlineEdition edition(String text) throws HotlineRefused {
        return HotlineFile.checked("hotline.xml", text.getBytes(StandardCharsets.UTF_8), OnTheBox.UNKNOWN)
                .edition();
    }
}
