package org.infolinia.desk.people;

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
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.editing.HotlineEditing;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.signin.FirstPassword;
import org.infolinia.sidecar.signin.Passwords;
import org.infolinia.sidecar.signin.SecondFactor;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Refused;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** Accounts, for those who keep them: added, changed, given a new password, disabled; never deleted. */
@Path("/people")
public final class PeoplePages {

    private static final String PAGE = "desk/people.ftlh";

    /** What the page may be told was done; a word of its own each. */
    private static final List<String> DONE =
            List.of("changed", "changed-left", "factor-removed", "skills-saved", "skills-same");

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final HotlineEditing editing;
    private final Templates templates;
    private final Clock clock;

    /** @param editing of hotline.xml, which says whose callers each consultant takes */
    public PeoplePages(
            Accounts accounts,
            Passwords passwords,
            SecondFactor secondFactor,
            HotlineEditing editing,
            Templates templates,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.editing = editing;
        this.templates = templates;
        this.clock = clock;
    }

    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response list(@Context ContainerRequestContext request, @QueryParam("done") @DefaultValue("") String done) {
        return page(request, Response.Status.OK, Map.of("done", DONE.contains(done) ? done : ""));
    }

    /** The page tells the new password once, to whoever hands it over. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response add(
            @Context ContainerRequestContext request,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("role") @DefaultValue("") String role) {
        Map<String, String> typed = Map.of("login", login.strip(), "name", name.strip(), "role", role);
        if (!LoginName.isOne(login.strip())) {
            return page(request, Response.Status.BAD_REQUEST, Map.of("fault", "people.bad-login", "typed", typed));
        }
        if (!isName(name)) {
            return page(request, Response.Status.BAD_REQUEST, Map.of("fault", "people.bad-name", "typed", typed));
        }
        String password = FirstPassword.made();
        Account account = new Account(
                new LoginName(login.strip()), name.strip(), role(request, role), passwords.hash(password), true, false);
        if (!accounts.add(
                account,
                entry(request, "account.added", account.login(), account.role().word()))) {
            return page(request, Response.Status.CONFLICT, Map.of("fault", "people.taken", "typed", typed));
        }
        return page(request, Response.Status.OK, Map.of("given", account.login().value(), "password", password));
    }

    @POST
    @Path("{login}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response reset(@Context ContainerRequestContext request, @PathParam("login") String login) {
        Account account = another(request, login);
        String password = FirstPassword.made();
        accounts.password(
                account.login(),
                passwords.hash(password),
                true,
                Optional.empty(),
                entry(request, "account.password", account.login(), "given anew"));
        return page(request, Response.Status.OK, Map.of("given", login, "password", password));
    }

    /** For whoever has lost their telephone and the recovery codes. */
    @POST
    @Path("{login}/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response takeSecondFactor(@Context ContainerRequestContext request, @PathParam("login") String login) {
        Account account = another(request, login);
        secondFactor.remove(
                account.login(), Visitor.of(request).account().login().value());
        return Response.seeOther(URI.create("/people?done=factor-removed")).build();
    }

    @POST
    @Path("{login}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response change(
            @Context ContainerRequestContext request,
            @PathParam("login") String login,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("disabled") @DefaultValue("") String disabled,
            @FormParam("seen") @DefaultValue("") String seen) {
        Account before = known(request, login);
        boolean off = disabled.equals("yes");
        Role now = role(request, role);
        Typed typed = new Typed(before.login(), name.strip(), now.word(), off);
        if (!isName(name)) {
            return page(request, Response.Status.BAD_REQUEST, Map.of("fault", "people.bad-name"), Optional.of(typed));
        }
        if (isOwn(request, before) && (off || now != before.role())) {
            // Whoever did so by mistake could not undo it.
            return page(request, Response.Status.CONFLICT, Map.of("fault", "people.yourself"));
        }
        // What was seen is compared twice: with the page that was filled in, then within the change.
        if (!Row.seen(before).equals(seen)
                || !accounts.change(before, name.strip(), now, off, changed(request, before, typed))) {
            return page(request, Response.Status.CONFLICT, Map.of("stale", known(request, login)), Optional.of(typed));
        }
        boolean left = takesCalls(before.role(), before.disabled())
                && !takesCalls(now, off)
                && TakingCalls.of(editing).isListed(login);
        return Response.seeOther(URI.create("/people?done=" + (left ? "changed-left" : "changed")))
                .build();
    }

    private static boolean takesCalls(Role role, boolean disabled) {
        return role.takesCalls() && !disabled;
    }

    private AuditEntry changed(ContainerRequestContext request, Account before, Typed typed) {
        return entry(
                request,
                "account.changed",
                before.login(),
                "name \"" + before.name() + "\" to \"" + typed.name() + "\", role "
                        + before.role().word() + " to " + typed.role() + ", "
                        + (typed.disabled() ? "disabled" : "enabled"));
    }

    /** A lead keeps the accounts of those below: nobody makes themselves, or a friend, more than they are. */
    private static boolean mayKeep(Role keeper, Role kept) {
        return keeper == Role.COORDINATOR || kept == Role.CONSULTANT || kept == Role.LEAD;
    }

    private static Role role(ContainerRequestContext request, String word) {
        Role role;
        try {
            role = Role.of(word);
        } catch (IllegalArgumentException unknown) {
            throw new Refused(Response.Status.BAD_REQUEST, "fault.400");
        }
        if (!mayKeep(Visitor.of(request).account().role(), role)) {
            throw new Refused(Response.Status.FORBIDDEN, "people.above");
        }
        return role;
    }

    private Account known(ContainerRequestContext request, String login) {
        Account account = (LoginName.isOne(login) ? accounts.find(new LoginName(login)) : Optional.<Account>empty())
                .orElseThrow(() -> new Refused(Response.Status.NOT_FOUND, "fault.404"));
        if (!mayKeep(Visitor.of(request).account().role(), account.role())) {
            throw new Refused(Response.Status.FORBIDDEN, "people.above");
        }
        return account;
    }

    /**
     * An account that is not one's own: whoever finds a page left open must not be able to take the account over.
     *
     * @throws Refused when it is
     */
    private Account another(ContainerRequestContext request, String login) {
        Account account = known(request, login);
        if (isOwn(request, account)) {
            throw new Refused(Response.Status.CONFLICT, "people.own-password");
        }
        return account;
    }

    private static boolean isOwn(ContainerRequestContext request, Account account) {
        return account.login().equals(Visitor.of(request).account().login());
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.strip().length() <= 80 && name.chars().noneMatch(Character::isISOControl);
    }

    private AuditEntry entry(ContainerRequestContext request, String what, LoginName on, String detail) {
        return new AuditEntry(
                clock.instant(), Visitor.of(request).account().login().value(), what, on.value(), detail);
    }

    private Response page(ContainerRequestContext request, Response.Status status, Map<String, ?> said) {
        return page(request, status, said, Optional.empty());
    }

    private Response page(
            ContainerRequestContext request, Response.Status status, Map<String, ?> said, Optional<Typed> typed) {
        Account keeper = Visitor.of(request).account();
        Language language = Visitor.of(request).language();
        TakingCalls calls = TakingCalls.of(editing);
        List<Account> all = accounts.all();
        Set<LoginName> withFactor = secondFactor.all();
        Map<String, Object> model = new HashMap<>(said);
        model.put(
                "rows",
                all.stream()
                        .map(one -> Row.of(
                                one,
                                typed.filter(row -> row.login().equals(one.login())),
                                withFactor.contains(one.login()),
                                one.login().equals(keeper.login()),
                                queuesOf(one, calls, language),
                                spokenBy(one, calls)))
                        .toList());
        model.put("queueCount", calls.edition().hotline().queues().size());
        model.put("refused", !calls.refused().isEmpty());
        model.put("inForce", calls.inForce());
        model.put("unserved", calls.unserved(all, language));
        model.put("left", calls.left(all));
        model.put(
                "roles",
                List.of(Role.values()).stream()
                        .filter(role -> mayKeep(keeper.role(), role))
                        .map(Role::word)
                        .toList());
        return templates.page(request, status, PAGE, model);
    }

    private static List<String> queuesOf(Account account, TakingCalls calls, Language language) {
        return account.role().takesCalls()
                ? calls.titles(
                        calls.edition().hotline().skillsOf(account.login().value()), language)
                : List.of();
    }

    private static List<Spoken> spokenBy(Account account, TakingCalls calls) {
        Hotline hotline = calls.edition().hotline();
        return account.role().takesCalls()
                ? Spoken.by(hotline.skillsOf(account.login().value()), hotline)
                : List.of();
    }
}
