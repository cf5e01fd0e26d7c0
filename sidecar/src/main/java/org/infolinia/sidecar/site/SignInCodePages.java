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
import java.util.Optional;
import org.infolinia.hotline.people.Sessions.Session;
import org.infolinia.sidecar.signin.SignIn;

/** Where the second factor is asked for, once the password was right. */
@Path(SignInCodePages.PATH)
public final class SignInCodePages {

    static final String PATH = "/sign-in/code";

    private static final String PAGE = "site/sign-in-code.ftlh";

    private final SignIn signIn;
    private final Templates templates;

    SignInCodePages(SignIn signIn, Templates templates) {
        this.signIn = signIn;
        this.templates = templates;
    }

    @GET
    @Anybody
    public Response form(@Context ContainerRequestContext request, @QueryParam("then") @DefaultValue("/") String then) {
        if (Visitor.of(request).awaitingCode().isEmpty()) {
            return fromTheBeginning(then);
        }
        return templates.page(request, PAGE, Map.of("then", OurPath.of(then)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anybody
    public Response code(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection,
            @Context UriInfo asked,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("then") @DefaultValue("/") String then) {
        Optional<Session> waiting = Visitor.of(request).awaitingCode();
        if (waiting.isEmpty()) {
            return fromTheBeginning(then);
        }
        SignIn.Entry entry = signIn.byCode(waiting.get(), code, connection.getRemoteAddr());
        if (entry.token().isPresent()) {
            return Response.seeOther(URI.create(OurPath.of(then)))
                    .cookie(Cookies.session(entry.token().get(), asked))
                    .build();
        }
        Map<String, Object> model = new HashMap<>(Map.of("then", OurPath.of(then), "refused", true));
        if (!entry.pause().isZero()) {
            model.put("pause", PauseInWords.of(entry.pause()));
        }
        return templates.page(request, Response.Status.UNAUTHORIZED, PAGE, model);
    }

    /** It waits five minutes for the code; after that, the password counts for nothing. */
    private static Response fromTheBeginning(String then) {
        return Response.seeOther(URI.create(SignInPages.PATH + "?then=" + OurPath.of(then)))
                .build();
    }
}
