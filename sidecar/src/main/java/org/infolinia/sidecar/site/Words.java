package org.infolinia.sidecar.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.infolinia.hotline.Language;

/** What the pages say, by key, in each language. */
public final class Words {

    static final Language POLISH = new Language("pl");
    static final Language ENGLISH = new Language("en");

    private final Map<Language, Map<String, String>> byLanguage = new HashMap<>();

    /**
     * @param folders on the class path, each with {@code words_pl.properties} and {@code words_en.properties} in UTF-8
     * @throws IllegalArgumentException when a file is missing, a key is there twice, or one language lacks a key
     */
    public Words(List<String> folders) {
        for (Language language : List.of(POLISH, ENGLISH)) {
            Map<String, String> words = new HashMap<>();
            folders.forEach(folder -> read(folder + "/words_" + language.code() + ".properties")
                    .forEach((key, value) -> {
                        if (words.put((String) key, (String) value) != null) {
                            throw new IllegalArgumentException("the word " + key + " is there twice");
                        }
                    }));
            byLanguage.put(language, words);
        }
        Set<String> all = new TreeSet<>();
        byLanguage.values().forEach(words -> all.addAll(words.keySet()));
        byLanguage.forEach((language, words) -> all.forEach(key -> {
            if (!words.containsKey(key)) {
                throw new IllegalArgumentException("the word " + key + " is missing in " + language.code());
            }
        }));
    }

    /**
     * The word, with arguments filled in.
     *
     * @throws IllegalArgumentException when there is none
     */
    public String say(Language language, String key, Object... arguments) {
        String word = byLanguage.getOrDefault(language, Map.of()).get(key);
        if (word == null) {
            throw new IllegalArgumentException("there is no word " + key);
        }
        return new MessageFormat(word, Locale.forLanguageTag(language.code())).format(arguments);
    }

    /** Whether there is such a word. */
    boolean has(String key) {
        return byLanguage.getOrDefault(POLISH, Map.of()).containsKey(key);
    }

    /** Those that begin so, the beginning cut off; for scripts, which fill in arguments themselves. */
    public Map<String, String> beginning(Language language, String prefix) {
        Map<String, String> found = new TreeMap<>();
        byLanguage.getOrDefault(language, Map.of()).forEach((key, word) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), word.replace("''", "'"));
            }
        });
        return found;
    }

    private static Properties read(String file) {
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + file + " on the class path");
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
