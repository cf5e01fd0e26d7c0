package org.infolinia.agi.coordinator;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.drawing.SvgDrawing;
import org.infolinia.hotline.drawing.TreeOutline;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.simulation.Rehearsal;
import org.infolinia.hotline.simulation.SimulatedCall;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Visitor;

/** The tree in force, drawn, told and to be walked key by key, at any time of the coordinator's choice. */
@Path("/ivr")
public final class TreePages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final Pattern KEYS = Pattern.compile("-|[0-9*#]{1,30}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{0,19}");
    private static final int MOST_KEYS = 50;

    private final Supplier<HotlineEdition> inForce;
    private final Templates templates;
    private final Clock clock;

    public TreePages(Supplier<HotlineEdition> inForce, Templates templates, Clock clock) {
        this.inForce = inForce;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * @param at       local time of the hotline; empty: nothing is grey, the call comes now
     * @param language the caller's; empty: as the page's
     * @param pressed  keys so far, one for each question; {@code -} is silence
     * @param answered {@code no}: no consultant answers
     */
    @GET
    @Allowed({Role.LEAD, Role.COORDINATOR})
    public Response page(
            @Context ContainerRequestContext request,
            @QueryParam("at") @DefaultValue("") String at,
            @QueryParam("language") @DefaultValue("") String language,
            @QueryParam("press") List<String> pressed,
            @QueryParam("dialled") @DefaultValue("") String dialled,
            @QueryParam("answered") @DefaultValue("yes") String answered) {
        HotlineEdition edition = inForce.get();
        Hotline hotline = edition.hotline();
        Optional<LocalDateTime> asked = moment(at);
        Optional<Instant> moment =
                asked.map(local -> local.atZone(hotline.hours().zone()).toInstant());
        Language shown = spoken(hotline, language)
                .or(() -> spoken(hotline, Visitor.of(request).language().code()))
                .orElse(hotline.languages().get(0));
        List<String> keys = pressed.stream()
                .flatMap(part -> Arrays.stream(part.split(",")))
                .filter(key -> KEYS.matcher(key).matches())
                .limit(MOST_KEYS)
                .toList();
        SimulatedCall.Caller caller = new SimulatedCall.Caller(
                moment.orElseGet(clock::instant),
                NUMBER.matcher(dialled).matches() ? dialled : "",
                Optional.of(shown),
                keys,
                !answered.equals("no"));
        Map<String, Object> model = new HashMap<>();
        model.put("version", edition.version());
        model.put("at", asked.map(MINUTE::format).orElse(""));
        model.put("badTime", !at.isEmpty() && asked.isEmpty());
        model.put("language", shown.code());
        model.put("languages", hotline.languages().stream().map(Language::code).toList());
        model.put("press", String.join(",", keys));
        model.put("undone", String.join(",", keys.subList(0, Math.max(0, keys.size() - 1))));
        model.put("query", query(asked, shown, caller));
        model.put("dialled", caller.dialled());
        model.put("answered", caller.answered());
        model.put("drawing", SvgDrawing.of(hotline, shown, moment));
        model.put("outline", TreeOutline.of(hotline, shown, moment));
        model.put("call", WalkView.of(Rehearsal.of(hotline, caller), hotline));
        return templates.page(request, "agi/tree.ftlh", model);
    }

    /** The same call without its keys, for links. */
    private static String query(Optional<LocalDateTime> at, Language language, SimulatedCall.Caller caller) {
        return "at=" + at.map(MINUTE::format).orElse("") + "&language=" + language + "&dialled="
                + caller.dialled().replace("+", "%2B") + "&answered=" + (caller.answered() ? "yes" : "no");
    }

    private static Optional<Language> spoken(Hotline hotline, String code) {
        return hotline.languages().stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    private static Optional<LocalDateTime> moment(String at) {
        try {
            return Optional.of(LocalDateTime.parse(at))
                    .filter(local -> local.getYear() >= CalendarPages.FIRST_YEAR)
                    .filter(local -> local.getYear() <= CalendarPages.LAST_YEAR);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
