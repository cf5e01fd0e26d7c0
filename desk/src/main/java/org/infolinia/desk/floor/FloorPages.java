package org.infolinia.desk.floor;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.infolinia.desk.live.LiveAnswers;
import org.infolinia.hotline.dictionary.Dictionaries;
import org.infolinia.hotline.dictionary.DictionaryEntry;
import org.infolinia.hotline.dictionary.DictionaryKind;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** The live floor, for leads; also as a wallboard. */
@Path("/floor")
public final class FloorPages {

    private final LeadView view;
    private final LiveAnswers live;
    private final Dictionaries dictionaries;
    private final Templates templates;

    public FloorPages(LeadView view, LiveAnswers live, Dictionaries dictionaries, Templates templates) {
        this.dictionaries = dictionaries;
        this.view = view;
        this.live = live;
        this.templates = templates;
    }

    /** @param wall anything: the large view, without what is to be clicked */
    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER})
    public Response page(@Context ContainerRequestContext request, @QueryParam("wall") @DefaultValue("") String wall) {
        String language = Visitor.of(request).language().code();
        Map<String, String> reasons = dictionaries.all(DictionaryKind.BREAK).stream()
                .collect(Collectors.toMap(DictionaryEntry::code, entry -> entry.name(language)));
        return templates.page(
                request,
                "desk/floor.ftlh",
                Map.of(
                        "reasons",
                        Json.inPage(reasons),
                        "wall",
                        !wall.isEmpty(),
                        "listens",
                        wall.isEmpty() && Visitor.of(request).account().role() == Role.LEAD,
                        "words",
                        Json.inPage(templates.words(request, "floor.live.")),
                        "state",
                        Json.inPage(view.of(Visitor.of(request).language()))));
    }

    /** The floor, answered once it is another than the version seen. */
    @GET
    @Path("state")
    @Allowed({Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER})
    public void state(
            @Context ContainerRequestContext request,
            @Suspended AsyncResponse response,
            @QueryParam("seen") @DefaultValue("-1") long seen) {
        Visitor visitor = Visitor.of(request);
        live.answer(response, seen, () -> Json.answer(view.of(visitor.language())));
    }
}
