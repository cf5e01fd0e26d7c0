package org.infolinia.desk.people;

import org.infolinia.hotline.people.LoginName;

/** What somebody typed into the row of an account. */
record Typed(LoginName login, String name, String role, boolean disabled) {}
