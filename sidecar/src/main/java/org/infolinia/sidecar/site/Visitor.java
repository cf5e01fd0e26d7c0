package org.infolinia.sidecar.site;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Sessions.Session;
import org.infolinia.sidecar.signin.SessionToken;

/**
 * Who asks for a page, as the request's filters found out.
 *
 * @param signedIn     empty on pages for anybody
 * @param awaitingCode the session whose second factor is still asked for
 * @param language     in which they read
 * @param path         what was asked for, without the query
 */
public record Visitor(Optional<SignedIn> signedIn, Optional<Session> awaitingCode, Language language, String path) {

    private static final String PROPERTY = "org.infolinia.visitor";

    /** A session, with the token that came with the request. */
    record SignedIn(Session session, SessionToken token) {}

    /** Of a request that has passed the filters. */
    public static Visitor of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Visitor visitor) {
            return visitor;
        }
        throw new IllegalStateException("a request that has not passed the filters");
    }

    void noteIn(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    /** @throws IllegalStateException on a page for anybody */
    public Account account() {
        return session().account();
    }

    /** @throws IllegalStateException on a page for anybody */
    public Session session() {
        return signedIn.map(SignedIn::session)
                .orElseThrow(() -> new IllegalStateException(path + " is a page for anybody"));
    }
}
