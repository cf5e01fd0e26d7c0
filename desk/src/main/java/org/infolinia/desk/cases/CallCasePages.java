package org.infolinia.desk.cases;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.desk.floor.CallAtHand;
import org.infolinia.desk.floor.Floor;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.cases.Case;
import org.infolinia.hotline.cases.CaseContact;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.CaseLine;
import org.infolinia.hotline.cases.CaseNumber;
import org.infolinia.hotline.cases.Cases;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Visitor;

/** The case of the call that a consultant has in hand, or has just had; of nobody else's. */
@Path("/call-case")
public final class CallCasePages {

    private static final int MOST = 10;

    private final Cases cases;
    private final Floor floor;
    private final Supplier<Hotline> hotline;
    private final Runnable told;
    private final Clock clock;

    /**
     * @param hotline the one in force
     * @param told    is told when a call got another case, for whose outcome somebody's after-call work may wait
     */
    public CallCasePages(Cases cases, Floor floor, Supplier<Hotline> hotline, Runnable told, Clock clock) {
        this.cases = cases;
        this.floor = floor;
        this.hotline = hotline;
        this.told = told;
        this.clock = clock;
    }

    /**
     * As the page's script reads it.
     *
     * @param number of the call's case; empty without one
     * @param open   the caller's open cases
     */
    public record OfCall(String number, List<Open> open) {}

    /** An open case, in a line; texts as in {@link CaseField}. */
    public record Open(
            String number, String changed, String name, String category, String assignee, String beginning) {}

    @GET
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response ofCall(
            @Context ContainerRequestContext request, @QueryParam("call") @DefaultValue("") String linkedId) {
        CallAtHand call = inHand(request, linkedId);
        Hotline now = hotline.get();
        return Json.answer(new OfCall(
                cases.ofContact(CaseContact.Key.call(linkedId))
                        .map(Case::number)
                        .map(CaseNumber::toString)
                        .orElse(""),
                cases.openOf(call.caller().number(), MOST).stream()
                        .map(line -> open(now, line))
                        .toList()));
    }

    private static Open open(Hotline hotline, CaseLine line) {
        return new Open(
                line.number().toString(),
                CaseView.time(hotline, line.changed()),
                line.name(),
                line.category(),
                line.assignee(),
                line.beginning());
    }

    /**
     * A new case, instead of the one that the call has; once more, it is the same.
     *
     * @param instead number of the case that the page shows; empty where it shows none
     */
    @POST
    @Path("open")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response open(
            @Context ContainerRequestContext request,
            @FormParam("call") @DefaultValue("") String linkedId,
            @FormParam("instead") @DefaultValue("") String instead) {
        CallAtHand call = inHand(request, linkedId);
        String before = instead.isEmpty() ? "" : read(instead).toString();
        String who = name(request);
        Instant now = clock.instant();
        Case made = cases.open(new Cases.Opening(
                "call " + linkedId + " " + before,
                now.atZone(hotline.get().hours().zone()).getYear(),
                now,
                who,
                Map.of(CaseField.NUMBER, call.caller().number(), CaseField.ASSIGNEE, who),
                Optional.of(CaseContact.Key.call(linkedId))));
        told.run();
        return Json.answer(Map.of("number", made.number().toString()));
    }

    @POST
    @Path("continue")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response goOn(
            @Context ContainerRequestContext request,
            @FormParam("call") @DefaultValue("") String linkedId,
            @FormParam("number") @DefaultValue("") String number) {
        inHand(request, linkedId);
        CaseNumber one = read(number);
        if (!cases.join(one, CaseContact.Key.call(linkedId), name(request), clock.instant())) {
            throw new Refused(Response.Status.NOT_FOUND, "case.unknown");
        }
        told.run();
        return Json.answer(Map.of("number", one.toString()));
    }

    private static CaseNumber read(String number) {
        return CaseNumber.read(number).orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "case.unknown"));
    }

    private CallAtHand inHand(ContainerRequestContext request, String linkedId) {
        return floor.view()
                .callOf(name(request), linkedId)
                .orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "case.no-call"));
    }

    private static String name(ContainerRequestContext request) {
        return Visitor.of(request).account().login().value();
    }
}
