package org.infolinia.agi.coordinator;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.editing.HotlineEditing;
import org.infolinia.hotline.editing.HotlineNotSaved;
import org.infolinia.hotline.editing.Verdict;
import org.infolinia.hotline.history.HotlineHistory;
import org.infolinia.hotline.history.LineDifference;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Largest;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * hotline.xml in an editor. What the editor's script sends is the text itself; it is answered by a part of a page.
 */
@Path("/ivr/hotline")
public final class HotlinePages {

    private static final Logger LOG = LoggerFactory.getLogger(HotlinePages.class);

    private static final String PART = "agi/verdict.ftlh";
    private static final Response.Status WRONG = Response.Status.BAD_REQUEST;

    /** One more than a hotline.xml may have, so that the check says it is too large. */
    private static final long LARGEST = HotlineFile.LARGEST + 1;

    /** Among how many versions the one that editing began from is looked for. */
    private static final int VERSIONS = 100;

    private final HotlineEditing editing;
    private final Supplier<HotlineHistory> history;
    private final Supplier<Optional<Texts>> trouble;
    private final AuditLog audit;
    private final Templates templates;
    private final Clock clock;

    /** @param trouble why the file that is there is not in force, in one sentence */
    public HotlinePages(
            HotlineEditing editing,
            Supplier<HotlineHistory> history,
            Supplier<Optional<Texts>> trouble,
            AuditLog audit,
            Templates templates,
            Clock clock) {
        this.editing = editing;
        this.history = history;
        this.trouble = trouble;
        this.audit = audit;
        this.templates = templates;
        this.clock = clock;
    }

    /** @param number an earlier version that is to be edited in place of the file that is there; 0 for none */
    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response page(
            @Context ContainerRequestContext request, @QueryParam("version") @DefaultValue("0") long number) {
        HotlineEditing.OnDisk there = editing.onDisk();
        Map<String, Object> model = new HashMap<>();
        model.put("digest", there.digest());
        model.put("version", number);
        model.put(
                "text",
                number == 0
                        ? there.digest().isEmpty() ? editing.current().text() : there.text()
                        : history.get()
                                .text(number)
                                .orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "ivr.no-version")));
        model.put("inForce", editing.current().version());
        model.put("outOfForce", !there.digest().equals(editing.current().sha256()));
        model.put("refused", editing.refused(there));
        model.put("words", Json.inPage(templates.words(request, "ivr.live.")));
        model.put("trouble", trouble(request));
        return templates.page(request, "agi/hotline.ftlh", model);
    }

    @POST
    @Path("check")
    @Largest(LARGEST)
    @Allowed({Role.COORDINATOR})
    public Response check(@Context ContainerRequestContext request, InputStream text) throws IOException {
        return part(request, editing.check(read(text)), "checked");
    }

    /**
     * @param digest of the file that editing began from
     * @param unmet  {@code yes}: though it does not meet the coordinator's expectations
     */
    @POST
    @Largest(LARGEST)
    @Allowed({Role.COORDINATOR})
    public Response put(
            @Context ContainerRequestContext request,
            @QueryParam("digest") @DefaultValue("") String digest,
            @QueryParam("unmet") @DefaultValue("no") String unmet,
            InputStream text)
            throws IOException {
        String typed = read(text);
        Verdict verdict = editing.check(typed);
        if (verdict.edition().isEmpty() || (!verdict.unmet().isEmpty() && !unmet.equals("yes"))) {
            return part(request, verdict, "checked");
        }
        try {
            if (!editing.save(verdict, digest, detail -> note(request, detail))) {
                return stale(request, digest, typed);
            }
        } catch (HotlineNotSaved e) {
            LOG.error("hotline.xml cannot be saved", e);
            return templates.page(
                    request,
                    Response.Status.INTERNAL_SERVER_ERROR,
                    "agi/not-saved.ftlh",
                    Map.of("user", e.user(), "folder", e.folder()));
        }
        return part(request, verdict, "saved");
    }

    private void note(ContainerRequestContext request, String detail) {
        audit.append(new AuditEntry(
                clock.instant(),
                Visitor.of(request).account().login().value(),
                "hotline.saved",
                "hotline.xml",
                detail));
    }

    /** Which version is in force, and what keeps the file that is there out of it. */
    @GET
    @Path("state")
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response state(@Context ContainerRequestContext request) {
        return Json.answer(Map.of("version", editing.current().version(), "trouble", trouble(request)));
    }

    private String trouble(ContainerRequestContext request) {
        return trouble.get()
                .map(words -> Remark.in(Visitor.of(request).language(), words))
                .orElse("");
    }

    /** Somebody has saved meanwhile: what they changed is shown, nothing of either is lost. */
    private Response stale(ContainerRequestContext request, String digest, String typed) {
        HotlineEditing.OnDisk there = editing.onDisk();
        HotlineHistory versions = history.get();
        Optional<String> began = versions.last(VERSIONS).stream()
                .filter(entry -> entry.version().sha256().equals(digest))
                .findFirst()
                .flatMap(entry -> versions.text(entry.number()));
        return templates.page(
                request,
                Response.Status.CONFLICT,
                "agi/stale.ftlh",
                Map.of(
                        "digest",
                        there.digest(),
                        "theirs",
                        LineDifference.between(began.orElse(typed), there.text())
                                .shortened(HistoryPages.AROUND),
                        "sinceYours",
                        began.isEmpty()));
    }

    private Response part(ContainerRequestContext request, Verdict verdict, String done) {
        return templates.page(
                request,
                verdict.sound() ? Response.Status.OK : WRONG,
                PART,
                Map.of(
                        "verdict", verdict,
                        "difference", verdict.difference().shortened(HistoryPages.AROUND),
                        "done", done));
    }

    private static String read(InputStream text) throws IOException {
        return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
}
