package org.infolinia.launcher;

import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.people.Role;

/**
 * What the staff's site asks of those who come.
 *
 * @param proxy        address of the TLS proxy that is believed who is behind it
 * @param secondFactor roles of whom a second factor is required
 */
record StaffRules(Optional<String> proxy, Set<Role> secondFactor) {

    /** Nobody is believed, a password is enough. */
    static final StaffRules DEFAULT = new StaffRules(Optional.empty(), Set.of());

    StaffRules {
        secondFactor = Set.copyOf(secondFactor);
    }
}
