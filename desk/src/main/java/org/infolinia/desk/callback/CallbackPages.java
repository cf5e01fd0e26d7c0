package org.infolinia.desk.callback;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.callback.CallbackState;
import org.infolinia.hotline.callback.Callbacks;
import org.infolinia.hotline.callback.ListedCallback;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.site.Allowed;
import org.infolinia.sidecar.site.Json;
import org.infolinia.sidecar.site.Visitor;

/** The callers who wait to be called back, for the desk's script. */
@Path("/callbacks")
public final class CallbackPages {

    private static final int MOST = 30;

    private final Supplier<Callbacks> callbacks;
    private final Supplier<Hotline> hotline;
    private final Clock clock;

    /**
     * @param callbacks asked each time, since the database may be away
     * @param hotline   the one in force
     */
    public CallbackPages(Supplier<Callbacks> callbacks, Supplier<Hotline> hotline, Clock clock) {
        this.callbacks = callbacks;
        this.hotline = hotline;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param title      of the queue
     * @param since      when they began to wait, in epoch milliseconds
     * @param notBefore  when they may be called again, in epoch milliseconds; 0 for now
     * @param expires    in epoch milliseconds
     * @param last       what came of the last attempt, as the page's words have it; empty before the first
     * @param consultant who calls them now; empty while nobody does
     */
    public record Waiting(
            String number,
            String title,
            long since,
            long notBefore,
            long expires,
            int attempts,
            String last,
            String consultant) {}

    /**
     * All of them.
     *
     * @param waiting the longest wait first
     * @param more    whether there are more than these
     */
    public record Answer(List<Waiting> waiting, boolean more, long now) {}

    @GET
    @Path("waiting")
    @Allowed({Role.CONSULTANT, Role.LEAD})
    public Response waiting(@Context ContainerRequestContext request) {
        Language language = Visitor.of(request).language();
        Instant now = clock.instant();
        Hotline inForce = hotline.get();
        List<ListedCallback> found = callbacks.get().waiting(MOST + 1, now);
        List<Waiting> waiting = found.stream()
                .limit(MOST)
                .map(one -> waiting(one, inForce, language, now))
                .toList();
        return Json.answer(new Answer(waiting, found.size() > MOST, now.toEpochMilli()));
    }

    private static Waiting waiting(ListedCallback one, Hotline hotline, Language language, Instant now) {
        return new Waiting(
                one.callback().number().value(),
                hotline.queueTitle(one.callback().queue().value(), language),
                one.callback().joined().toEpochMilli(),
                one.notBefore().isAfter(now) ? one.notBefore().toEpochMilli() : 0,
                one.callback().expires().toEpochMilli(),
                one.attempts(),
                one.last()
                        .map(result -> result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(""),
                one.state() == CallbackState.TAKEN ? one.consultant().orElse("") : "");
    }
}
