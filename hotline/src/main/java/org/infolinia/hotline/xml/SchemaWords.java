package org.infolinia.hotline.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;
import org.xml.sax.SAXParseException;

/**
 * Puts a validator's complaints into words for a coordinator.
 *
 * <p>The JDK's validator begins each complaint with a code of the XML Schema recommendation, such as
 * {@code cvc-attribute.3}, and complains twice of a bad value: of the limit it breaks, then of the attribute. A
 * complaint this class does not know is passed on in the validator's own English words; so are all where Java runs in German,
 * Chinese or Japanese, to which the JDK translates them, and the place is then that of the tag.
 */
final class SchemaWords {

    private static final Pattern CODED = Pattern.compile("(c[a-z]+-[A-Za-z0-9.-]+): (.*)", Pattern.DOTALL);
    private static final Pattern BAD_ATTRIBUTE = pattern(
            "The value '(.*)' of attribute '(.*)' on element '(.*)' is not valid with respect to its type, '(.*)'\\.");
    private static final Pattern BAD_LIMIT =
            pattern("Value '(.*?)' (?:with length = |is not facet-valid ).*for type '(.*)'\\.");
    private static final Pattern BAD_CONTENT = pattern("Element '(.*)' must have no element \\[children\\].*");
    private static final Pattern NO_SUCH_ATTRIBUTE =
            pattern("Attribute '(.*)' is not allowed to appear in element '(.*)'\\.");
    private static final Pattern MISSING_ATTRIBUTE = pattern("Attribute '(.*)' must appear on element '(.*)'\\.");
    private static final Pattern UNEXPECTED =
            pattern("Invalid content was found starting with element '(.*?)'\\. (?:One of '(.*)' is expected\\.)?.*");
    private static final Pattern TOO_MANY =
            pattern("'(.*?)' can occur a maximum of '(.*?)' times in the current sequence\\..*");
    private static final Pattern INCOMPLETE =
            pattern("The content of element '(.*)' is not complete\\. One of '(.*)' is expected\\.");
    private static final Pattern TWICE = pattern(
            "Duplicate unique value \\[(.*)\\] declared for identity constraint \"(.*)\" of element \"(.*)\"\\.");
    private static final Pattern LOOSE_TEXT = pattern("Element '(.*?)' (?:cannot|must) have .*");
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\":([\\w-]+)|([\\w-]+)");

    private static final Set<String> SECOND_COMPLAINTS =
            Set.of("cvc-attribute.3", "cvc-type.3.1.3", "cvc-complex-type.2.2");

    private final HotlineSchema schema;
    private final SourceText source;

    SchemaWords(HotlineSchema schema, SourceText source) {
        this.schema = schema;
        this.source = source;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.DOTALL);
    }

    /** One complaint, apart from its place. */
    private record Complaint(String code, String words, int line, int column) {

        static Complaint of(SAXParseException complaint) {
            String message = Objects.requireNonNullElse(complaint.getMessage(), "not valid XML");
            Matcher coded = CODED.matcher(message);
            boolean known = coded.matches();
            return new Complaint(
                    known ? coded.group(1) : "",
                    known ? coded.group(2) : message,
                    complaint.getLineNumber(),
                    complaint.getColumnNumber());
        }

        boolean repeats(Complaint earlier) {
            return SECOND_COMPLAINTS.contains(code) && line == earlier.line && column == earlier.column;
        }
    }

    List<Finding> findings(List<SAXParseException> complaints) {
        List<Complaint> all = complaints.stream().map(Complaint::of).collect(Collectors.toList());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Complaint complaint = all.get(i);
            boolean isLimit = complaint.code.endsWith("-valid") || complaint.code.startsWith("cvc-datatype-valid");
            if (isLimit && i + 1 < all.size() && all.get(i + 1).repeats(complaint)) {
                i++;
                findings.add(badValue(complaint, all.get(i)));
            } else {
                findings.add(finding(complaint));
            }
        }
        findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return findings;
    }

    private Finding badValue(Complaint limit, Complaint complaint) {
        Matcher attribute = BAD_ATTRIBUTE.matcher(complaint.words);
        if (attribute.matches()) {
            return source.atAttribute(
                    complaint.line,
                    complaint.column,
                    attribute.group(2),
                    Remark.ATTRIBUTE.of(
                            attribute.group(2),
                            attribute.group(3),
                            cut(attribute.group(1)),
                            expected(attribute.group(4))));
        }
        Matcher content = BAD_CONTENT.matcher(complaint.words);
        Matcher broken = BAD_LIMIT.matcher(limit.words);
        if (content.matches() && broken.matches()) {
            return source.atElement(
                    complaint.line,
                    complaint.column,
                    content.group(1),
                    Remark.TEXT.of(content.group(1), cut(broken.group(1)), expected(broken.group(2))));
        }
        return source.atTag(complaint.line, complaint.column, Remark.IN_ENGLISH.of(limit.words));
    }

    private Texts expected(String type) {
        Texts expected = schema.expectations().get(type);
        return expected == null ? Remark.KIND.of(type) : expected;
    }

    private Finding finding(Complaint complaint) {
        if (complaint.code.isEmpty()) {
            return notXml(complaint);
        }
        Matcher twice = TWICE.matcher(complaint.words);
        if (twice.matches()) {
            HotlineSchema.Unique unique = schema.unique(twice.group(2));
            return source.atAttribute(
                    complaint.line,
                    complaint.column,
                    unique.attribute(),
                    Remark.TWICE.of(unique.name(), cut(twice.group(1))));
        }
        Matcher surplus = NO_SUCH_ATTRIBUTE.matcher(complaint.words);
        if (surplus.matches()) {
            return source.atAttribute(
                    complaint.line,
                    complaint.column,
                    surplus.group(1),
                    Remark.SURPLUS.of(surplus.group(2), surplus.group(1)));
        }
        return source.atTag(complaint.line, complaint.column, words(complaint));
    }

    private Finding notXml(Complaint complaint) {
        Texts words = complaint.words.startsWith("DOCTYPE")
                ? Remark.DOCTYPE.of()
                : Remark.NOT_XML.of(XmlWords.of(complaint.words));
        return source.here(complaint.line, complaint.column, words);
    }

    private static Texts words(Complaint complaint) {
        Matcher missing = MISSING_ATTRIBUTE.matcher(complaint.words);
        if (missing.matches()) {
            return Remark.LACKS.of(missing.group(2), missing.group(1));
        }
        Matcher unexpected = UNEXPECTED.matcher(complaint.words);
        if (unexpected.matches()) {
            return unexpected.group(2) == null
                    ? Remark.MISPLACED_LAST.of(tags(unexpected.group(1)))
                    : Remark.MISPLACED.of(tags(unexpected.group(1)), tags(unexpected.group(2)));
        }
        Matcher tooMany = TOO_MANY.matcher(complaint.words);
        if (tooMany.matches()) {
            return Remark.TOO_MANY.of(tags(tooMany.group(1)), tooMany.group(2));
        }
        Matcher incomplete = INCOMPLETE.matcher(complaint.words);
        if (incomplete.matches()) {
            return Remark.INCOMPLETE.of(incomplete.group(1), tags(incomplete.group(2)));
        }
        if (complaint.code.equals("cvc-elt.1.a")) {
            return Remark.NO_HOTLINE.of();
        }
        Matcher loose = LOOSE_TEXT.matcher(complaint.words);
        if (loose.matches()) {
            boolean empty = complaint.code.equals("cvc-complex-type.2.1");
            return (empty ? Remark.NOT_EMPTY : Remark.LOOSE_TEXT).of(loose.group(1));
        }
        return Remark.IN_ENGLISH.of(complaint.words);
    }

    /** From the validator's {@code {"namespace":a, "namespace":b}} to {@code <a> or <b>}. */
    private static Object tags(String names) {
        return NAME.matcher(names)
                .results()
                .map(name -> (Object) ("<" + Objects.requireNonNullElse(name.group(1), name.group(2)) + ">"))
                .reduce(Remark.OR::of)
                .orElse("");
    }

    /** Cut to what fits a line; a file's text is never repeated in full. */
    private static String cut(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
