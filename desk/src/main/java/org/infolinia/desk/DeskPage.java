package org.infolinia.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.infolinia.desk.cases.CaseLists;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.dictionary.Dictionaries;
import org.infolinia.hotline.dictionary.DictionaryKind;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** The page that consultants and leads work in all day: presence, telephone, whoever calls. */
@Path("/desk")
public final class DeskPage {

    private final Accounts accounts;
    private final Dictionaries dictionaries;
    private final CaseLists caseLists;
    private final Supplier<Hotline> hotline;
    private final Templates templates;

    /** @param hotline the one in force, to whose queues calls can be transferred */
    public DeskPage(
            Accounts accounts,
            Dictionaries dictionaries,
            CaseLists caseLists,
            Supplier<Hotline> hotline,
            Templates templates) {
        this.accounts = accounts;
        this.dictionaries = dictionaries;
        this.caseLists = caseLists;
        this.hotline = hotline;
        this.templates = templates;
    }

    /** Somebody to whom a call can be transferred. */
    public record Colleague(String login, String name) {}

    /** A queue to which a call can be transferred. */
    public record Queue(String name, String title) {}

    /** A reason of a break, for the page's script. */
    public record Reason(String code, String name, boolean retired) {}

    @GET
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response desk(@Context ContainerRequestContext request) {
        Visitor visitor = Visitor.of(request);
        List<Colleague> colleagues = accounts.all().stream()
                .filter(one -> !one.disabled() && one.role().takesCalls())
                .filter(one -> !one.login().equals(visitor.account().login()))
                .map(DeskPage::colleague)
                .toList();
        List<Reason> reasons = dictionaries.all(DictionaryKind.BREAK).stream()
                .map(entry ->
                        new Reason(entry.code(), entry.name(visitor.language().code()), entry.retired()))
                .toList();
        Hotline inForce = hotline.get();
        List<Queue> queues = inForce.queues().stream()
                .map(queue -> queue.name().value())
                .map(name -> new Queue(name, inForce.queueTitle(name, visitor.language())))
                .toList();
        return templates.page(
                request,
                "desk/desk.ftlh",
                Map.of(
                        "presenceWords",
                        Json.inPage(templates.words(request, "presence.live.")),
                        "reasons",
                        Json.inPage(reasons),
                        "caseWords",
                        Json.inPage(templates.words(request, "case.live.")),
                        "caseLists",
                        Json.inPage(caseLists.of(request)),
                        "colleagues",
                        colleagues,
                        "queues",
                        queues,
                        "phoneWords",
                        Json.inPage(templates.words(request, "phone."))));
    }

    private static Colleague colleague(Account account) {
        return new Colleague(account.login().value(), account.name());
    }
}
