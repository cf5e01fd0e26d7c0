package org.infolinia.sidecar.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.signin.Offer;
import org.infolinia.sidecar.signin.QrPicture;
import org.infolinia.sidecar.signin.SecondFactor;
import org.infolinia.sidecar.signin.SignIn;

/** Where everybody keeps their own second factor. */
@Path(SecondFactorPages.PATH)
public final class SecondFactorPages {

    static final String PATH = "/second-factor";

    private static final String PAGE = "site/second-factor.ftlh";

    private final SecondFactor secondFactor;
    private final SignIn signIn;
    private final Set<Role> required;
    private final Templates templates;

    /** @param required of whom one is required */
    SecondFactorPages(SecondFactor secondFactor, SignIn signIn, Set<Role> required, Templates templates) {
        this.secondFactor = secondFactor;
        this.signIn = signIn;
        this.required = Set.copyOf(required);
        this.templates = templates;
    }

    @GET
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response form(@Context ContainerRequestContext request) {
        return page(request, Response.Status.OK, Map.of());
    }

    /** Asks for the password too: a page left open is not enough to lock its owner out. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response setUp(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("code") @DefaultValue("") String code) {
        Visitor visitor = Visitor.of(request);
        SignIn.Confirmation confirmed = signIn.confirm(visitor.account(), password, connection.getRemoteAddr());
        if (!confirmed.right()) {
            return wrongPassword(request, confirmed);
        }
        Optional<List<String>> recovery = secondFactor.setUp(visitor.session(), code);
        if (recovery.isEmpty()) {
            return page(request, Response.Status.BAD_REQUEST, Map.of("fault", "second-factor.wrong-code"));
        }
        return templates.page(request, "site/recovery-codes.ftlh", Map.of("codes", recovery.get()));
    }

    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response remove(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection,
            @FormParam("password") @DefaultValue("") String password) {
        Visitor visitor = Visitor.of(request);
        if (required.contains(visitor.account().role())) {
            throw new Refused(Response.Status.CONFLICT, "second-factor.required");
        }
        SignIn.Confirmation confirmed = signIn.confirm(visitor.account(), password, connection.getRemoteAddr());
        if (!confirmed.right()) {
            return wrongPassword(request, confirmed);
        }
        secondFactor.remove(visitor.account().login(), visitor.account().login().value());
        return page(request, Response.Status.OK, Map.of("done", "second-factor.removed"));
    }

    private Response wrongPassword(ContainerRequestContext request, SignIn.Confirmation confirmed) {
        return page(
                request,
                Response.Status.BAD_REQUEST,
                confirmed.pause().isZero()
                        ? Map.of("fault", "password.wrong")
                        : Map.of("fault", "sign-in.pause", "pause", PauseInWords.of(confirmed.pause())));
    }

    private Response page(ContainerRequestContext request, Response.Status status, Map<String, ?> said) {
        Visitor visitor = Visitor.of(request);
        Offer offer = secondFactor.offer(visitor.session());
        boolean has = secondFactor.isOf(visitor.account().login());
        Map<String, Object> model = new HashMap<>(said);
        model.put("has", has);
        model.put("left", secondFactor.recoveryLeft(visitor.account().login()));
        model.put("required", required.contains(visitor.account().role()));
        model.put("offer", offer);
        model.put("picture", QrPicture.of(offer.uri()));
        return templates.page(request, status, PAGE, model);
    }
}
