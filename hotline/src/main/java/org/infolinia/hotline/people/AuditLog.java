package org.infolinia.hotline.people;

import java.util.List;

/** What was changed, and who looked at what is sensitive; only ever added to. */
public interface AuditLog {

    void append(AuditEntry entry);

    /**
     * The newest first.
     *
     * @param most at most so many
     * @param skip newer ones that are left out
     */
    List<AuditEntry> latest(int most, int skip);
}
