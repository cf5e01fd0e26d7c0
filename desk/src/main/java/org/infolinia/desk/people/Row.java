package org.infolinia.desk.people;

import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.people.Account;

/**
 * An account as the page shows it.
 *
 * @param account      as it is kept
 * @param seen         what the form brings back, to tell whether the account changed meanwhile
 * @param name         as kept, or as typed when that could not be kept
 * @param role         likewise; its word
 * @param disabled     likewise
 * @param secondFactor whether it has one
 * @param own          whether it is the reader's
 * @param takesCalls   whether its role may
 * @param queues       the titles of those that they take calls from, by hotline.xml; empty of a role that takes none
 * @param spoken       the languages in which they do so; empty for all, and of a role that takes none
 */
public record Row(
        Account account,
        String seen,
        String name,
        String role,
        boolean disabled,
        boolean secondFactor,
        boolean own,
        boolean takesCalls,
        List<String> queues,
        List<Spoken> spoken) {

    static Row of(
            Account account,
            Optional<Typed> typed,
            boolean secondFactor,
            boolean own,
            List<String> queues,
            List<Spoken> spoken) {
        return new Row(
                account,
                seen(account),
                typed.map(Typed::name).orElse(account.name()),
                typed.map(Typed::role).orElse(account.role().word()),
                typed.map(Typed::disabled).orElse(account.disabled()),
                secondFactor,
                own,
                account.role().takesCalls(),
                queues,
                spoken);
    }

    /** All of an account that the page changes. */
    static String seen(Account account) {
        return account.role().word() + " " + account.disabled() + " " + account.name();
    }
}
