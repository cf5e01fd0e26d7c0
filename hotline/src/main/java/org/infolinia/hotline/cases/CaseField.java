package org.infolinia.hotline.cases;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be written into a case. Each value is a text, empty for nothing: it is typed, sent, compared with what
 * somebody else typed, and kept in the history as one.
 */
public enum CaseField {
    /** The client's telephone number, as Asterisk tells it or somebody typed it. */
    NUMBER(80),
    NAME(120),
    EMAIL(254),
    /** A code of the dictionary. */
    CATEGORY(40),
    /** A code of the dictionary. */
    OUTCOME(40),
    NOTES(20_000),
    /** Who is to see to it; a sign-in name. */
    ASSIGNEE(40),
    /** The day to come back to it, ISO. */
    FOLLOW_UP(10),
    /** {@link #OPEN} or {@link #RESOLVED}. */
    STATE(10);

    public static final String OPEN = "open";
    public static final String RESOLVED = "resolved";

    /** What comes along from other programs, such as the line ends within Word's paragraphs. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]");

    private static final Pattern CODE = Pattern.compile("[a-z0-9-]*");
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._-]*");
    private static final Pattern EMAIL_FORM = Pattern.compile("|[^\\s@]+@[^\\s@]+");

    private final int longest;

    CaseField(int longest) {
        this.longest = longest;
    }

    /** Most signs (UTF-16 units) that a value has. */
    public int longest() {
        return longest;
    }

    /** As pages and the database spell it: {@code follow-up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CaseField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    /**
     * A text as it is kept: no half signs, line ends are one sign, a single line has no spaces around it; a control sign
     * that comes along from elsewhere is a space, as a tab in a single line is. The page's script does the same.
     */
    public String kept(String typed) {
        String whole = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String clean = CONTROL.matcher(whole).replaceAll(" ");
        return this == NOTES
                ? clean.replace("\r\n", "\n").replace('\r', '\n')
                : clean.replace('\t', ' ').strip();
    }

    /** Whether a text may be kept; that a code or a name is known is for others to say. */
    public boolean allows(String value) {
        if (value.length() > longest || value.chars().anyMatch(this::isForbidden)) {
            return false;
        }
        return switch (this) {
            case NUMBER, NAME, NOTES -> true;
            case EMAIL -> EMAIL_FORM.matcher(value).matches();
            case CATEGORY, OUTCOME -> CODE.matcher(value).matches();
            case ASSIGNEE -> LOGIN.matcher(value).matches();
            case FOLLOW_UP -> value.isEmpty() || isDay(value);
            case STATE -> value.equals(OPEN) || value.equals(RESOLVED);
        };
    }

    private boolean isForbidden(int sign) {
        return Character.isISOControl(sign) && !(this == NOTES && (sign == '\n' || sign == '\t'));
    }

    private static boolean isDay(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return day.getYear() >= 2000 && day.getYear() <= 2999;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
