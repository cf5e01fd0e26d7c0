package org.infolinia.desk.presence;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Predicate;
import org.infolinia.desk.live.LiveAnswers;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A consultant's own presence: what the page shows of it, what it says of it. */
@Path("/presence")
public final class PresencePages {

    private static final Logger LOG = LoggerFactory.getLogger(PresencePages.class);

    private final Presence presence;
    private final PresenceKeeper keeper;
    private final OwnView view;
    private final CallerHistory history;
    private final LiveAnswers live;
    private final Predicate<String> isReason;
    private final Predicate<String> owesOutcome;

    /**
     * @param isReason    whether a break may have that reason
     * @param owesOutcome whether a consultant may not go on yet
     */
    public PresencePages(
            Presence presence,
            PresenceKeeper keeper,
            OwnView view,
            CallerHistory history,
            LiveAnswers live,
            Predicate<String> isReason,
            Predicate<String> owesOutcome) {
        this.presence = presence;
        this.keeper = keeper;
        this.view = view;
        this.history = history;
        this.live = live;
        this.isReason = isReason;
        this.owesOutcome = owesOutcome;
    }

    /** Where they are, who waits, who calls; answered once it is another than the version seen. */
    @GET
    @Path("state")
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public void state(
            @Context ContainerRequestContext request,
            @Suspended AsyncResponse response,
            @QueryParam("seen") @DefaultValue("-1") long seen) {
        Visitor visitor = Visitor.of(request);
        String name = name(request);
        keeper.pageIsOpen(name);
        live.answer(response, seen, () -> Json.answer(view.of(name, visitor.language())));
    }

    /** What is known of whoever calls them now. */
    @GET
    @Path("caller")
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response caller(
            @Context ContainerRequestContext request, @QueryParam("call") @DefaultValue("") String linkedId) {
        return Json.answer(
                history.of(name(request), linkedId, Visitor.of(request).language()));
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response signIn(
            @Context ContainerRequestContext request, @FormParam("device") @DefaultValue("") String device) {
        Device chosen = Device.ofWord(device)
                .orElseThrow(() -> new Refused(Response.Status.BAD_REQUEST, "presence.device-unknown"));
        owesNothing(request);
        return done(() -> presence.signIn(name(request), chosen));
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response signOut(@Context ContainerRequestContext request) {
        return done(() -> presence.signOut(name(request)));
    }

    @POST
    @Path("available")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response available(@Context ContainerRequestContext request) {
        owesNothing(request);
        return done(() -> presence.available(name(request)));
    }

    @POST
    @Path("break")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response rest(
            @Context ContainerRequestContext request, @FormParam("reason") @DefaultValue("") String reason) {
        if (!isReason.test(reason)) {
            throw new Refused(Response.Status.BAD_REQUEST, "presence.reason-unknown");
        }
        owesNothing(request);
        return done(() -> presence.rest(name(request), reason));
    }

    private void owesNothing(ContainerRequestContext request) {
        if (owesOutcome.test(name(request))) {
            throw new Refused(Response.Status.CONFLICT, "presence.outcome-owed");
        }
    }

    private static String name(ContainerRequestContext request) {
        return Visitor.of(request).account().login().value();
    }

    /** Something said to Asterisk. */
    private interface Saying {
        void say() throws IOException;
    }

    private static Response done(Saying saying) {
        try {
            saying.say();
            return Response.noContent().build();
        } catch (IOException e) {
            LOG.warn("what a consultant said of their presence was not done: {}", e.getMessage());
            throw new Refused(Response.Status.SERVICE_UNAVAILABLE, "presence.not-done");
        }
    }
}
