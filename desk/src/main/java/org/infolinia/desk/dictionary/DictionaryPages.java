package org.infolinia.desk.dictionary;

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
import java.net.URI;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.infolinia.desk.floor.Standing;
import org.infolinia.hotline.dictionary.Dictionaries;
import org.infolinia.hotline.dictionary.DictionaryEntry;
import org.infolinia.hotline.dictionary.DictionaryKind;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** The dictionaries, to be kept by leads or the coordinator. */
@Path("/dictionaries")
public final class DictionaryPages {

    private static final String PAGE = "desk/dictionaries.ftlh";
    private static final int LONGEST_CODE = 40;

    private final Dictionaries dictionaries;
    private final Templates templates;
    private final Clock clock;

    public DictionaryPages(Dictionaries dictionaries, Templates templates, Clock clock) {
        this.dictionaries = dictionaries;
        this.templates = templates;
        this.clock = clock;
    }

    /** One list as the page shows it. */
    public record Shown(String kind, List<DictionaryEntry> entries) {}

    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response page(@Context ContainerRequestContext request, @QueryParam("done") @DefaultValue("") String done) {
        return page(request, Response.Status.OK, Map.of("done", done.equals("changed") ? done : ""));
    }

    @POST
    @Path("{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response add(
            @Context ContainerRequestContext request,
            @PathParam("kind") String word,
            @FormParam("polish") @DefaultValue("") String polish,
            @FormParam("english") @DefaultValue("") String english) {
        DictionaryKind kind = kind(word);
        Map<String, Object> typed =
                new HashMap<>(Map.of("kind", kind.word(), "polish", polish.strip(), "english", english.strip()));
        String code = code(english);
        if (!DictionaryEntry.isName(polish.strip()) || !DictionaryEntry.isName(english.strip()) || code.isEmpty()) {
            return page(request, Response.Status.BAD_REQUEST, Map.of("fault", "dictionary.bad-name", "typed", typed));
        }
        if (Standing.RULES.contains(code)) {
            return page(request, Response.Status.CONFLICT, Map.of("fault", "dictionary.ours", "typed", typed));
        }
        DictionaryEntry entry = new DictionaryEntry(kind, code, polish.strip(), english.strip(), false);
        if (!dictionaries.add(entry, line(request, "dictionary.added", entry, "\"" + entry.english() + "\""))) {
            return page(request, Response.Status.CONFLICT, Map.of("fault", "dictionary.taken", "typed", typed));
        }
        return changed();
    }

    /** The {@code was-…} fields are what the page showed: somebody may have changed it meanwhile. */
    @POST
    @Path("{kind}/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response change(
            @Context ContainerRequestContext request,
            @PathParam("kind") String word,
            @PathParam("code") String code,
            @FormParam("polish") @DefaultValue("") String polish,
            @FormParam("english") @DefaultValue("") String english,
            @FormParam("retired") @DefaultValue("no") String retired,
            @FormParam("was-polish") @DefaultValue("") String wasPolish,
            @FormParam("was-english") @DefaultValue("") String wasEnglish,
            @FormParam("was-retired") @DefaultValue("no") String wasRetired) {
        DictionaryKind kind = kind(word);
        DictionaryEntry now = dictionaries.all(kind).stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "fault.404"));
        if (!DictionaryEntry.isName(polish.strip()) || !DictionaryEntry.isName(english.strip())) {
            return page(request, Response.Status.BAD_REQUEST, Map.of("fault", "dictionary.bad-name"));
        }
        boolean seenAsItIs = now.polish().equals(wasPolish)
                && now.english().equals(wasEnglish)
                && now.retired() == wasRetired.equals("yes");
        DictionaryEntry after = new DictionaryEntry(kind, code, polish.strip(), english.strip(), retired.equals("yes"));
        if (!seenAsItIs
                || !dictionaries.change(
                        now, after, line(request, "dictionary.changed", after, difference(now, after)))) {
            return page(request, Response.Status.CONFLICT, Map.of("fault", "dictionary.stale"));
        }
        return changed();
    }

    private static String difference(DictionaryEntry before, DictionaryEntry after) {
        return "\"" + before.polish() + "\" / \"" + before.english() + "\" to \"" + after.polish() + "\" / \""
                + after.english() + "\", " + (after.retired() ? "no longer used" : "used");
    }

    /** The code of a new entry: its English name in small letters, digits and dashes. */
    static String code(String english) {
        String plain = Normalizer.normalize(english.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() <= LONGEST_CODE
                ? plain
                : plain.substring(0, LONGEST_CODE).replaceAll("-$", "");
    }

    private static Response changed() {
        return Response.seeOther(URI.create("/dictionaries?done=changed")).build();
    }

    private static DictionaryKind kind(String word) {
        return DictionaryKind.of(word).orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "fault.404"));
    }

    private AuditEntry line(ContainerRequestContext request, String what, DictionaryEntry entry, String detail) {
        return new AuditEntry(
                clock.instant(),
                Visitor.of(request).account().login().value(),
                what,
                entry.kind().word() + " " + entry.code(),
                detail);
    }

    private Response page(ContainerRequestContext request, Response.Status status, Map<String, ?> said) {
        Map<String, Object> model = new HashMap<>(said);
        model.put(
                "lists",
                Arrays.stream(DictionaryKind.values())
                        .map(kind -> new Shown(kind.word(), dictionaries.all(kind)))
                        .toList());
        return templates.page(request, status, PAGE, model);
    }
}
