package org.infolinia.sidecar.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.signin.PasswordRule;
import org.infolinia.sidecar.signin.Passwords;
import org.infolinia.sidecar.signin.SignIn;

/** Where everybody changes their own password; the first one before anything else. */
@Path("/password")
public final class PasswordPages {

    static final String PATH = "/password";

    private final Accounts accounts;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Templates templates;
    private final Clock clock;

    PasswordPages(Accounts accounts, SignIn signIn, Passwords passwords, Templates templates, Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.passwords = passwords;
        this.templates = templates;
        this.clock = clock;
    }

    @GET
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response form(@Context ContainerRequestContext request) {
        return page(request, Response.Status.OK, "", String.valueOf(PasswordRule.SHORTEST));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({Role.CONSULTANT, Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER, Role.AUTHORITY})
    public Response change(
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection,
            @FormParam("old") @DefaultValue("") String old,
            @FormParam("new") @DefaultValue("") String chosen,
            @FormParam("again") @DefaultValue("") String again) {
        Account account = Visitor.of(request).account();
        SignIn.Confirmation confirmed = signIn.confirm(account, old, connection.getRemoteAddr());
        if (!confirmed.right() && !confirmed.pause().isZero()) {
            return page(request, Response.Status.BAD_REQUEST, "sign-in.pause", PauseInWords.of(confirmed.pause()));
        }
        Optional<String> fault = confirmed.right() ? fault(account, old, chosen, again) : Optional.of("password.wrong");
        if (fault.isPresent()) {
            return page(request, Response.Status.BAD_REQUEST, fault.get(), String.valueOf(PasswordRule.SHORTEST));
        }
        String login = account.login().value();
        accounts.password(
                account.login(),
                passwords.hash(chosen),
                false,
                Optional.of(Visitor.of(request).session().key()),
                new AuditEntry(clock.instant(), login, "account.password", login, "changed by themselves"));
        return Response.seeOther(URI.create("/")).build();
    }

    private static Optional<String> fault(Account account, String old, String chosen, String again) {
        if (!chosen.equals(again)) {
            return Optional.of("password.differ");
        }
        if (chosen.equals(old)) {
            return Optional.of("password.same");
        }
        return PasswordRule.fault(chosen, account);
    }

    /** @param argument of the fault's word */
    private Response page(ContainerRequestContext request, Response.Status status, String fault, String argument) {
        return templates.page(
                request,
                status,
                "site/password.ftlh",
                Map.of(
                        "first",
                        Visitor.of(request).account().firstPassword(),
                        "secondFactor",
                        Visitor.of(request).session().secondFactor(),
                        "fault",
                        fault,
                        "argument",
                        argument,
                        "shortest",
                        PasswordRule.SHORTEST));
    }
}
