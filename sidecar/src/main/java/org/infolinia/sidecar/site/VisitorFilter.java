package org.infolinia.sidecar.site;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.people.Sessions.Session;
import org.infolinia.sidecar.signin.OpenSessions;
import org.infolinia.sidecar.signin.SessionToken;

/** Notes the {@link Visitor} of each request. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class VisitorFilter implements ContainerRequestFilter {

    private final OpenSessions sessions;

    VisitorFilter(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Language language =
                cookie(request, Cookies.LANGUAGE).filter("en"::equals).isPresent() ? Words.ENGLISH : Words.POLISH;
        String path = "/" + request.getUriInfo().getPath();
        // First of all: without the database nobody can be known, and the page that says so has a reader too.
        new Visitor(Optional.empty(), Optional.empty(), language, path).noteIn(request);
        Optional<Visitor.SignedIn> known = cookie(request, Cookies.sessionName(request.getUriInfo()))
                .flatMap(SessionToken::of)
                .flatMap(token -> sessions.session(token).map(session -> new Visitor.SignedIn(session, token)));
        new Visitor(
                        known.filter(one -> !one.session().awaitsCode()),
                        known.map(Visitor.SignedIn::session).filter(Session::awaitsCode),
                        language,
                        path)
                .noteIn(request);
    }

    private static Optional<String> cookie(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getCookies().get(name)).map(Cookie::getValue);
    }
}
