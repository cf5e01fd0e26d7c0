package org.infolinia.hotline.editing;

import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.history.LineDifference;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.simulation.Unmet;
import org.infolinia.hotline.xml.Finding;

/**
 * What is to be said of an edited hotline.xml.
 *
 * @param edition      what may come into force; empty where something is wrong
 * @param findings     errors and warnings, in the order of the text
 * @param unmet        the coordinator's expectations that it does not meet
 * @param expectations how many there are
 * @param difference   to what is in force; none where something is wrong
 * @param saveable     whether it may be saved, and is not what stands in the file already
 */
public record Verdict(
        Optional<HotlineEdition> edition,
        List<Finding> findings,
        List<Unmet> unmet,
        int expectations,
        LineDifference difference,
        boolean saveable) {

    public Verdict {
        findings = List.copyOf(findings);
        unmet = List.copyOf(unmet);
    }

    public boolean sound() {
        return edition.isPresent();
    }

    public long errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .count();
    }

    /** In words for the audit log. */
    String changes() {
        return difference.added() + " lines added, "
                + difference.removed() + " removed"
                + (unmet.isEmpty() ? "" : "; " + unmet.size() + " expectations not met");
    }
}
