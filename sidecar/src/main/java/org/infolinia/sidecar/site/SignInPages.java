package org.infolinia.sidecar.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.signin.SignIn;

/** Signing in and out, and the choice of language. */
@Path("/")
public final class SignInPages {

    static final String PATH = "/sign-in";

    /** Where we lead on to: a path of this site, never another site's address. */
    private static final Pattern PATH_OF_OURS = Pattern.compile("/(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*)?");

    private final SignIn signIn;
    private final Templates templates;

    SignInPages(SignIn signIn, Templates templates) {
        this.signIn = signIn;
        this.templates = templates;
    }

    @GET
    @Path("sign-in")
    @Anybody
    public Response form(@Context ContainerRequestContext request, @QueryParam("then") @DefaultValue("/") String then) {
        return templates.page(request, "site/sign-in.ftlh", Map.of("then", ours(then), "name", ""));
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anybody
    public Response signIn(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection,
            @Context UriInfo asked,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("then") @DefaultValue("/") String then) {
        SignIn.Attempt attempt = signIn.attempt(name.strip(), password, connection.getRemoteAddr());
        if (attempt.token().isPresent()) {
            return Response.seeOther(URI.create(ours(then)))
                    .cookie(Cookies.session(attempt.token().get(), asked))
                    .build();
        }
        Map<String, Object> model =
                new HashMap<>(Map.of("then", ours(then), "name", LoginName.isOne(name) ? name : "", "refused", true));
        if (!attempt.pause().isZero()) {
            model.put("pause", inWords(attempt.pause()));
        }
        return templates.page(request, Response.Status.UNAUTHORIZED, "site/sign-in.ftlh", model);
    }

    /** Minutes and seconds, as a clock shows them; at least a second. */
    private static String inWords(Duration pause) {
        long seconds = Math.max(1, pause.toSeconds());
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response signOut(@Context ContainerRequestContext request, @Context UriInfo asked) {
        signIn.signOut(Visitor.of(request).session());
        return Response.seeOther(URI.create(PATH))
                .cookie(Cookies.noSession(asked))
                .build();
    }

    @POST
    @Path("language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anybody
    public Response language(
            @Context UriInfo asked,
            @FormParam("language") @DefaultValue("pl") String language,
            @FormParam("then") @DefaultValue("/") String then) {
        Language chosen = language.equals(Words.ENGLISH.code()) ? Words.ENGLISH : Words.POLISH;
        return Response.seeOther(URI.create(ours(then)))
                .cookie(Cookies.language(chosen, asked))
                .build();
    }

    private static String ours(String then) {
        return PATH_OF_OURS.matcher(then).matches() ? then : "/";
    }
}
