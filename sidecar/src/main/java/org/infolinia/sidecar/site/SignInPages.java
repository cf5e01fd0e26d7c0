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
import java.util.HashMap;
import java.util.Map;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.sidecar.signin.SignIn;

/** Where people sign in. */
@Path("/sign-in")
public final class SignInPages {

    static final String PATH = "/sign-in";

    private final SignIn signIn;
    private final Templates templates;

    SignInPages(SignIn signIn, Templates templates) {
        this.signIn = signIn;
        this.templates = templates;
    }

    @GET
    @Anybody
    public Response form(@Context ContainerRequestContext request, @QueryParam("then") @DefaultValue("/") String then) {
        return templates.page(request, "site/sign-in.ftlh", Map.of("then", OurPath.of(then), "name", ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anybody
    public Response signIn(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection,
            @Context UriInfo asked,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("then") @DefaultValue("/") String then) {
        SignIn.Entry entry = signIn.byPassword(name.strip(), password, connection.getRemoteAddr());
        if (entry.token().isPresent()) {
            return Response.seeOther(URI.create(
                            entry.awaitsCode() ? SignInCodePages.PATH + "?then=" + OurPath.of(then) : OurPath.of(then)))
                    .cookie(Cookies.session(entry.token().get(), asked))
                    .build();
        }
        Map<String, Object> model = new HashMap<>(
                Map.of("then", OurPath.of(then), "name", LoginName.isOne(name) ? name : "", "refused", true));
        if (!entry.pause().isZero()) {
            model.put("pause", PauseInWords.of(entry.pause()));
        }
        return templates.page(request, Response.Status.UNAUTHORIZED, "site/sign-in.ftlh", model);
    }
}
