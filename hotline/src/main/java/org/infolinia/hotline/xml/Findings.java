package org.infolinia.hotline.xml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.infolinia.hotline.xml.HotlineElement.Reference;

/** What was found in one file so far. */
final class Findings {

    private final SourceText source;
    private final List<Finding> all = new ArrayList<>();

    Findings(SourceText source) {
        this.source = source;
    }

    /** In the order of the file. */
    List<Finding> inOrder() {
        all.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return List.copyOf(all);
    }

    /** @param attribute where in the element; empty: at its tag */
    void found(Placed element, String attribute, String message) {
        all.add(source.atAttribute(element.line, element.column, attribute, message));
    }

    void warn(Placed element, String attribute, String message) {
        all.add(source.atAttribute(element.line, element.column, attribute, message)
                .asWarning());
    }

    /** Whether the name is one of these; if not, that is found. */
    boolean known(Reference reference, Collection<String> names, String what) {
        if (names.contains(reference.name())) {
            return true;
        }
        // A long list would hide the message.
        String expected = names.isEmpty()
                ? "one in this file"
                : names.size() > 10 ? "the name of one in this file" : String.join(", ", names);
        found(
                reference.in(),
                reference.attribute(),
                "there is no " + what + " \"" + reference.name() + "\"; expected: " + expected);
        return false;
    }

    /** The line in which an element begins. */
    int lineOf(Placed element) {
        return source.atTag(element.line, element.column, "").line();
    }
}
