package org.infolinia.desk.line;

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
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.Secret;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Visitor;

/** What the telephone in the page asks: for its line, and whether it still has it. */
@Path("/desk/line")
public final class LinePages {

    private final Optional<LineKeeper> keeper;
    private final String webSocket;

    /**
     * @param keeper    empty on a box without telephones in browsers
     * @param webSocket where the browser reaches Asterisk
     */
    public LinePages(Optional<LineKeeper> keeper, String webSocket) {
        this.keeper = keeper;
        this.webSocket = webSocket;
    }

    /** The page asks all the time; it also keeps the session from ending while the page is open. */
    @GET
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response held(@Context ContainerRequestContext request) {
        return Json.answer(Map.of("held", keeper().isHeldBy(Visitor.of(request).session())));
    }

    /** A new secret, told to this page alone; 409 when another session has the line and is not to lose it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response give(
            @Context ContainerRequestContext request, @FormParam("takeOver") @DefaultValue("") String takeOver) {
        Visitor visitor = Visitor.of(request);
        Optional<Secret> secret = keeper().give(visitor.session(), takeOver.equals("yes"));
        if (secret.isEmpty()) {
            return Response.fromResponse(Json.answer(Map.of("held", false)))
                    .status(Response.Status.CONFLICT)
                    .build();
        }
        return Json.answer(Map.of(
                "webSocket",
                webSocket,
                "user",
                "desk_" + visitor.account().login().value(),
                "name",
                visitor.account().name(),
                "secret",
                secret.get().value()));
    }

    private LineKeeper keeper() {
        return keeper.orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "desk.no-telephone"));
    }
}
