package org.infolinia.hotline.people;

import java.util.Locale;

/** What a person is to the hotline; one each. Which page asks for which role is written at the page. */
public enum Role {
    /** Answers callers and visitors. */
    CONSULTANT,
    /** Leads the consultants: sees the floor, listens in, keeps the accounts of people. */
    LEAD,
    /** Keeps hotline.xml, announcements, dictionaries and accounts. */
    COORDINATOR,
    /** Answers to the authority for the contract. */
    PROJECT_MANAGER,
    /** Reads the reports, nothing else. */
    AUTHORITY;

    /** Whether such a person may take calls, and have cases. */
    public boolean takesCalls() {
        return this == CONSULTANT || this == LEAD;
    }

    /** As command lines and the database spell it: {@code project-manager}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other word, with the words that there are */
    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("there is no role \"" + word
                + "\"; the roles are consultant, lead, coordinator, project-manager, authority");
    }
}
