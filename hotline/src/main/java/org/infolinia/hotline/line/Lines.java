package org.infolinia.hotline.line;

import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.people.LoginName;

/**
 * The browser lines of consultants: one each, held by one session at a time, with a secret of that session's own. What is
 * written here counts for Asterisk at once.
 */
public interface Lines {

    /** The key of the session that holds the consultant's line. */
    Optional<String> holder(LoginName consultant);

    /**
     * Gives the consultant's line to a session; no other secret counts from now on.
     *
     * @param listensIn whether what leads alone may dial can be dialled by it
     */
    void give(LoginName consultant, String session, String secret, boolean listensIn);

    /** Takes the consultant's line away from a session, if that is the one that holds it; no secret counts then. */
    void take(LoginName consultant, String session);

    /** All lines that are held, with the key of the session that holds each. */
    Map<LoginName, String> held();
}
