package org.infolinia.agi.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infolinia.hotline.Language;

/**
 * How a text is read aloud: where the reader pauses, which words are spelled, which sentences are another language's.
 *
 * <p>Written as SSML, which espeak-ng takes; whatever the text itself holds is words, never markup.
 */
final class SpokenWords {

    /** Changes with all that is decided here, so that sounds made otherwise are made anew. */
    static final String MANNER = "ssml 1";

    private static final String AFTER_SENTENCE = "<break time=\"650ms\"/>";
    private static final String AFTER_COLON = "<break time=\"420ms\"/>";

    /** A listener has to keep the choice in mind until the key is said. */
    private static final String BEFORE_KEY = "<break time=\"300ms\"/>";

    private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[.!?…])\\s+(?=[\\p{Lu}\\p{N}„\"])");
    private static final Pattern ABBREVIATED = Pattern.compile(
            ".*(^|[\\s(])(\\p{L}\\.)+\\p{L}?\\.?|.*\\b(?i:ul|al|pl|tel|godz|ok|art|ust|pkt|im|dr|mgr|prof|nr|np|mr|mrs|no|st)\\.",
            Pattern.DOTALL);

    private static final Map<String, Pattern> KEYS = Map.of(
            "pl", Pattern.compile("(?<=\\S)\\s+(?=(?:proszę|należy)\\s+(?:wybrać|nacisnąć|wcisnąć)\\s)"),
            "en", Pattern.compile("(?<=\\S)(?<!please)\\s+(?=(?:please\\s+)?press\\s)"));

    /** Pronounceable, but not meant to be: "kra" is an ice floe. */
    private static final Pattern SPELLED = Pattern.compile("\\b(CRA)\\b");

    /** At the last full stop espeak-ng would end a sentence: "5 p.m. Polish time" falls apart. */
    private static final Pattern LETTERS = Pattern.compile("(?<![\\p{L}.])((?:\\p{L}\\.)+\\p{L})\\.(?=\\s)");

    /** Frequent words that the other language does not have. */
    private static final Map<String, Set<String>> FREQUENT = Map.of(
            "pl",
                    Set.of(
                            "w", "z", "na", "proszę", "prosimy", "aby", "się", "jest", "nie", "dla", "od", "lub",
                            "oraz", "jeżeli", "państwa", "wybrać"),
            "en",
                    Set.of(
                            "the", "for", "press", "please", "you", "your", "our", "and", "of", "is", "are", "this",
                            "with"));

    private static final Pattern POLISH_LETTERS = Pattern.compile("[ąćęłńóśźż]");

    /** espeak-ng knows most languages by their ISO code; accents where it has several. */
    private static final Map<String, String> ACCENTS = Map.of("en", "en-gb");

    private SpokenWords() {}

    static String accent(Language language) {
        return ACCENTS.getOrDefault(language.code(), language.code());
    }

    static String ssml(String text, Language language) {
        // espeak-ng takes [[...]] for phonemes; to us they are signs like others.
        String plain = text.replaceAll("[\\[\\]\\p{Cntrl}\\s]+", " ").strip();
        return sentences(plain).stream()
                .map(sentence -> sentence(sentence, language))
                .collect(Collectors.joining(AFTER_SENTENCE + " ", "<speak>", "</speak>"));
    }

    /** Split behind a full stop that ends more than an abbreviation. */
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        for (String part : SENTENCE_ENDS.split(text)) {
            sentence.append(sentence.length() == 0 ? "" : " ").append(part);
            if (!ABBREVIATED.matcher(sentence).matches()) {
                sentences.add(sentence.toString());
                sentence.setLength(0);
            }
        }
        if (sentence.length() > 0) {
            sentences.add(sentence.toString());
        }
        return sentences;
    }

    private static String sentence(String sentence, Language language) {
        String spokenIn = languageOf(sentence, language.code());
        String words = SPELLED.matcher(escaped(sentence))
                .replaceAll(letters -> letters.group().replaceAll("(?<=.)(?=.)", " "));
        words = LETTERS.matcher(words).replaceAll("$1");
        words = words.replaceAll(":\\s+", ":" + AFTER_COLON + " ");
        Pattern keys = KEYS.get(spokenIn);
        if (keys != null) {
            words = keys.matcher(words).replaceAll(BEFORE_KEY + " ");
        }
        return spokenIn.equals(language.code())
                ? words
                : "<voice xml:lang=\"" + accent(new Language(spokenIn)) + "\">" + words + "</voice>";
    }

    /** A Polish menu says "For English, press nine"; read by Polish rules nobody would understand it. */
    private static String languageOf(String sentence, String usual) {
        for (String other : FREQUENT.keySet()) {
            if (!other.equals(usual)
                    && frequent(sentence, other) >= 2
                    && frequent(sentence, usual) == 0
                    && !(other.equals("en") && POLISH_LETTERS.matcher(sentence).find())) {
                return other;
            }
        }
        return usual;
    }

    private static long frequent(String sentence, String language) {
        Set<String> words = FREQUENT.getOrDefault(language, Set.of());
        return Arrays.stream(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(words::contains)
                .count();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
