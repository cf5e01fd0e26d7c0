package org.infolinia.desk.cases;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.CaseLine;
import org.infolinia.hotline.cases.CaseSearch;
import org.infolinia.hotline.cases.Cases;
import org.infolinia.hotline.cases.SearchWords;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** The cases that somebody looks for. */
@Path("/cases")
public final class CaseListPage {

    private static final int LINES = 50;
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_QUESTION = 200;
    private static final List<String> FILTERS = List.of("open", "mine", "due", "resolved", "all");

    private final Cases cases;
    private final CaseLists lists;
    private final Templates templates;
    private final Supplier<Hotline> hotline;
    private final Clock clock;

    /** @param hotline the one in force */
    public CaseListPage(Cases cases, CaseLists lists, Templates templates, Supplier<Hotline> hotline, Clock clock) {
        this.cases = cases;
        this.lists = lists;
        this.templates = templates;
        this.hotline = hotline;
        this.clock = clock;
    }

    /**
     * A case as the page shows it; codes are names.
     *
     * @param late whether the day to come back to it has come
     */
    public record Line(
            String number,
            String changed,
            String caller,
            String name,
            String email,
            String category,
            String assignee,
            String followUp,
            boolean late,
            boolean open,
            String beginning) {}

    /** Without a word of what is looked for, the open ones; with one, all. */
    @GET
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("q") @DefaultValue("") String question,
            @QueryParam("show") @DefaultValue("") String show,
            @QueryParam("page") @DefaultValue("0") int page) {
        String asked = question.strip()
                .substring(0, Math.min(LONGEST_QUESTION, question.strip().length()));
        String filter = FILTERS.contains(show) ? show : asked.isEmpty() ? "open" : "all";
        int shown = Math.max(0, Math.min(LAST_PAGE, page));
        Hotline now = hotline.get();
        LocalDate today = clock.instant().atZone(now.hours().zone()).toLocalDate();
        CaseLists.Lists names = lists.of(request);
        List<CaseLine> found = found(asked, filter, today, Visitor.of(request), shown);
        return templates.page(
                request,
                "desk/cases.ftlh",
                Map.of(
                        "lines",
                        found.stream()
                                .limit(LINES)
                                .map(line -> line(now, line, names, today))
                                .toList(),
                        "question",
                        asked,
                        "filters",
                        FILTERS,
                        "show",
                        filter,
                        "page",
                        shown,
                        "more",
                        found.size() > LINES,
                        "key",
                        UUID.randomUUID().toString()));
    }

    private List<CaseLine> found(String asked, String filter, LocalDate today, Visitor visitor, int page) {
        List<String> words = SearchWords.asked(asked);
        if (words.isEmpty() && !asked.isEmpty()) {
            return List.of(); // Nothing but signs, which no case is found by.
        }
        Optional<String> state = switch (filter) {
            case "all" -> Optional.empty();
            case "resolved" -> Optional.of(CaseField.RESOLVED);
            default -> Optional.of(CaseField.OPEN);
        };
        CaseSearch search = new CaseSearch(
                words,
                state,
                filter.equals("mine") ? Optional.of(visitor.account().login().value()) : Optional.empty(),
                filter.equals("due") ? Optional.of(today) : Optional.empty());
        // One more than is shown tells whether there is a next page.
        return cases.search(search, LINES + 1, page * LINES);
    }

    private static Line line(Hotline hotline, CaseLine line, CaseLists.Lists names, LocalDate today) {
        return new Line(
                line.number().toString(),
                CaseView.time(hotline, line.changed()),
                line.callerNumber(),
                line.name(),
                line.email(),
                nameOf(names.categories(), line.category()),
                nameOf(names.people(), line.assignee()),
                line.followUp(),
                !line.followUp().isEmpty() && line.followUp().compareTo(today.toString()) <= 0,
                line.state().equals(CaseField.OPEN),
                line.beginning());
    }

    private static String nameOf(List<CaseLists.Entry> entries, String code) {
        return entries.stream()
                .filter(entry -> entry.code().equals(code))
                .map(CaseLists.Entry::name)
                .findFirst()
                .orElse(code);
    }
}
