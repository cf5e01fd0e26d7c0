package org.infolinia.sidecar.site;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.signin.OpenSessions;

/** Where people sign out: here, or in every browser. */
@Path(SignOutPages.PATH)
public final class SignOutPages {

    static final String PATH = "/sign-out";

    static final String EVERYWHERE = PATH + "/everywhere";

    private final OpenSessions sessions;

    SignOutPages(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response here(@Context ContainerRequestContext request, @Context UriInfo asked) {
        sessions.end(Visitor.of(request).session());
        return out(asked);
    }

    @POST
    @Path("everywhere")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response everywhere(@Context ContainerRequestContext request, @Context UriInfo asked) {
        sessions.endEverywhere(Visitor.of(request).session());
        return out(asked);
    }

    private static Response out(UriInfo asked) {
        return Response.seeOther(URI.create(SignInPages.PATH))
                .cookie(Cookies.noSession(asked))
                .build();
    }
}
