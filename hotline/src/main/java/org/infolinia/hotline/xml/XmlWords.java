package org.infolinia.hotline.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;

/**
 * Puts a parser's complaint about a text that is no XML into words for a coordinator.
 *
 * <p>Known are those that a mistyped hotline.xml brings; any other is passed on in the parser's own words.
 */
final class XmlWords {

    private static final Map<Pattern, Remark> KNOWN = new LinkedHashMap<>();

    static {
        known("The element type \"(.*)\" must be terminated by .*", Remark.XML_END_TAG);
        known("Premature end of file\\.", Remark.XML_ENDS);
        known("XML document structures must start and end within the same entity\\.", Remark.XML_OPEN);
        known("Element type \"(.*)\" must be followed by either attribute specifications, .*", Remark.XML_TAG);
        known("Attribute name \"(.*)\" associated with an element type \"(.*)\" must be .*", Remark.XML_EQUALS);
        known("Open quote is expected for attribute \"(.*)\" associated with .*\"(.*)\"\\.", Remark.XML_QUOTE);
        known("The value of attribute \"(.*)\" associated with .*\"(.*)\" must not .*", Remark.XML_LESS_THAN);
        known("Attribute \"(.*)\" was already specified for element \"(.*)\"\\.", Remark.XML_ATTRIBUTE_TWICE);
        known("The entity name must immediately follow .*", Remark.XML_AMPERSAND);
        known("The reference to entity \"(.*)\" must end with .*", Remark.XML_SEMICOLON);
        known("The entity \"(.*)\" was referenced, but not declared\\.", Remark.XML_ENTITY);
        known("Content is not allowed in prolog\\.", Remark.XML_BEFORE);
        known("Content is not allowed in trailing section\\.", Remark.XML_AFTER);
        known("The markup in the document following the root element .*", Remark.XML_SECOND_ROOT);
        known("The content of elements must consist of well-formed .*", Remark.XML_CONTENT);
        known("The string \"--\" is not permitted within comments\\.", Remark.XML_DASHES);
    }

    private XmlWords() {}

    private static void known(String words, Remark remark) {
        KNOWN.put(Pattern.compile(words, Pattern.DOTALL), remark);
    }

    static Texts of(String complaint) {
        for (Map.Entry<Pattern, Remark> known : KNOWN.entrySet()) {
            Matcher matcher = known.getKey().matcher(complaint);
            if (matcher.matches()) {
                Object[] details = new Object[matcher.groupCount()];
                for (int i = 0; i < details.length; i++) {
                    details[i] = matcher.group(i + 1);
                }
                return known.getValue().of(details);
            }
        }
        return Remark.IN_ENGLISH.of(complaint);
    }
}
