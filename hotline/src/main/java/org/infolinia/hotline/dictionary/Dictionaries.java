package org.infolinia.hotline.dictionary;

import java.util.List;
import org.infolinia.hotline.people.AuditEntry;

/** The store of the dictionaries. Nothing is ever deleted. */
public interface Dictionaries {

    /** All of one list, those no longer used included; by their Polish names. */
    List<DictionaryEntry> all(DictionaryKind kind);

    /**
     * Adds an entry, with its line in the audit log.
     *
     * @return whether its code was free
     */
    boolean add(DictionaryEntry entry, AuditEntry line);

    /**
     * Gives an entry other names, retires it or brings it back, with a line in the audit log.
     *
     * @param before as it was shown to whoever changes it
     * @return whether it still was so; otherwise nothing is changed
     */
    boolean change(DictionaryEntry before, DictionaryEntry after, AuditEntry line);
}
