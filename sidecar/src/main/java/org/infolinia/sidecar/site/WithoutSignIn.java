package org.infolinia.sidecar.site;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ContainerRequest;

/** What is answered to a request without a session, most often one that has ended. */
final class WithoutSignIn {

    /** Fields that no page shows: secrets, what the form itself put in. */
    private static final Set<String> NEVER_SHOWN =
            Set.of("password", "old", "new", "again", "code", "proof", "seen", "then");

    private WithoutSignIn() {}

    /** A field of a form, as it was typed. */
    public record Typed(String field, String value) {}

    /**
     * A page leads to the sign-in, from there back. A form gets a page that shows what was typed into it, so that
     * nothing is lost. A script is told by the status alone: it has what was typed.
     */
    static Response answer(ContainerRequestContext request, Visitor visitor) {
        boolean page = Optional.ofNullable(request.getHeaderString("Accept"))
                .orElse("")
                .contains("text/html");
        String signIn = visitor.awaitingCode().isPresent() ? SignInCodePages.PATH : SignInPages.PATH;
        if (page && request.getMethod().equals("GET")) {
            return Response.seeOther(leadingTo(signIn, visitor.path())).build();
        }
        if (page && request.getMethod().equals("POST")) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .entity(new LatePage(
                            "site/expired.ftlh",
                            Map.of("signIn", leadingTo(signIn, pageOf(request)).toString(), "typed", typed(request))))
                    .build();
        }
        return Response.status(Response.Status.UNAUTHORIZED).build();
    }

    private static URI leadingTo(String signIn, String then) {
        return URI.create(signIn + "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8));
    }

    /** Where the form was, as the browser says. */
    private static String pageOf(ContainerRequestContext request) {
        try {
            String path = new URI(Optional.ofNullable(request.getHeaderString("Referer"))
                            .orElse("/"))
                    .getPath();
            return OurPath.of(path == null ? "/" : path);
        } catch (URISyntaxException none) {
            return "/";
        }
    }

    private static List<Typed> typed(ContainerRequestContext request) {
        if (!(request instanceof ContainerRequest whole)
                || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            return List.of();
        }
        return whole.readEntity(Form.class).asMap().entrySet().stream()
                .filter(field -> !NEVER_SHOWN.contains(field.getKey()))
                .flatMap(field -> field.getValue().stream().map(value -> new Typed(field.getKey(), value)))
                .filter(field -> !field.value().isBlank())
                .toList();
    }
}
