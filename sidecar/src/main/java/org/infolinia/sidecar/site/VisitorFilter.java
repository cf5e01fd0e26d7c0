package org.infolinia.sidecar.site;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.sidecar.signin.SessionToken;
import org.infolinia.sidecar.signin.SignIn;

/** Finds out who asks, and in which language. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class VisitorFilter implements ContainerRequestFilter {

    private final SignIn signIn;

    VisitorFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Language language =
                cookie(request, Cookies.LANGUAGE).filter("en"::equals).isPresent() ? Words.ENGLISH : Words.POLISH;
        String path = "/" + request.getUriInfo().getPath();
        // First of all: without the database nobody can be known, and the page that says so has a reader too.
        new Visitor(Optional.empty(), language, path).noteIn(request);
        Optional<Visitor.SignedIn> signedIn = cookie(request, Cookies.SESSION)
                .flatMap(SessionToken::of)
                .flatMap(token -> signIn.session(token).map(session -> new Visitor.SignedIn(session, token)));
        new Visitor(signedIn, language, path).noteIn(request);
    }

    private static Optional<String> cookie(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getCookies().get(name)).map(Cookie::getValue);
    }
}
