package org.infolinia.agi.coordinator;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** What each day of a year is to the hotline, or to one of its timetables. */
@Path("/ivr/calendar")
public final class CalendarPages {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2200;

    private final Supplier<Hotline> hotline;
    private final Templates templates;
    private final Clock clock;

    public CalendarPages(Supplier<Hotline> hotline, Templates templates, Clock clock) {
        this.hotline = hotline;
        this.templates = templates;
        this.clock = clock;
    }

    /** @param timetable of a branch of the tree; empty for the hotline's own hours */
    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response page(
            @Context ContainerRequestContext request,
            @QueryParam("year") @DefaultValue("0") int year,
            @QueryParam("timetable") @DefaultValue("") String timetable) {
        Hotline now = hotline.get();
        OpeningHours hours = timetable.isEmpty()
                ? now.hours()
                : Optional.ofNullable(now.tree().timetables().get(timetable))
                        .orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "fault.404"));
        int shown = year < FIRST_YEAR || year > LAST_YEAR
                ? clock.instant().atZone(now.hours().zone()).getYear()
                : year;
        Map<String, Object> model = new HashMap<>();
        model.put("year", shown);
        model.put("timetable", timetable);
        model.put("timetables", List.copyOf(now.tree().timetables().keySet()));
        model.put("calendar", YearView.of(hours, shown, Visitor.of(request).language()));
        return templates.page(request, "agi/calendar.ftlh", model);
    }
}
