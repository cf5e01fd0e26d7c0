package org.infolinia.hotline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What the checks of a hotline.xml say to a coordinator, in Polish or in English.
 *
 * <p>The words are in {@code remarks_pl.properties} and {@code remarks_en.properties}, under the name in lower case.
 */
public enum Remark {
    TOO_LARGE,
    NOT_UTF_8,
    NO_FILE,
    UNREADABLE,
    IN_ENGLISH,
    PLACED,
    OR,
    ATTRIBUTE,
    TEXT,
    KIND,
    TWICE,
    SURPLUS,
    LACKS,
    MISPLACED,
    MISPLACED_LAST,
    TOO_MANY,
    INCOMPLETE,
    NO_HOTLINE,
    NOT_EMPTY,
    LOOSE_TEXT,
    DOCTYPE,
    NOT_XML,
    XML_END_TAG,
    XML_ENDS,
    XML_OPEN,
    XML_TAG,
    XML_EQUALS,
    XML_QUOTE,
    XML_LESS_THAN,
    XML_ATTRIBUTE_TWICE,
    XML_AMPERSAND,
    XML_SEMICOLON,
    XML_ENTITY,
    XML_BEFORE,
    XML_AFTER,
    XML_SECOND_ROOT,
    XML_CONTENT,
    XML_DASHES,
    UNKNOWN_ANNOUNCEMENT,
    UNKNOWN_LANGUAGE,
    UNKNOWN_NODE,
    UNKNOWN_NODE_IN_SUBTREE,
    UNKNOWN_QUEUE,
    UNKNOWN_SUBTREE,
    UNKNOWN_TIMETABLE,
    UNKNOWN_TOPIC,
    ONE_IN_THE_FILE,
    ONE_OF_MANY,
    NO_ZONE,
    CLOSED_TOO,
    BACKWARD,
    OVERLAP,
    TOPIC_UNTOLD,
    ANNOUNCEMENT_UNTOLD,
    ANNOUNCEMENT_MISSING,
    NOT_RECORDED,
    SECOND_GENERAL,
    NO_GENERAL,
    GENERAL_OVERFLOWS,
    GENERAL_OF_ONE_LANGUAGE,
    LANGUAGE_ALONE,
    LANGUAGE_TWICE,
    SPOKEN_TWICE,
    UNSERVED,
    EXCHANGE,
    QUEUE_RESERVED,
    QUEUE_A_PATTERN,
    QUEUE_INDISTINCT,
    STAYS_OUT,
    STAYS_OUT_FOR_MORE,
    CANNOT_COME,
    FILE_IS_MISSING,
    FILE_IS_CLOSED,
    FILE_IS_NO_FOLDER,
    TOO_MANY_NODES,
    DIGITS,
    NO_PATTERN,
    PATTERN_NOTHING,
    PATTERN_UNCLOSED,
    PATTERN_EMPTY,
    PATTERN_RANGE,
    PATTERN_REPEATS,
    PATTERN_BOUNDS,
    PATTERN_KEY,
    RETURN_OUTSIDE,
    INSIDE_SUBTREE,
    CALLS_ITSELF,
    CALLS_DEEP,
    UNREACHED,
    ENDLESS_UNANSWERED,
    ENDLESS_SILENT,
    NEVER_OPEN,
    NEVER_CLOSED,
    THE_HOTLINE,
    THE_TIMETABLE,
    NEVER_DIALLED,
    UNNOTICED,
    EXPECTATIONS_TOO_MANY,
    EXPECTATIONS_TOO_LARGE,
    EXPECTATIONS_NOT_UTF_8,
    EXPECTATIONS_UNREADABLE,
    NOT_EXPECTING,
    NO_MOMENT,
    NOT_UNDERSTOOD,
    NO_END,
    NO_KEYS,
    NO_NUMBER,
    NO_LANGUAGE,
    UNNAMED,
    NO_ANNOUNCEMENT,
    UNHEARD,
    HEARD,
    HEARS_NOTHING,
    IS_OPEN,
    IS_CLOSED,
    OTHER_END,
    OTHER_END_UNKNOWN;

    private static final Language ENGLISH = new Language("en");
    private static final List<Language> LANGUAGES = List.of(new Language("pl"), ENGLISH);
    private static final Map<Language, Properties> WORDS = new HashMap<>();

    static {
        LANGUAGES.forEach(language -> WORDS.put(language, read(language)));
    }

    /** @param details what is filled in; {@link Texts} in the language of the sentence */
    public Texts of(Object... details) {
        Map<Language, String> said = new HashMap<>();
        for (Language language : LANGUAGES) {
            Object[] told = Arrays.stream(details)
                    .map(detail -> detail instanceof Texts texts ? in(language, texts) : String.valueOf(detail))
                    .toArray();
            said.put(language, new MessageFormat(words(language), Locale.ROOT).format(told));
        }
        return new Texts(said);
    }

    /** What was remarked, for somebody who reads that language; in English for any that there are no words in. */
    public static String in(Language language, Texts remark) {
        return remark.in(language).or(() -> remark.in(ENGLISH)).orElseThrow();
    }

    /** What was remarked, for logs and commands. */
    public static String inEnglish(Texts remark) {
        return in(ENGLISH, remark);
    }

    /** As it stands in the file, for {@link MessageFormat}. */
    String words(Language language) {
        String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
        String words = Objects.requireNonNull(WORDS.get(language)).getProperty(key);
        if (words == null) {
            throw new IllegalStateException("no words for " + key + " in " + language);
        }
        return words;
    }

    private static Properties read(Language language) {
        String file = "remarks_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(Remark.class.getResourceAsStream(file), file)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
