package org.infolinia.desk.cases;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.cases.Case;
import org.infolinia.hotline.cases.CaseChange;
import org.infolinia.hotline.cases.CaseContact;
import org.infolinia.hotline.cases.Cases;
import org.jspecify.annotations.Nullable;

/** What a page's script is told of a case. */
final class CaseView {

    private static final int MOST = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d.MM.yyyy HH:mm");

    private final Cases cases;
    private final Supplier<Hotline> hotline;

    /** @param hotline the one in force */
    CaseView(Cases cases, Supplier<Hotline> hotline) {
        this.cases = cases;
        this.hotline = hotline;
    }

    /**
     * A case; times are texts in the hotline's zone, to the minute, people are sign-in names.
     *
     * @param fields by the fields' words
     */
    public record Whole(
            String number,
            long version,
            String opened,
            String openedBy,
            String changed,
            Map<String, String> fields,
            List<Contact> contacts,
            List<Change> changes) {}

    /**
     * A contact.
     *
     * @param title   of the queue; empty where there was none, or it is not known yet
     * @param outcome {@code answered}, {@code unanswered}, or {@code running} while nothing is known
     * @param talk    whole seconds
     */
    public record Contact(
            String at,
            String channel,
            String title,
            String outcome,
            String consultant,
            @Nullable Long talk) {}

    /** A change; of longer texts the beginning. */
    public record Change(String at, String who, String what, String was, String became) {}

    Whole of(Case one, Language language) {
        Map<String, String> fields = new TreeMap<>();
        one.fields().forEach((field, value) -> fields.put(field.word(), value));
        Hotline now = hotline.get();
        return new Whole(
                one.number().toString(),
                one.version(),
                time(now, one.opened()),
                one.openedBy(),
                time(now, one.changed()),
                fields,
                cases.contacts(one.number(), MOST).stream()
                        .map(contact -> contact(now, contact, language))
                        .toList(),
                cases.changes(one.number(), MOST).stream()
                        .map(change -> change(now, change))
                        .toList());
    }

    static String time(Hotline hotline, Instant at) {
        return TIME.format(at.atZone(hotline.hours().zone()));
    }

    private static Contact contact(Hotline hotline, CaseContact contact, Language language) {
        String channel = contact.key().channel().name().toLowerCase(Locale.ROOT);
        if (contact.call().isEmpty()) {
            return new Contact(time(hotline, contact.joined()), channel, "", "running", contact.who(), null);
        }
        CaseContact.Call call = contact.call().get();
        return new Contact(
                time(hotline, call.arrived()),
                channel,
                call.queue()
                        .map(queue -> hotline.queueTitle(queue.value(), language))
                        .orElse(""),
                call.outcome() == Outcome.ANSWERED ? "answered" : "unanswered",
                call.consultant().orElse(""),
                call.talkTime().toSeconds());
    }

    private static Change change(Hotline hotline, CaseChange change) {
        return new Change(
                time(hotline, change.at()),
                change.who(),
                change.what(),
                beginning(change.was()),
                beginning(change.became()));
    }

    private static String beginning(String text) {
        return text.length() <= CaseChange.BEGINNING ? text : text.substring(0, CaseChange.BEGINNING) + "…";
    }
}
