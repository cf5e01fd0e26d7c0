package org.infolinia.desk.people;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.editing.HotlineEditing;
import org.infolinia.hotline.editing.HotlineNotSaved;
import org.infolinia.hotline.editing.Verdict;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.LanguageLevel;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.xml.ConsultantEdit;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queues and languages of one person, for those who need not know hotline.xml: the form changes that person's element
 * in its text, which then goes the way of any edit of it.
 */
@Path("/people/{login}/skills")
public final class SkillPages {

    private static final Logger LOG = LoggerFactory.getLogger(SkillPages.class);

    private static final String PAGE = "desk/skills.ftlh";
    private static final String ALL = "all";

    private final HotlineEditing editing;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Templates templates;
    private final Clock clock;

    public SkillPages(HotlineEditing editing, Accounts accounts, AuditLog audit, Templates templates, Clock clock) {
        this.editing = editing;
        this.accounts = accounts;
        this.audit = audit;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Something that may be ticked.
     *
     * @param code   as hotline.xml spells it
     * @param title  as people call it
     * @param ticked whether it is
     */
    public record Option(String code, String title, boolean ticked) {}

    /**
     * A level that a language may be spoken at.
     *
     * @param level  its name
     * @param code   the language with it, as hotline.xml spells both
     * @param chosen whether it is
     */
    public record LevelOption(LanguageLevel level, String code, boolean chosen) {}

    /** A language that may be ticked, with the levels to choose from. */
    public record LanguageOption(String code, boolean ticked, List<LevelOption> levels) {}

    /** What the form shows as chosen. "All" is not the same as nothing ticked that is still there. */
    private record Chosen(ConsultantSkills skills, boolean allQueues, boolean allLanguages) {

        static Chosen of(ConsultantSkills skills) {
            return new Chosen(
                    skills, skills.queues().isEmpty(), skills.languages().isEmpty());
        }

        boolean isNothing() {
            return (skills.queues().isEmpty() && !allQueues)
                    || (skills.languages().isEmpty() && !allLanguages);
        }
    }

    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response show(@Context ContainerRequestContext request, @PathParam("login") String login) {
        TakingCalls now = TakingCalls.of(editing);
        Optional<Account> account = known(login, now);
        return page(request, Response.Status.OK, now, account, Chosen.of(skills(now, login)), Map.of());
    }

    /**
     * @param digest    of the hotline.xml that the form was made from
     * @param queues    {@code all}, or those ticked
     * @param languages likewise
     * @param spoken    the level chosen for each language, ticked or not; without one, as a native speaker
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response change(
            @Context ContainerRequestContext request,
            @PathParam("login") String login,
            @FormParam("digest") @DefaultValue("") String digest,
            @FormParam("queues") @DefaultValue("") String queues,
            @FormParam("queue") List<String> queue,
            @FormParam("languages") @DefaultValue("") String languages,
            @FormParam("language") List<String> language,
            @FormParam("spoken") List<String> spoken) {
        TakingCalls now = TakingCalls.of(editing);
        Optional<Account> account = known(login, now);
        Hotline hotline = now.edition().hotline();
        ConsultantSkills wanted = new ConsultantSkills(
                login,
                among(hotline.queues().stream().map(QueueRules::name), queues, queue),
                among(hotline.languages().stream(), languages, language).stream()
                        .collect(Collectors.toMap(one -> one, one -> level(one, spoken))));
        Chosen chosen = new Chosen(wanted, queues.equals(ALL), languages.equals(ALL));
        if (!now.refused().isEmpty()) {
            return page(request, Response.Status.CONFLICT, now, account, chosen, Map.of());
        }
        if (!now.edition().sha256().equals(digest)) {
            return stale(request, now, account, chosen);
        }
        if (chosen.isNothing() || hotline.placesOf(wanted).isEmpty()) {
            String fault = chosen.isNothing() ? "people.skills.none" : "people.skills.no-queue";
            return page(request, Response.Status.BAD_REQUEST, now, account, chosen, Map.of("fault", fault));
        }
        String text = ConsultantEdit.of(now.edition(), wanted);
        if (text.equals(now.edition().text())) {
            return Response.seeOther(URI.create("/people?done=skills-same")).build();
        }
        return save(request, now, account, chosen, editing.check(text));
    }

    private Response save(
            ContainerRequestContext request,
            TakingCalls seen,
            Optional<Account> account,
            Chosen chosen,
            Verdict verdict) {
        // Whom consultants take changes no caller's way, so what the tree is expected to do is as it was before.
        if (!verdict.sound()) {
            return page(
                    request, Response.Status.BAD_REQUEST, seen, account, chosen, Map.of("wrong", verdict.findings()));
        }
        try {
            boolean saved = editing.save(
                    verdict, seen.edition().sha256(), detail -> note(request, seen, chosen.skills(), detail));
            return saved
                    ? Response.seeOther(URI.create("/people?done=skills-saved")).build()
                    : stale(request, TakingCalls.of(editing), account, chosen);
        } catch (HotlineNotSaved e) {
            LOG.error("hotline.xml cannot be saved", e);
            Map<String, ?> said = Map.of("unsaved", e);
            return page(request, Response.Status.INTERNAL_SERVER_ERROR, seen, account, chosen, said);
        }
    }

    private void note(ContainerRequestContext request, TakingCalls seen, ConsultantSkills wanted, String detail) {
        ConsultantSkills before = skills(seen, wanted.name());
        audit.append(new AuditEntry(
                clock.instant(),
                Visitor.of(request).account().login().value(),
                "hotline.skills",
                wanted.name(),
                "queues " + change(said(before.queues().stream()), said(wanted.queues().stream())) + ", languages "
                        + change(said(spelled(before)), said(spelled(wanted))) + "; " + detail));
    }

    private static Stream<String> spelled(ConsultantSkills skills) {
        return skills.languages().entrySet().stream()
                .map(spoken -> spoken.getValue().of(spoken.getKey()));
    }

    private static String said(Stream<?> names) {
        String all = names.map(String::valueOf).sorted().collect(Collectors.joining(" "));
        return all.isEmpty() ? ALL : all;
    }

    private static String change(String before, String after) {
        return before.equals(after) ? after : before + " to " + after;
    }

    /** Somebody has saved meanwhile: what is there now is said, what was ticked stays. */
    private Response stale(ContainerRequestContext request, TakingCalls now, Optional<Account> account, Chosen chosen) {
        return page(request, Response.Status.CONFLICT, now, account, chosen, Map.of("stale", true));
    }

    private static <T> Set<T> among(Stream<T> known, String which, List<String> ticked) {
        return known.filter(one -> !which.equals(ALL) && ticked.contains(one.toString()))
                .collect(Collectors.toSet());
    }

    private static LanguageLevel level(Language language, List<String> spoken) {
        return Stream.of(LanguageLevel.values())
                .filter(level -> spoken.contains(level.of(language)))
                .findFirst()
                .orElse(LanguageLevel.NATIVE);
    }

    private static ConsultantSkills skills(TakingCalls now, String login) {
        return now.edition().hotline().skillsOf(login);
    }

    /** @throws Refused when nobody of that name takes calls, or could */
    private Optional<Account> known(String login, TakingCalls now) {
        Optional<Account> account = LoginName.isOne(login) ? accounts.find(new LoginName(login)) : Optional.empty();
        if (!now.isListed(login)
                && account.filter(one -> one.role().takesCalls()).isEmpty()) {
            throw new Refused(Response.Status.NOT_FOUND, "fault.404");
        }
        return account;
    }

    private Response page(
            ContainerRequestContext request,
            Response.Status status,
            TakingCalls now,
            Optional<Account> account,
            Chosen chosen,
            Map<String, ?> said) {
        Language reader = Visitor.of(request).language();
        Hotline hotline = now.edition().hotline();
        ConsultantSkills wanted = chosen.skills();
        ConsultantSkills saved = skills(now, wanted.name());
        Map<String, Object> model = new HashMap<>();
        model.put("login", wanted.name());
        model.put("name", account.map(Account::name).orElse(wanted.name()));
        model.put("why", TakingCalls.why(account).orElse(""));
        model.put("digest", now.edition().sha256());
        model.put("refused", now.refused());
        model.put("listed", now.isListed(wanted.name()));
        model.put("takes", now.titles(saved, reader));
        model.put(
                "takesAll", now.titles(saved, reader).size() == hotline.queues().size());
        model.put("speaks", Spoken.by(saved, hotline));
        model.put("queuesAll", chosen.allQueues());
        model.put("languagesAll", chosen.allLanguages());
        model.put(
                "queues",
                hotline.queues().stream()
                        .map(queue -> new Option(
                                queue.name().value(),
                                now.title(queue, reader),
                                wanted.queues().contains(queue.name())))
                        .toList());
        model.put(
                "languages",
                hotline.languages().stream()
                        .map(language -> option(language, chosen))
                        .toList());
        model.putAll(said);
        return templates.page(request, status, PAGE, model);
    }

    private static LanguageOption option(Language language, Chosen chosen) {
        LanguageLevel chosenLevel = chosen.skills().level(language).orElse(LanguageLevel.NATIVE);
        return new LanguageOption(
                language.code(),
                chosen.skills().languages().containsKey(language),
                Stream.of(LanguageLevel.values())
                        .map(level -> new LevelOption(level, level.of(language), level == chosenLevel))
                        .toList());
    }
}
