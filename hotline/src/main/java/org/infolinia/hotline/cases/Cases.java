package org.infolinia.hotline.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store of the cases. Nothing is ever deleted here; what was written is durable when a method returns. */
public interface Cases {

    /**
     * What a new case begins with.
     *
     * @param key     made by whoever opens it, at most 200 signs: opening once more with it opens nothing
     * @param year    for its number
     * @param contact that it begins with; empty without one
     */
    record Opening(
            String key,
            int year,
            Instant at,
            String who,
            Map<CaseField, String> fields,
            Optional<CaseContact.Key> contact) {

        public Opening {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Opens a case, or finds the one that was opened with the key before; then the contact is joined to it.
     *
     * @return the case, new or not
     */
    Case open(Opening opening);

    Optional<Case> find(CaseNumber number);

    /** What became of writing into a case: done or not, and as the case is now. */
    record Saved(boolean done, Case now) {}

    /**
     * Writes into a case what differs from what is there, with its history; does nothing where nothing differs.
     *
     * @param seen   the version that whoever writes has seen
     * @param fields whose values are new
     * @return not done when the case is of another version by now; empty when there is no such case
     */
    Optional<Saved> save(CaseNumber number, long seen, Map<CaseField, String> fields, String who, Instant at);

    /**
     * Joins a contact to a case; takes it away from the one that it was joined to, which both histories tell. Once more
     * changes nothing.
     *
     * @return whether there is such a case
     */
    boolean join(CaseNumber number, CaseContact.Key contact, String who, Instant at);

    /** The latest first. */
    List<CaseContact> contacts(CaseNumber number, int most);

    /** The latest first; of longer texts the first {@link CaseChange#BEGINNING} signs, with one more. */
    List<CaseChange> changes(CaseNumber number, int most);

    /** The open ones of a telephone number, however it is written; the latest first. */
    List<CaseLine> openOf(String number, int most);

    /** The case that a contact is joined to. */
    Optional<Case> ofContact(CaseContact.Key contact);

    /** Those that are looked for; by the day to come back to them where that is asked for, else the latest first. */
    List<CaseLine> search(CaseSearch search, int most, int skip);
}
