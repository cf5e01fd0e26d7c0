package org.infolinia.desk.presence;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.desk.floor.CallAtHand;
import org.infolinia.desk.floor.Floor;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.calls.PastCall;

/** What is known of a caller from before, for the consultant whom they call. */
public final class CallerHistory {

    private static final int MOST = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d.MM.yyyy HH:mm");

    private final Floor floor;
    private final Supplier<FinishedCalls> calls;
    private final Supplier<Hotline> hotline;

    /**
     * @param calls   asked each time, since the database may be away
     * @param hotline the one in force
     */
    public CallerHistory(Floor floor, Supplier<FinishedCalls> calls, Supplier<Hotline> hotline) {
        this.floor = floor;
        this.calls = calls;
        this.hotline = hotline;
    }

    /**
     * As the page's script reads it.
     *
     * @param at      in the hotline's zone, to the minute
     * @param outcome {@code answered} or {@code unanswered}
     */
    public record Contact(String at, String title, String outcome, String consultant) {}

    /** Their last contacts, for a script. */
    public record Contacts(List<Contact> contacts) {}

    /** Of the call at the consultant's hand; empty where that is not theirs, or the number is withheld. */
    Contacts of(String consultant, String linkedId, Language language) {
        Optional<CallAtHand> call = floor.view()
                .callOf(consultant, linkedId)
                .filter(one -> !one.caller().number().isEmpty());
        if (call.isEmpty()) {
            return new Contacts(List.of());
        }
        Hotline now = hotline.get();
        return new Contacts(calls.get().latestWith(call.get().caller().number(), MOST).stream()
                .filter(past -> !past.linkedId().equals(linkedId))
                .map(past -> contact(now, past, language))
                .toList());
    }

    private static Contact contact(Hotline hotline, PastCall past, Language language) {
        ZoneId zone = hotline.hours().zone();
        return new Contact(
                TIME.format(past.arrived().atZone(zone)),
                past.queue()
                        .map(queue -> hotline.queueTitle(queue.value(), language))
                        .orElse("–"),
                past.outcome() == Outcome.ANSWERED ? "answered" : "unanswered",
                past.consultant().orElse(""));
    }
}
