package org.infolinia.hotline.people;

/**
 * A person who may sign in.
 *
 * @param login        by which they do
 * @param name         as others read it; 1 to 80 signs, none of them a control
 * @param role         what they may do
 * @param passwordHash Argon2id in PHC's form, salt and parameters included
 * @param firstPassword whether the password was given by somebody else, so that it has to be changed first of all
 * @param disabled     whether they may not sign in for now; what they did stays theirs
 */
public record Account(
        LoginName login, String name, Role role, String passwordHash, boolean firstPassword, boolean disabled) {

    private static final int LONGEST_NAME = 80;

    /** @throws IllegalArgumentException when the name is blank, too long or holds a control character */
    public Account {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "account " + login + ": a name of 1 to " + LONGEST_NAME + " signs is expected, on one line");
        }
    }

    /** Without the hash: it is nobody's business. */
    @Override
    public String toString() {
        return login + " (" + role.word() + ")";
    }
}
