package org.infolinia.agi.coordinator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.announcements.PromptState;
import org.infolinia.agi.announcements.RecordingVersion;
import org.infolinia.agi.announcements.VoiceFailed;
import org.infolinia.agi.sound.RecordingRefused;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Largest;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The announcements: what callers hear, new recordings by microphone or file, earlier ones. */
@Path("/ivr/announcements")
public final class AnnouncementPages {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementPages.class);

    /** Bytes; as much as is imported by command. */
    private static final long LARGEST = 50_000_000;

    /** Each has ffmpeg at work. */
    private static final int MOST_AT_ONCE = 2;

    private static final String ONE = "{language: [a-z][a-z]}/{id: [A-Za-z0-9_/-]+}";

    private static final String RECORDED = "announcement.recorded";

    private final Supplier<Hotline> hotline;
    private final PromptLibrary library;
    private final AuditLog audit;
    private final Templates templates;
    private final Clock clock;
    private final Semaphore atWork = new Semaphore(MOST_AT_ONCE);

    public AnnouncementPages(
            Supplier<Hotline> hotline, PromptLibrary library, AuditLog audit, Templates templates, Clock clock) {
        this.hotline = hotline;
        this.library = library;
        this.audit = audit;
        this.templates = templates;
        this.clock = clock;
    }

    /** @param all {@code yes}: the program's own words too */
    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response page(@Context ContainerRequestContext request, @QueryParam("all") @DefaultValue("no") String all)
            throws IOException {
        PromptList list = PromptList.of(library, hotline.get(), all.equals("yes"));
        return templates.page(
                request,
                "agi/announcements.ftlh",
                Map.of("list", list, "all", all.equals("yes"), "words", words(request)));
    }

    @GET
    @Path(ONE)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response one(
            @Context ContainerRequestContext request,
            @PathParam("language") String language,
            @PathParam("id") String id,
            @QueryParam("done") @DefaultValue("") String done)
            throws IOException {
        Prompt prompt = prompt(language, id);
        Map<String, Object> model = new HashMap<>();
        PromptState state = library.state(prompt);
        model.put("row", PromptList.row(state, hotline.get()));
        model.put("versions", PromptList.versions(library, state, hotline.get()));
        model.put(
                "languages",
                hotline.get().languages().stream().map(Language::code).toList());
        model.put("said", digest(prompt));
        model.put("done", done.equals("recorded") || done.equals("reverted") ? done : "");
        model.put("words", words(request));
        return templates.page(request, "agi/announcement.ftlh", model);
    }

    /** @param number of the version; 0 for what callers hear now */
    @GET
    @Path("sound/" + ONE)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response sound(
            @PathParam("language") String language,
            @PathParam("id") String id,
            @QueryParam("version") @DefaultValue("0") int number)
            throws IOException {
        Prompt prompt = prompt(language, id);
        SoundPair files = number == 0
                ? library.files(prompt)
                : library.files(prompt, number).orElseThrow(AnnouncementPages::notThere);
        java.nio.file.Path file = Files.exists(files.wide()) ? files.wide() : files.wav();
        if (!Files.exists(file)) {
            throw notThere();
        }
        return Response.ok(file.toFile(), "audio/wav").build();
    }

    /**
     * Takes a recording in, whatever it calls itself; a script sends it as it is.
     *
     * @param name the file's, or empty for one by the page's microphone
     * @param said which text it speaks
     */
    @POST
    @Path("sound/" + ONE)
    @Largest(LARGEST)
    @Allowed({Role.COORDINATOR})
    public Response record(
            @Context ContainerRequestContext request,
            @PathParam("language") String language,
            @PathParam("id") String id,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("said") @DefaultValue("") String said,
            InputStream sound)
            throws IOException {
        Prompt prompt = prompt(language, id);
        java.nio.file.Path file = Files.createTempFile("infolinia-recording", ".sound");
        try {
            // Taken in first in any case: a browser that still sends does not read our answer.
            Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);
            if (!digest(prompt).equals(said)) {
                return refused(request, Response.Status.CONFLICT, "other-text", "");
            }
            return taken(request, prompt, file, name);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Response taken(ContainerRequestContext request, Prompt prompt, java.nio.file.Path file, String name)
            throws IOException {
        if (!atWork.tryAcquire()) {
            return refused(request, Response.Status.SERVICE_UNAVAILABLE, "busy", "");
        }
        AtomicBoolean noted = new AtomicBoolean();
        try {
            String by = Visitor.of(request).account().login().value();
            RecordingVersion version = library.take(prompt, file, by, name.isBlank() ? "browser" : name, made -> {
                note(request, RECORDED, prompt, "version " + made.number() + ", " + made.source());
                noted.set(true);
            });
            return Json.answer(Map.of("version", version.number()));
        } catch (RecordingRefused refused) {
            return refused(
                    request,
                    Response.Status.BAD_REQUEST,
                    refused.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    refused.sentence());
        } catch (IOException e) {
            if (noted.get()) {
                note(request, RECORDED, prompt, "not done: it could not be put in its place");
            }
            throw e;
        } finally {
            atWork.release();
        }
    }

    /** @param number of the version; 0 for the synthetic voice */
    @POST
    @Path("revert/" + ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.COORDINATOR})
    public Response revert(
            @Context ContainerRequestContext request,
            @PathParam("language") String language,
            @PathParam("id") String id,
            @FormParam("version") @DefaultValue("-1") int number)
            throws IOException {
        Prompt prompt = prompt(language, id);
        if (number != 0 && library.files(prompt, number).isEmpty()) {
            throw notThere();
        }
        note(request, "announcement.reverted", prompt, number == 0 ? "to the synthetic voice" : "to version " + number);
        try {
            if (number == 0) {
                library.revertToVoice(prompt);
            } else {
                library.revert(prompt, number);
            }
        } catch (VoiceFailed e) {
            LOG.error("{} in {} cannot be spoken: {}", prompt.id(), prompt.language(), e.getMessage());
            note(request, "announcement.reverted", prompt, "not done: the voice failed");
            throw new Refused(Response.Status.INTERNAL_SERVER_ERROR, "ivr.voice-failed");
        } catch (IOException e) {
            note(request, "announcement.reverted", prompt, "not done: " + e.getMessage());
            throw e;
        }
        return Response.seeOther(
                        URI.create("/ivr/announcements/" + prompt.language() + "/" + prompt.id() + "?done=reverted"))
                .build();
    }

    private String words(ContainerRequestContext request) {
        return Json.inPage(templates.words(request, "ivr.live."));
    }

    private Prompt prompt(String language, String id) {
        return library.find(hotline.get(), id, new Language(language)).orElseThrow(AnnouncementPages::notThere);
    }

    private static Refused notThere() {
        return new Refused(Response.Status.NOT_FOUND, "fault.404");
    }

    /** Tells one text of an announcement from another. */
    private static String digest(Prompt prompt) {
        return Integer.toHexString(prompt.text().hashCode());
    }

    private Response refused(ContainerRequestContext request, Response.Status status, String fault, String sentence) {
        return templates.page(request, status, "agi/refused.ftlh", Map.of("fault", fault, "sentence", sentence));
    }

    private void note(ContainerRequestContext request, String what, Prompt prompt, String detail) {
        audit.append(new AuditEntry(
                clock.instant(),
                Visitor.of(request).account().login().value(),
                what,
                prompt.id() + " " + prompt.language(),
                detail));
    }
}
