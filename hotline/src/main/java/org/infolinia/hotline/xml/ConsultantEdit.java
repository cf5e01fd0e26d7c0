package org.infolinia.hotline.xml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.xml.TagText.Attribute;
import org.infolinia.hotline.xml.TagText.Tag;

/** Writes what one consultant takes into the text of a hotline.xml, leaving every other sign of it as it is. */
public final class ConsultantEdit {

    private static final Pattern EMPTY_LINE_NEXT = Pattern.compile("[ \\t]*(?>\\R)[ \\t]*\\R");

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n]");

    private final String text;
    private final List<Tag> tags;
    private final ConsultantSkills wanted;
    private final List<String> queues;
    private final List<String> languages;

    private ConsultantEdit(HotlineEdition edition, ConsultantSkills wanted) {
        this.text = edition.text();
        this.tags = TagText.tags(text);
        this.wanted = wanted;
        this.queues = edition.hotline().queues().stream()
                .map(QueueRules::name)
                .filter(wanted.queues()::contains)
                .map(QueueName::value)
                .toList();
        this.languages = edition.hotline().languages().stream()
                .flatMap(language ->
                        Optional.ofNullable(wanted.languages().get(language)).map(level -> level.of(language)).stream())
                .toList();
    }

    /**
     * The text with that consultant's element written, changed, or taken out where it would say nothing; a comment in
     * the element keeps it there. What it says already stays as it is spelled.
     *
     * @param wanted of queues and languages of that hotline
     */
    public static String of(HotlineEdition edition, ConsultantSkills wanted) {
        return new ConsultantEdit(edition, wanted).edited();
    }

    /** The line in which that consultant's element begins; empty where there is none. */
    public static OptionalInt line(HotlineEdition edition, String name) {
        String text = edition.text();
        return element(TagText.tags(text), name)
                .map(tag -> OptionalInt.of((int) LINE_END.matcher(text.substring(0, tag.start()))
                                .results()
                                .count()
                        + 1))
                .orElseGet(OptionalInt::empty);
    }

    private static Optional<Tag> element(List<Tag> tags, String name) {
        return tags.stream()
                .filter(tag -> !tag.closes() && tag.name().equals("consultant"))
                .filter(tag -> tag.attribute("name").orElseThrow().value().equals(name))
                .findFirst();
    }

    private String edited() {
        Optional<Tag> there = element(tags, wanted.name());
        boolean saysNothing = queues.isEmpty() && languages.isEmpty();
        if (there.isEmpty()) {
            return saysNothing ? text : added();
        }
        Tag tag = there.get();
        int end = elementEnd(tag);
        boolean isEmpty = tag.isWholeElement() || text.startsWith("</", tag.end());
        return saysNothing && isEmpty
                ? without(tag.start(), end)
                : replaced(tag.start(), tag.end(), saying(text.substring(tag.start(), tag.end())));
    }

    private String replaced(int start, int end, String by) {
        return text.substring(0, start) + by + text.substring(end);
    }

    private int elementEnd(Tag opening) {
        return opening.isWholeElement() ? opening.end() : closing(opening).end();
    }

    /** None of the elements asked about holds one of its own name. */
    private Tag closing(Tag opening) {
        return tags.stream()
                .filter(tag -> tag.start() > opening.start()
                        && tag.closes()
                        && tag.name().equals(opening.name()))
                .findFirst()
                .orElseThrow();
    }

    /** A tag that says what is wanted. */
    private String saying(String tag) {
        String withQueues = saying(tag, "queues", queues, "name");
        return saying(withQueues, "languages", languages, "queues");
    }

    /** @param before of the attributes the one that a new one stands behind, if it is there */
    private static String saying(String text, String attribute, List<String> values, String before) {
        Tag tag = TagText.tags(text).get(0);
        Optional<Attribute> there = tag.attribute(attribute);
        String value = String.join(" ", values);
        if (there.isEmpty()) {
            int place = tag.attribute(before)
                    .or(() -> tag.attribute("name"))
                    .map(Attribute::end)
                    .orElseThrow();
            String added = values.isEmpty() ? "" : " " + attribute + "=\"" + value + "\"";
            return text.substring(0, place) + added + text.substring(place);
        }
        Attribute old = there.get();
        if (values.isEmpty()) {
            return text.substring(0, old.start()) + text.substring(old.end());
        }
        boolean same = Set.of(old.value().strip().split("\\s+")).equals(Set.copyOf(values));
        return same ? text : text.substring(0, old.valueStart()) + value + text.substring(old.valueEnd());
    }

    /** With its line, if it has one to itself. */
    private String without(int start, int end) {
        int lineStart = lineStart(start);
        int lineEnd = lineEnd(end);
        boolean alone = text.substring(lineStart, start).isBlank()
                && text.substring(end, lineEnd).isBlank();
        return alone ? replaced(lineStart, behindLineEnd(lineEnd), "") : replaced(start, end, "");
    }

    private String added() {
        Optional<Tag> list = tags.stream()
                .filter(tag -> !tag.closes() && tag.name().equals("consultants"))
                .findFirst();
        if (list.isEmpty()) {
            return withList();
        }
        Tag opening = list.get();
        String lineBreak = lineBreak(opening.start());
        String indent = indent(opening.start());
        String deeper = lineBreak + deeper(indent);
        if (opening.isWholeElement()) {
            String open = text.substring(opening.start(), opening.end() - 2).stripTrailing() + ">";
            return replaced(
                    opening.start(),
                    opening.end(),
                    open + deeper + element(opening.prefix()) + lineBreak + indent + "</" + opening.prefix()
                            + "consultants>");
        }
        Tag closing = closing(opening);
        String before = text.substring(0, closing.start());
        int place = before.stripTrailing().length();
        boolean ownLine = text.substring(place, closing.start()).matches("(?s).*\\R.*");
        return replaced(
                place,
                place,
                lastOf(opening, closing)
                                .map(last -> lineBreak + indent(last.start()))
                                .orElse(deeper)
                        + element(opening.prefix())
                        + (ownLine ? "" : lineBreak + indent));
    }

    private Optional<Tag> lastOf(Tag opening, Tag closing) {
        return tags.stream()
                .filter(tag -> tag.start() > opening.start() && tag.end() <= closing.start() && !tag.closes())
                .reduce((one, next) -> next);
    }

    /** A list of its own, behind the queues, where the schema wants it. */
    private String withList() {
        String prefix = tags.get(0).prefix();
        Tag queuesEnd = tags.stream()
                .filter(tag -> tag.closes() && tag.name().equals("queues"))
                .findFirst()
                .orElseThrow();
        String lineBreak = lineBreak(queuesEnd.start());
        String indent = indent(queuesEnd.start());
        boolean apart = EMPTY_LINE_NEXT
                .matcher(text)
                .region(queuesEnd.end(), text.length())
                .lookingAt();
        return replaced(
                queuesEnd.end(),
                queuesEnd.end(),
                (apart ? lineBreak : "")
                        + lineBreak + indent + "<" + prefix + "consultants>"
                        + lineBreak + deeper(indent) + element(prefix)
                        + lineBreak + indent + "</" + prefix + "consultants>");
    }

    private String element(String prefix) {
        return saying("<" + prefix + "consultant name=\"" + wanted.name() + "\"/>");
    }

    /** One step more than that; a list of consultants is itself one step deep. */
    private static String deeper(String indent) {
        return indent.isEmpty() ? "  " : indent + indent;
    }

    private String indent(int place) {
        String before = text.substring(lineStart(place), place);
        return before.substring(0, before.length() - before.stripLeading().length());
    }

    /** How the line before that place ends; of the first line, how any does. */
    private String lineBreak(int place) {
        int start = lineStart(place);
        int end = start == 0 ? lineEnd(0) : start - 1;
        if (start > 1 && text.startsWith("\r\n", start - 2)) {
            end = start - 2;
        }
        return end >= text.length() ? "\n" : text.substring(end, behindLineEnd(end));
    }

    private int lineStart(int place) {
        int start = place;
        while (start > 0 && !isLineEnd(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int lineEnd(int place) {
        int end = place;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int behindLineEnd(int lineEnd) {
        return Math.min(text.length(), lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1));
    }

    private static boolean isLineEnd(char sign) {
        return sign == '\n' || sign == '\r';
    }
}
