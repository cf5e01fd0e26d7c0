package org.infolinia.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** The first page: leads each to where they work. */
@Path("/")
public final class HomePage {

    private final Templates templates;

    public HomePage(Templates templates) {
        this.templates = templates;
    }

    @GET
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response home(@Context ContainerRequestContext request) {
        return switch (Visitor.of(request).account().role()) {
            case LEAD -> Response.seeOther(URI.create("/floor")).build();
            case COORDINATOR -> Response.seeOther(URI.create("/people")).build();
            case CONSULTANT -> Response.seeOther(URI.create("/desk")).build();
            case PROJECT_MANAGER, AUTHORITY -> page(request, "home.reader");
        };
    }

    private Response page(ContainerRequestContext request, String word) {
        return templates.page(request, "desk/home.ftlh", Map.of("word", word));
    }
}
