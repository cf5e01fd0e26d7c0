package org.infolinia.desk.presence;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a lead does with a consultant who went home while taking calls. */
@Path("/floor/consultants")
public final class SigningOthersOut {

    private static final Logger LOG = LoggerFactory.getLogger(SigningOthersOut.class);

    private final Presence presence;
    private final AuditLog audit;
    private final Clock clock;

    public SigningOthersOut(Presence presence, AuditLog audit, Clock clock) {
        this.presence = presence;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    @Path("{login}/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Role.LEAD)
    public Response signOut(@Context ContainerRequestContext request, @PathParam("login") String login) {
        if (!LoginName.isOne(login)) {
            throw new Refused(Response.Status.NOT_FOUND, "fault.404");
        }
        try {
            presence.signOut(login);
        } catch (IOException e) {
            LOG.warn("a lead could not sign a consultant out of the queues: {}", e.getMessage());
            throw new Refused(Response.Status.SERVICE_UNAVAILABLE, "presence.not-done");
        }
        audit.append(new AuditEntry(
                clock.instant(),
                Visitor.of(request).account().login().value(),
                "presence.signed-out",
                login,
                "out of the queues, by the lead"));
        return Response.noContent().build();
    }
}
