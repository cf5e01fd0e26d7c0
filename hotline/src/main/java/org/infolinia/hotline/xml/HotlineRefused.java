package org.infolinia.hotline.xml;

import java.util.List;
import java.util.stream.Collectors;

/** A hotline.xml that may not come into force, with all that is wrong in it. */
public final class HotlineRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public HotlineRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** At least one, in the order of the file. */
    public List<Finding> findings() {
        return findings;
    }
}
