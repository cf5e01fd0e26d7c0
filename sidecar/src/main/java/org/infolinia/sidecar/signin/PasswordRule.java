package org.infolinia.sidecar.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infolinia.hotline.people.Account;

/** Says what is wrong with a password that somebody chose. */
public final class PasswordRule {

    /** The shortest password, in signs. */
    public static final int SHORTEST = 10;

    static final int LONGEST = 200;

    /** Fewer different signs are a pattern on the keyboard. */
    private static final int FEWEST_DIFFERENT = 5;

    /** What has to be left of a password without the name of whose it is. */
    private static final int BESIDE_THE_NAME = 6;

    /** A word of a name that is shorter is in many a good password by chance. */
    private static final int SHORTEST_NAME = 3;

    /** Lower case, letters and digits alone; a line each. */
    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /** A word of the site; empty when nothing is wrong. */
    public static Optional<String> fault(String password, Account whose) {
        if (password.length() < SHORTEST) {
            return Optional.of("password.short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("password.long");
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("password.simple");
        }
        if (isCommon(password)) {
            return Optional.of("password.common");
        }
        return isTheName(password, whose) ? Optional.of("password.name") : Optional.empty();
    }

    /** Also with digits and marks before, between and after, as in {@code Haslo-2026!}. */
    private static boolean isCommon(String password) {
        String plain = plain(password);
        return COMMON.contains(plain)
                || COMMON.contains(plain.replaceAll("^[0-9]+|[0-9]+$", ""))
                || COMMON.contains(plain.replaceAll("[0-9]", ""));
    }

    private static boolean isTheName(String password, Account whose) {
        String left = plain(password);
        for (String word : (whose.login() + " " + whose.name()).split("[^\\p{L}\\p{Nd}]+")) {
            String part = plain(word);
            left = part.length() < SHORTEST_NAME ? left : left.replace(part, "");
        }
        return left.length() < plain(password).length() && left.length() < BESIDE_THE_NAME;
    }

    /** Letters and digits, without case, accents and what replaces letters on an English keyboard. */
    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFD)
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static Set<String> common() {
        try (InputStream in = PasswordRule.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of common passwords is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the list of common passwords", e);
        }
    }
}
