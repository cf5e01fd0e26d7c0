package org.infolinia.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Templates;

/** The audit log, to be read and exported. */
@Path("/audit")
public final class AuditPages {

    private static final int LINES = 100;
    private static final int LAST_PAGE = 10_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AuditLog audit;
    private final Templates templates;
    private final Supplier<ZoneId> zone;

    /** @param zone the hotline's, in which times are shown */
    public AuditPages(AuditLog audit, Templates templates, Supplier<ZoneId> zone) {
        this.audit = audit;
        this.templates = templates;
        this.zone = zone;
    }

    /** A line as the page shows it. */
    public record Line(String at, String who, String what, String on, String detail) {}

    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response page(@Context ContainerRequestContext request, @QueryParam("page") @DefaultValue("0") int page) {
        int shown = Math.max(0, Math.min(LAST_PAGE, page));
        // One more than is shown tells whether there is a next page.
        List<AuditEntry> found = audit.latest(LINES + 1, shown * LINES);
        return templates.page(
                request,
                "desk/audit.ftlh",
                Map.of(
                        "lines",
                        found.stream().limit(LINES).map(this::line).toList(),
                        "page",
                        shown,
                        "more",
                        found.size() > LINES));
    }

    /** Everything, the newest first; read and sent page by page. */
    @GET
    @Path("export")
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response export() {
        StreamingOutput csv = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write("\ufefftime;who;what;on;detail\r\n");
            int skip = 0;
            List<AuditEntry> found;
            do {
                found = audit.latest(LINES * 10, skip);
                for (AuditEntry entry : found) {
                    Line line = line(entry);
                    writer.write(String.join(
                                    ";",
                                    cell(line.at()),
                                    cell(line.who()),
                                    cell(line.what()),
                                    cell(line.on()),
                                    cell(line.detail()))
                            + "\r\n");
                }
                skip += found.size();
            } while (!found.isEmpty());
            writer.flush();
        };
        return Response.ok(csv, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }

    private Line line(AuditEntry entry) {
        return new Line(
                TIME.format(entry.at().atZone(zone.get())), entry.who(), entry.what(), entry.on(), entry.detail());
    }

    /** In quotes, so that nothing ends a cell; what a spreadsheet would take for a formula stays a text. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
