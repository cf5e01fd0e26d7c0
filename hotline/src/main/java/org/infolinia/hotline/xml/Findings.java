package org.infolinia.hotline.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;
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
    void found(Placed element, String attribute, Texts words) {
        all.add(source.atAttribute(element.line, element.column, attribute, words));
    }

    void warn(Placed element, String attribute, Texts words) {
        all.add(source.atAttribute(element.line, element.column, attribute, words)
                .asWarning());
    }

    /**
     * Whether the name is one of these; if not, that is found.
     *
     * @param unknown says so, of the name and what is expected
     * @param details what else it says
     */
    boolean known(Reference reference, Collection<String> names, Remark unknown, Object... details) {
        if (names.contains(reference.name())) {
            return true;
        }
        // A long list would hide the message.
        Object expected = names.isEmpty()
                ? Remark.ONE_IN_THE_FILE.of()
                : names.size() > 10 ? Remark.ONE_OF_MANY.of() : String.join(", ", names);
        List<Object> all = new ArrayList<>(List.of(reference.name(), expected));
        all.addAll(Arrays.asList(details));
        found(reference.in(), reference.attribute(), unknown.of(all.toArray()));
        return false;
    }

    /** The line in which an element begins. */
    int lineOf(Placed element) {
        return source.lineOfTag(element.line, element.column);
    }
}
