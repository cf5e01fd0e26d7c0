package org.infolinia.hotline.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which a case is found: small letters of ASCII and digits alone, so that "Żółć" is found by "zolc", and a
 * database's own order of letters is of no matter. A letter of another alphabet is {@code x} with its number.
 */
public final class SearchWords {

    /** Of a longer word so much counts. */
    public static final int LONGEST = 40;

    /** What is written into a case that it is found by. */
    public static final List<CaseField> FIELDS =
            List.of(CaseField.NAME, CaseField.EMAIL, CaseField.NUMBER, CaseField.NOTES);

    /** So many words of a case are found. */
    private static final int MOST = 3000;

    private static final int MOST_ASKED = 6;
    private static final int FEWEST_DIGITS = 3;
    private static final Pattern NUMBER = Pattern.compile("[+0-9 ().-]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Map<Character, String> WITHOUT_PARTS =
            Map.of('ł', "l", 'ø', "o", 'đ', "d", 'ß', "ss", 'æ', "ae", 'œ', "oe", 'ı', "i");

    private SearchWords() {}

    /** All that a case is found by. */
    public static Set<String> of(CaseNumber number, Map<CaseField, String> fields) {
        Set<String> words = new LinkedHashSet<>();
        words.add(squeezed(number.toString()));
        words.add(callerKey(fields.getOrDefault(CaseField.NUMBER, "")));
        words.add(squeezed(fields.getOrDefault(CaseField.EMAIL, "")));
        for (CaseField field : FIELDS) {
            words.addAll(split(fields.getOrDefault(field, "")));
        }
        words.remove("");
        return words.size() <= MOST ? words : new LinkedHashSet<>(new ArrayList<>(words).subList(0, MOST));
    }

    /** What somebody typed into the search, as beginnings of words; a number of a case or a telephone is one. */
    public static List<String> asked(String typed) {
        String text = typed.strip();
        if (CaseNumber.read(text).isPresent()) {
            return List.of(squeezed(CaseNumber.read(text).get().toString()));
        }
        if (NUMBER.matcher(text).matches() && text.replaceAll("[^0-9]", "").length() >= FEWEST_DIGITS) {
            return List.of(callerKey(text));
        }
        List<String> words = new ArrayList<>();
        for (String part : text.split("\\s+")) {
            words.addAll(part.contains("@") ? List.of(squeezed(part)) : split(part));
        }
        words.removeIf(String::isEmpty);
        return words.stream().distinct().limit(MOST_ASKED).toList();
    }

    /**
     * A telephone number by which the same one is known again, with or without the country's code or the zeros before it:
     * the last digits of the number in E.164; empty for none.
     */
    public static String callerKey(String number) {
        String digits = number.replaceAll("[^0-9]", "").replaceAll("^0+", "");
        String key = digits.length() == 11 && digits.startsWith("48") ? digits.substring(2) : digits;
        return key.length() <= LONGEST ? key : key.substring(0, LONGEST);
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(text)) {
            words.add(squeezed(word));
        }
        return words;
    }

    private static String squeezed(String text) {
        StringBuilder word = new StringBuilder();
        String parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length() && word.length() < LONGEST; i++) {
            char sign = parts.charAt(i);
            if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
                word.append(sign);
            } else if (WITHOUT_PARTS.containsKey(sign)) {
                word.append(WITHOUT_PARTS.get(sign));
            } else if (Character.isLetterOrDigit(sign)) {
                word.append('x').append(Integer.toHexString(sign));
            }
        }
        return word.length() <= LONGEST ? word.toString() : word.substring(0, LONGEST);
    }
}
