package org.infolinia.hotline.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the tags of a text stand. What a comment, an instruction or a piece of character data holds is no tag.
 *
 * <p>The text is one that passed the schema: it is well-formed, has no document type, and all its elements are of one
 * namespace, so that a local name says which one it is.
 */
final class TagText {

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=]+)\\s*=\\s*([\"'])(.*?)\\2", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("</?([^\\s/>]+)");
    private static final Pattern REFERENCE = Pattern.compile("&(#?\\w+);");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private TagText() {}

    /**
     * One tag.
     *
     * @param text   in which it stands
     * @param start  of its {@code <}
     * @param end    behind its {@code >}
     * @param prefix with its colon; empty without one
     * @param name   the local name
     */
    record Tag(String text, int start, int end, String prefix, String name) {

        boolean closes() {
            return text.charAt(start + 1) == '/';
        }

        boolean isWholeElement() {
            return text.charAt(end - 2) == '/';
        }

        Optional<Attribute> attribute(String name) {
            Matcher matcher = ATTRIBUTE.matcher(text).region(start, end);
            while (matcher.find()) {
                if (matcher.group(1).equals(name)) {
                    return Optional.of(new Attribute(
                            matcher.start(),
                            matcher.end(),
                            matcher.start(3),
                            matcher.end(3),
                            meaning(matcher.group(3))));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One attribute of a tag.
     *
     * @param start      of the space before it
     * @param end        behind its closing quote
     * @param valueStart behind its opening quote
     * @param valueEnd   of its closing quote
     * @param value      what it means
     */
    record Attribute(int start, int end, int valueStart, int valueEnd, String value) {}

    /** All tags, in their order. */
    static List<Tag> tags(String text) {
        List<Tag> tags = new ArrayList<>();
        int at = text.indexOf('<');
        while (at >= 0) {
            int end;
            if (text.startsWith("<!--", at)) {
                end = behind(text, "-->", at);
            } else if (text.startsWith("<?", at)) {
                end = behind(text, "?>", at);
            } else if (text.startsWith("<![CDATA[", at)) {
                end = behind(text, "]]>", at);
            } else {
                end = tagEnd(text, at);
                tags.add(tag(text, at, end));
            }
            at = text.indexOf('<', end);
        }
        return tags;
    }

    private static int behind(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            throw new IllegalArgumentException("not well-formed: no " + mark + " behind place " + from);
        }
        return found + mark.length();
    }

    /** A value may hold a ">". */
    private static int tagEnd(String text, int start) {
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char here = text.charAt(i);
            if (quote == 0 && here == '>') {
                return i + 1;
            }
            if (quote == 0 && (here == '"' || here == '\'')) {
                quote = here;
            } else if (here == quote) {
                quote = 0;
            }
        }
        throw new IllegalArgumentException("not well-formed: no end of the tag at place " + start);
    }

    private static Tag tag(String text, int start, int end) {
        Matcher matcher = NAME.matcher(text).region(start, end);
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("not well-formed: no name in the tag at place " + start);
        }
        String name = matcher.group(1);
        int colon = name.indexOf(':') + 1;
        return new Tag(text, start, end, name.substring(0, colon), name.substring(colon));
    }

    /** What a value means, its references resolved. */
    private static String meaning(String value) {
        return REFERENCE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String reference) {
        if (reference.startsWith("#x")) {
            return Character.toString(Integer.parseInt(reference.substring(2), 16));
        }
        if (reference.startsWith("#")) {
            return Character.toString(Integer.parseInt(reference.substring(1)));
        }
        return NAMED.getOrDefault(reference, "");
    }
}
