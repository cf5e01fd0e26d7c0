package org.infolinia.agi.coordinator;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.infolinia.hotline.history.HotlineHistory;
import org.infolinia.hotline.history.LineDifference;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Templates;

/** The versions of hotline.xml that were in force. */
@Path("/ivr/history")
public final class HistoryPages {

    /** Unchanged lines that are shown around a change. */
    static final int AROUND = 3;

    private static final int MOST = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Supplier<HotlineHistory> history;
    private final Supplier<ZoneId> zone;
    private final Templates templates;

    /** @param zone the hotline's, in which times are shown */
    public HistoryPages(Supplier<HotlineHistory> history, Supplier<ZoneId> zone, Templates templates) {
        this.history = history;
        this.zone = zone;
        this.templates = templates;
    }

    /** A version as the page shows it. */
    public record Row(long number, String since, String version) {}

    /** With two numbers: how the one became the other. */
    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response page(
            @Context ContainerRequestContext request,
            @QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("to") @DefaultValue("0") long to) {
        List<Row> rows = rows();
        Map<String, Object> model = new HashMap<>();
        model.put("rows", rows);
        // Unless told, the last change.
        model.put("from", from == 0 && rows.size() > 1 ? rows.get(1).number() : from);
        model.put("to", to == 0 && !rows.isEmpty() ? rows.get(0).number() : to);
        if (from > 0 && to > 0) {
            model.put("difference", LineDifference.between(text(from), text(to)).shortened(AROUND));
        }
        return templates.page(request, "agi/history.ftlh", model);
    }

    @GET
    @Path("{number: [0-9]+}")
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response version(@Context ContainerRequestContext request, @PathParam("number") long number) {
        return templates.page(
                request,
                "agi/version.ftlh",
                Map.of(
                        "number",
                        number,
                        "since",
                        rows().stream()
                                .filter(row -> row.number() == number)
                                .map(Row::since)
                                .findFirst()
                                .orElse(""),
                        "text",
                        text(number)));
    }

    private List<Row> rows() {
        return history.get().last(MOST).stream()
                .map(entry -> new Row(
                        entry.number(),
                        TIME.format(entry.version().since().atZone(zone.get())),
                        entry.version().sha256().substring(0, 12)))
                .toList();
    }

    private String text(long number) {
        return history.get().text(number).orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "ivr.no-version"));
    }
}
