package org.infolinia.hotline.ivr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;

/**
 * What digits have to look like: a small part of what regular expressions can say, matched in bounded time.
 *
 * <p>Alternatives are apart by {@code |}. Each is a row of digits, {@code .} for any key, or {@code [0-47]} for one of
 * several; behind each of these {@code ?}, {@code {n}} or {@code {n,m}} says how often. {@code [1-9][0-9]{9}} is ten
 * digits of which the first is not 0.
 */
public final class DigitPattern {

    private static final String KEYS = "0123456789*#";
    private static final int MOST_REPEATS = 30;

    private final String text;
    private final List<List<Part>> alternatives = new ArrayList<>();

    /** {@code least} to {@code most} of those keys, each a bit by its place in {@link #KEYS}. */
    private record Part(BitSet keys, int least, int most) {
        boolean takes(char key) {
            int place = KEYS.indexOf(key);
            return place >= 0 && keys.get(place);
        }
    }

    private DigitPattern(String text) {
        this.text = text;
    }

    /** A text that is no pattern. */
    public static final class None extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final transient Texts words;

        None(Texts words) {
            super(Remark.inEnglish(words));
            this.words = words;
        }

        /** What is wrong, for a coordinator. */
        public Texts words() {
            return words;
        }
    }

    /** @throws None when it is none */
    public static DigitPattern of(String text) {
        DigitPattern pattern = new DigitPattern(text);
        for (String alternative : text.split("\\|", -1)) {
            pattern.alternatives.add(new Reader(alternative).parts());
        }
        return pattern;
    }

    /** Whether the digits, all of them, are as the pattern says. */
    public boolean matches(String digits) {
        return alternatives.stream().anyMatch(parts -> matches(parts, digits));
    }

    /** Follows all ways at once: which beginnings of the digits the parts so far can account for. */
    private static boolean matches(List<Part> parts, String digits) {
        BitSet ends = new BitSet();
        ends.set(0);
        for (Part part : parts) {
            BitSet next = new BitSet();
            for (int start = ends.nextSetBit(0); start >= 0; start = ends.nextSetBit(start + 1)) {
                int count = 0;
                while (true) {
                    if (count >= part.least) {
                        next.set(start + count);
                    }
                    if (count == part.most
                            || start + count == digits.length()
                            || !part.takes(digits.charAt(start + count))) {
                        break;
                    }
                    count++;
                }
            }
            ends = next;
        }
        return ends.get(digits.length());
    }

    /** Reads one alternative from left to right. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Part> parts() {
            if (text.isEmpty()) {
                throw new None(Remark.PATTERN_NOTHING.of());
            }
            List<Part> parts = new ArrayList<>();
            while (at < text.length()) {
                BitSet keys = keys();
                int[] repeats = repeats();
                parts.add(new Part(keys, repeats[0], repeats[1]));
            }
            return parts;
        }

        private BitSet keys() {
            char here = text.charAt(at++);
            BitSet keys = new BitSet();
            if (here == '.') {
                keys.set(0, KEYS.length());
            } else if (here == '[') {
                several(keys);
            } else {
                keys.set(place(here));
            }
            return keys;
        }

        private void several(BitSet keys) {
            int end = text.indexOf(']', at);
            if (end < 0 || end == at) {
                throw new None((end < 0 ? Remark.PATTERN_UNCLOSED : Remark.PATTERN_EMPTY).of());
            }
            while (at < end) {
                int from = place(text.charAt(at++));
                int to = from;
                if (text.charAt(at) == '-' && at + 1 < end) {
                    to = place(text.charAt(at + 1));
                    at += 2;
                }
                if (from > to || (from != to && to > 9)) {
                    throw new None(Remark.PATTERN_RANGE.of(text.substring(at - 3, at)));
                }
                keys.set(from, to + 1);
            }
            at = end + 1;
        }

        private int[] repeats() {
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
                return new int[] {0, 1};
            }
            if (at == text.length() || text.charAt(at) != '{') {
                return new int[] {1, 1};
            }
            int end = text.indexOf('}', at);
            String inside = end < 0 ? "" : text.substring(at + 1, end);
            if (!inside.matches("[0-9]{1,2}(,[0-9]{1,2})?")) {
                throw new None(Remark.PATTERN_REPEATS.of());
            }
            at = end + 1;
            String[] bounds = inside.split(",");
            int least = Integer.parseInt(bounds[0]);
            int most = Integer.parseInt(bounds[bounds.length - 1]);
            if (least > most || most < 1 || most > MOST_REPEATS) {
                throw new None(Remark.PATTERN_BOUNDS.of(inside, MOST_REPEATS));
            }
            return new int[] {least, most};
        }

        private static int place(char key) {
            int place = KEYS.indexOf(key);
            if (place < 0) {
                throw new None(Remark.PATTERN_KEY.of(key));
            }
            return place;
        }
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof DigitPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
