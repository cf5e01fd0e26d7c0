package org.infolinia.desk.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.cases.Case;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.CaseNumber;
import org.infolinia.hotline.cases.Cases;
import org.infolinia.hotline.cases.Cases.Saved;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** A case, on a page of its own: opened by hand, read, written into. */
@Path("/cases")
public final class CasePages {

    private static final int LONGEST_KEY = 64;

    private final Cases cases;
    private final CaseLists lists;
    private final CaseView view;
    private final Templates templates;
    private final Supplier<Hotline> hotline;
    private final Runnable outcomeTold;
    private final Clock clock;

    /**
     * @param hotline     the one in force
     * @param outcomeTold is told when a case got another outcome, for which somebody's after-call work may wait
     */
    public CasePages(
            Cases cases,
            CaseLists lists,
            Templates templates,
            Supplier<Hotline> hotline,
            Runnable outcomeTold,
            Clock clock) {
        this.cases = cases;
        this.lists = lists;
        this.view = new CaseView(cases, hotline);
        this.templates = templates;
        this.hotline = hotline;
        this.outcomeTold = outcomeTold;
        this.clock = clock;
    }

    /** Without a contact. The form's key makes it one case, however often it is sent. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response open(@Context ContainerRequestContext request, @FormParam("key") @DefaultValue("") String key) {
        if (!key.matches("[A-Za-z0-9-]{16," + LONGEST_KEY + "}")) {
            throw new Refused(Response.Status.BAD_REQUEST, "fault.400");
        }
        String who = name(request);
        Instant now = clock.instant();
        Case made = cases.open(new Cases.Opening(
                "page " + who + " " + key,
                now.atZone(hotline.get().hours().zone()).getYear(),
                now,
                who,
                Map.of(CaseField.ASSIGNEE, who),
                Optional.empty()));
        return Response.seeOther(URI.create("/cases/" + made.number())).build();
    }

    @GET
    @Path("{number}")
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response page(@Context ContainerRequestContext request, @PathParam("number") String number) {
        return templates.page(
                request,
                "desk/case.ftlh",
                Map.of(
                        "number",
                        known(number).number().toString(),
                        "caseWords",
                        Json.inPage(templates.words(request, "case.live.")),
                        "caseLists",
                        Json.inPage(lists.of(request))));
    }

    @GET
    @Path("{number}/state")
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response state(@Context ContainerRequestContext request, @PathParam("number") String number) {
        return Json.answer(view.of(known(number), Visitor.of(request).language()));
    }

    /**
     * Writes what is sent: an object of texts, {@code seen} the version that was seen, the rest fields by their words.
     * 409 tells the case as it is, when that is another version; nothing is written when a field cannot be.
     */
    @POST
    @Path("{number}")
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response save(@Context ContainerRequestContext request, @PathParam("number") String number, String sent) {
        Case before = known(number);
        Map<String, String> texts = Json.texts(sent);
        Map<CaseField, String> fields = new EnumMap<>(CaseField.class);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (!text.getKey().equals("seen")) {
                CaseField field = CaseField.of(text.getKey())
                        .orElseThrow(() -> new Refused(Response.Status.BAD_REQUEST, "fault.400"));
                fields.put(field, field.kept(text.getValue()));
            }
        }
        fields.forEach((field, value) -> {
            if (!field.allows(value) || !lists.knows(before, field, value)) {
                throw new Refused(Response.Status.BAD_REQUEST, "fault.400");
            }
        });
        Saved saved = cases.save(before.number(), seen(texts), fields, name(request), clock.instant())
                .orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "fault.404"));
        if (saved.done() && fields.containsKey(CaseField.OUTCOME)) {
            outcomeTold.run();
        }
        return answer(
                saved.done() ? Response.Status.OK : Response.Status.CONFLICT,
                view.of(saved.now(), Visitor.of(request).language()));
    }

    private static long seen(Map<String, String> texts) {
        String seen = texts.getOrDefault("seen", "");
        if (!seen.matches("[0-9]{1,15}")) {
            throw new Refused(Response.Status.BAD_REQUEST, "fault.400");
        }
        return Long.parseLong(seen);
    }

    private Case known(String number) {
        return CaseNumber.read(number)
                .flatMap(cases::find)
                .orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "fault.404"));
    }

    private static Response answer(Response.Status status, Object value) {
        return Response.fromResponse(Json.answer(value)).status(status).build();
    }

    private static String name(ContainerRequestContext request) {
        return Visitor.of(request).account().login().value();
    }
}
