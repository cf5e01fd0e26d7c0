package org.infolinia.agi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.infolinia.hotline.Language;
import org.junit.jupiter.api.Test;

/** What becomes of a text before it is read aloud. */
final class SpokenWordsTest {

    private static final Language POLISH = new Language("pl");
    private static final Language ENGLISH = new Language("en");

    @Test
    void sentencesAreKeptApart() {
        assertThat(SpokenWords.ssml("Dzień dobry.\n   Tu infolinia.", POLISH))
                .isEqualTo("<speak>Dzień dobry.<break time=\"650ms\"/> Tu infolinia.</speak>");
    }

    @Test
    void abbreviationEndsNoSentence() {
        assertThat(SpokenWords.ssml("Open from 8 a.m. to 5 p.m. Polish time.", ENGLISH))
                .isEqualTo("<speak>Open from 8 a.m to 5 p.m Polish time.</speak>");
        assertThat(SpokenWords.ssml("Biuro przy ul. Prostej, np. Warszawa.", POLISH))
                .doesNotContain("<break");
    }

    @Test
    void keyIsSaidAfterAPause() {
        assertThat(SpokenWords.ssml("W sprawie samooceny proszę wybrać jeden.", POLISH))
                .isEqualTo("<speak>W sprawie samooceny<break time=\"300ms\"/> proszę wybrać jeden.</speak>");
        assertThat(SpokenWords.ssml("For the NIS 2 pre-verification, press two.", ENGLISH))
                .isEqualTo("<speak>For the NIS 2 pre-verification,<break time=\"300ms\"/> press two.</speak>");
        assertThat(SpokenWords.ssml("Proszę wybrać numer: jeden.", POLISH))
                .isEqualTo("<speak>Proszę wybrać numer:<break time=\"420ms\"/> jeden.</speak>");
    }

    @Test
    void sentenceOfAnotherLanguageIsReadByItsOwnVoice() {
        assertThat(SpokenWords.ssml("Proszę wybrać trzy. For English, press nine.", POLISH))
                .endsWith(" <voice xml:lang=\"en-gb\">For English,<break time=\"300ms\"/> press nine.</voice></speak>");
        assertThat(SpokenWords.ssml("Press one. W języku polskim proszę wybrać dwa.", ENGLISH))
                .contains("<voice xml:lang=\"pl\">W języku polskim");
    }

    @Test
    void wordsOfAnotherLanguageWithinASentenceStayInIt() {
        assertThat(SpokenWords.ssml("Usługa nazywa się Press for Business.", POLISH))
                .doesNotContain("<voice");
        assertThat(SpokenWords.ssml("Infolinia.", ENGLISH)).doesNotContain("<voice");
    }

    @Test
    void signsOfMarkupAreWords() {
        assertThat(SpokenWords.ssml("[[h@]] A & B <break time=\"9s\"/> \u0007", ENGLISH))
                .isEqualTo("<speak>h@ A &amp; B &lt;break time=\"9s\"/&gt;</speak>");
    }

    @Test
    void nameThatReadsLikeAWordIsSpelled() {
        assertThat(SpokenWords.ssml("Akt CRA i NIS 2.", POLISH)).isEqualTo("<speak>Akt C R A i NIS 2.</speak>");
    }
}
