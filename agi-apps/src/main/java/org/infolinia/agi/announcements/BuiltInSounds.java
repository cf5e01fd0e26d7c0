package org.infolinia.agi.announcements;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Texts;

/**
 * The words that the program brings along itself, spoken like announcements but no part of hotline.xml.
 *
 * @param texts by the name that Asterisk knows the sound by, without language and ending: {@code queue-youarenext},
 *              {@code digits/7}, {@code infolinia/studio-welcome}; the last kind is played like any announcement
 */
public record BuiltInSounds(Map<String, Texts> texts) {

    /** For a program that brings none. */
    public static final BuiltInSounds NONE = new BuiltInSounds(Map.of());

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{1,60}/)?[A-Za-z0-9_-]{1,60}");
    private static final Pattern KEY = Pattern.compile("([a-z]{2})/(.+)");

    /** @throws IllegalArgumentException when a name could not be a file's */
    public BuiltInSounds {
        texts.keySet().forEach(name -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "sound \"" + name + "\": letters, digits, _ and -, with one / at most");
            }
        });
        texts = Map.copyOf(texts);
    }

    /**
     * Reads a resource: a properties file in UTF-8 whose keys are the files' places below Asterisk's sounds, without
     * ending, such as {@code pl/digits/7 = siedem}.
     *
     * @param beside   a class in the resource's package
     * @param resource its name
     */
    public static BuiltInSounds read(Class<?> beside, String resource) {
        Properties lines = new Properties();
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource + " beside " + beside);
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
        Map<String, Map<Language, String>> byName = new TreeMap<>();
        lines.stringPropertyNames().forEach(key -> {
            Matcher parts = KEY.matcher(key);
            if (!parts.matches()) {
                throw new IllegalArgumentException(resource + ": key \"" + key + "\" is not LANGUAGE/NAME");
            }
            byName.computeIfAbsent(parts.group(2), name -> new LinkedHashMap<>())
                    .put(new Language(parts.group(1)), lines.getProperty(key));
        });
        Map<String, Texts> texts = new LinkedHashMap<>();
        byName.forEach((name, words) -> texts.put(name, new Texts(words)));
        return new BuiltInSounds(texts);
    }

    /** @throws IllegalArgumentException when both say the same name */
    public BuiltInSounds with(BuiltInSounds others) {
        Map<String, Texts> all = new LinkedHashMap<>(texts);
        others.texts.forEach((name, words) -> {
            if (all.put(name, words) != null) {
                throw new IllegalArgumentException("sound \"" + name + "\" is brought along twice");
            }
        });
        return new BuiltInSounds(all);
    }
}
