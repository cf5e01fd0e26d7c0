package org.infolinia.sidecar.site;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ContainerRequest;
import org.infolinia.hotline.people.Role;

/**
 * Lets through to one resource whoever is allowed, and what a page of ours asked for: a request that changes something
 * carries the session's proof, which no other site's page knows.
 */
@Priority(Priorities.AUTHORIZATION)
final class Guard implements ContainerRequestFilter {

    /** Where a proof comes: the field of a form, or the header of a script's request. */
    static final String FIELD = "proof";

    private static final String HEADER = "X-Infolinia-Proof";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<Role> roles;
    private final boolean anybody;
    private final Set<Role> secondFactor;

    /** @param secondFactor of whom a second factor is required */
    Guard(Set<Role> roles, boolean anybody, Set<Role> secondFactor) {
        this.roles = roles;
        this.anybody = anybody;
        this.secondFactor = secondFactor;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isFromElsewhere(request)) {
            throw new Refused(Response.Status.FORBIDDEN, "refused.elsewhere");
        }
        if (anybody) {
            return;
        }
        Visitor visitor = Visitor.of(request);
        if (visitor.signedIn().isEmpty()) {
            request.abortWith(WithoutSignIn.answer(request, visitor));
            return;
        }
        if (!READING.contains(request.getMethod())
                && !visitor.signedIn().get().token().isProvenBy(proof(request))) {
            throw new Refused(Response.Status.FORBIDDEN, "refused.proof");
        }
        Optional<String> first = before(visitor);
        if (first.isPresent()) {
            request.abortWith(Response.seeOther(URI.create(first.get())).build());
            return;
        }
        if (!roles.contains(visitor.account().role())) {
            throw new Refused(Response.Status.FORBIDDEN, "refused.role");
        }
    }

    /** Browsers say so of each request; what changes something comes from our own pages alone, signed in or not. */
    private static boolean isFromElsewhere(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        return !READING.contains(request.getMethod()) && site != null && !site.equals("same-origin");
    }

    /** The page that comes before any other: a password of their own, then the second factor where it is required. */
    private Optional<String> before(Visitor visitor) {
        if (visitor.path().equals(SignOutPages.PATH)
                || visitor.path().equals(SignOutPages.EVERYWHERE)
                || visitor.path().equals(PasswordPages.PATH)) {
            return Optional.empty();
        }
        if (visitor.account().firstPassword()) {
            return Optional.of(PasswordPages.PATH);
        }
        boolean lacking = secondFactor.contains(visitor.account().role())
                && !visitor.session().secondFactor();
        return lacking && !visitor.path().equals(SecondFactorPages.PATH)
                ? Optional.of(SecondFactorPages.PATH)
                : Optional.empty();
    }

    private static String proof(ContainerRequestContext request) {
        String header = request.getHeaderString(HEADER);
        if (header != null) {
            return header;
        }
        if (request instanceof ContainerRequest whole
                && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            // The resource reads the form once more.
            whole.bufferEntity();
            String field = whole.readEntity(Form.class).asMap().getFirst(FIELD);
            return field == null ? "" : field;
        }
        return "";
    }
}
