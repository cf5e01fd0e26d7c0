package org.infolinia.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Visitor;

/** Leads everybody to where they work. */
@Path("/")
public final class HomePage {

    @GET
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response home(@Context ContainerRequestContext request) {
        return Response.seeOther(URI.create(ofRole(Visitor.of(request).account().role())))
                .build();
    }

    private static String ofRole(Role role) {
        return switch (role) {
            case CONSULTANT -> "/desk";
            case LEAD, PROJECT_MANAGER -> "/floor";
            case COORDINATOR -> "/people";
            case AUTHORITY -> "/password";
        };
    }
}
