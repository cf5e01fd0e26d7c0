package org.infolinia.hotline.xml;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.xml.HotlineElement.AnnouncementElement;
import org.infolinia.hotline.xml.HotlineElement.Calendar;
import org.infolinia.hotline.xml.HotlineElement.Closed;
import org.infolinia.hotline.xml.HotlineElement.ConsultantElement;
import org.infolinia.hotline.xml.HotlineElement.Node;
import org.infolinia.hotline.xml.HotlineElement.Open;
import org.infolinia.hotline.xml.HotlineElement.OpenDay;
import org.infolinia.hotline.xml.HotlineElement.Part;
import org.infolinia.hotline.xml.HotlineElement.QueueElement;
import org.infolinia.hotline.xml.HotlineElement.Reference;
import org.infolinia.hotline.xml.HotlineElement.Text;

/** Asks of a file that passed the schema whether it means something sensible. */
final class MeaningCheck {

    private final HotlineElement hotline;
    private final Findings findings;

    /** Whether all calendars can be asked; if not, there is nothing to hold the tree's branches against. */
    private boolean calendarsSound = true;

    private final OnTheBox box;

    MeaningCheck(HotlineElement hotline, SourceText source, OnTheBox box) {
        this.hotline = hotline;
        this.box = box;
        this.findings = new Findings(source);
    }

    /** All that is wrong, in the order of the file. */
    List<Finding> findings() {
        calendars();
        texts();
        queues();
        skills();
        required(Announcement.OF_THE_DIALPLAN);
        if (hotline.recording != null) {
            required(Announcement.OF_RECORDING);
            findings.known(
                    new Reference(hotline.recording, "notice", hotline.recording.notice),
                    announcementIds(),
                    "announcement");
        }
        new TreeMeaning(hotline, findings).check(calendarsSound);
        recordings();
        consultants();
        return findings.inOrder();
    }

    private void calendars() {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(hotline.hours.zone)) {
            calendarsSound = false;
            findings.found(
                    hotline.hours,
                    "zone",
                    "there is no time zone \"" + hotline.hours.zone + "\"; expected: a name such as Europe/Warsaw");
        }
        calendar(hotline.hours);
        hotline.timetables.forEach(this::calendar);
    }

    private void calendar(Calendar calendar) {
        Map<DayOfWeek, List<Part>> byWeekday = new EnumMap<>(DayOfWeek.class);
        for (Open open : calendar.open) {
            if (isForward(open)) {
                open.weekdays().forEach(day -> apart(name(day), open, "days", byWeekday, day));
            }
        }
        Set<LocalDate> closed = calendar.closed.stream().map(Closed::day).collect(Collectors.toSet());
        Map<LocalDate, List<Part>> byDate = new HashMap<>();
        for (OpenDay open : calendar.openDays) {
            if (isForward(open)) {
                apart(open.date, open, "date", byDate, open.day());
            }
            if (closed.contains(open.day())) {
                findings.found(open, "date", open.date + " is a closed day too; expected: one or the other");
            }
        }
    }

    private boolean isForward(Part open) {
        if (open.opens().isBefore(open.closes())) {
            return true;
        }
        calendarsSound = false;
        findings.found(
                open, "to", "open from " + open.from + " to " + open.to + "; expected: an end later than " + open.from);
        return false;
    }

    private <D> void apart(String name, Part open, String attribute, Map<D, List<Part>> byDay, D day) {
        List<Part> earlier = byDay.computeIfAbsent(day, none -> new ArrayList<>());
        earlier.stream()
                .filter(other -> overlap(open, other))
                .findFirst()
                .ifPresent(other -> findings.found(
                        open,
                        attribute,
                        name + " is already open from " + other.from + " to " + other.to + " (line "
                                + findings.lineOf(other)
                                + "); expected: each day's hours apart from each other"));
        earlier.add(open);
    }

    private static boolean overlap(Part one, Part other) {
        return one.opens().isBefore(other.closes()) && other.opens().isBefore(one.closes());
    }

    private static String name(DayOfWeek day) {
        return day.toString().toLowerCase(Locale.ROOT);
    }

    private void texts() {
        Set<String> languages = languages();
        hotline.topics.forEach(topic -> texts(topic, "topic \"" + topic.id + '"', "name", topic.names, languages));
        hotline.announcements.all.forEach(announcement ->
                texts(announcement, "announcement \"" + announcement.id + '"', "text", announcement.texts, languages));
        for (Node node : hotline.ivr.all()) {
            if (node instanceof HotlineElement.Speak speak) {
                findings.known(new Reference(speak, "language", speak.language), languages, "language");
            }
        }
    }

    private void texts(Placed element, String what, String tag, List<Text> texts, Set<String> languages) {
        texts.forEach(text -> findings.known(new Reference(text, "language", text.language), languages, "language"));
        Set<String> missing = new LinkedHashSet<>(languages);
        texts.forEach(text -> missing.remove(text.language));
        for (String language : missing) {
            findings.found(
                    element,
                    "id",
                    what + " has no " + tag + " in " + language + "; expected: a <" + tag + " language=\"" + language
                            + "\">");
        }
    }

    private void queues() {
        Set<String> topics = hotline.topics.stream().map(topic -> topic.id).collect(ordered());
        List<String> general = new ArrayList<>();
        for (QueueElement queue : hotline.queues.all) {
            if (queue.topic != null) {
                findings.known(new Reference(queue, "topic", queue.topic), topics, "topic");
            }
            if (queue.isGeneral()) {
                general.add(queue.name);
                if (general.size() > 1) {
                    findings.found(
                            queue,
                            "general",
                            "a second general queue, after \"" + general.get(0)
                                    + "\"; expected: exactly one queue with general=\"yes\"");
                }
            }
        }
        if (general.isEmpty()) {
            findings.found(
                    hotline.queues,
                    "",
                    "no queue is the general one; expected: exactly one queue with general=\"yes\"");
        }
        hotline.queues.all.forEach(this::ofOneLanguage);
    }

    private void ofOneLanguage(QueueElement queue) {
        if (queue.overflowSeconds != null && queue.isGeneral()) {
            findings.found(
                    queue, "overflow-seconds", "the general queue flows over into itself; expected: another queue's");
        }
        if (queue.language == null) {
            return;
        }
        if (queue.isGeneral()) {
            findings.found(
                    queue,
                    "language",
                    "the general queue is of one language; expected: none, since it takes whoever nothing else takes");
            return;
        }
        findings.known(new Reference(queue, "language", queue.language), languages(), "language");
        boolean alone =
                hotline.queues.all.stream().noneMatch(other -> other.language == null && sameTopic(queue, other));
        if (alone) {
            findings.found(
                    queue,
                    "topic",
                    "no queue of the same topic takes the other languages' callers; expected: one without language");
        }
        hotline.queues.all.stream()
                .takeWhile(other -> other != queue)
                .filter(other -> queue.language.equals(other.language) && sameTopic(queue, other))
                .findFirst()
                .ifPresent(other -> findings.found(
                        queue,
                        "language",
                        "queue \"" + other.name + "\" has the same topic and language; expected: one such queue"));
    }

    private static boolean sameTopic(QueueElement one, QueueElement other) {
        return Objects.equals(one.topic, other.topic);
    }

    private Set<String> languages() {
        return hotline.languages.stream().map(language -> language.code).collect(ordered());
    }

    private void skills() {
        Set<String> queues = queueNames();
        Set<String> languages = languages();
        for (ConsultantElement consultant : hotline.consultants) {
            consultant.queues.forEach(
                    queue -> findings.known(new Reference(consultant, "queues", queue), queues, "queue"));
            consultant.languages.forEach(language ->
                    findings.known(new Reference(consultant, "languages", language), languages, "language"));
        }
    }

    private Set<String> queueNames() {
        return hotline.queues.all.stream().map(queue -> queue.name).collect(ordered());
    }

    private Set<String> announcementIds() {
        return hotline.announcements.all.stream()
                .map(announcement -> announcement.id)
                .collect(ordered());
    }

    private void required(List<String> announcements) {
        Set<String> present = announcementIds();
        for (String required : announcements) {
            if (!present.contains(required)) {
                findings.found(
                        hotline.announcements,
                        "",
                        "announcement \"" + required
                                + "\" is missing; expected: it is there, since the exchange says it by itself");
            }
        }
    }

    private void recordings() {
        for (AnnouncementElement announcement : hotline.announcements.all) {
            String missing = announcement.texts.stream()
                    .map(text -> text.language)
                    .filter(language -> !box.isRecorded(announcement.id, new Language(language)))
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                findings.warn(
                        announcement,
                        "id",
                        "announcement \"" + announcement.id + "\" is not recorded in " + missing
                                + "; until it is, its text is synthesised");
            }
        }
    }

    private void consultants() {
        Map<String, List<String>> limited = new HashMap<>();
        hotline.consultants.stream()
                .filter(consultant -> !consultant.queues.isEmpty())
                .forEach(consultant -> limited.put(consultant.name, consultant.queues));
        for (QueueElement queue : hotline.queues.all) {
            // Whoever is not listed, or without queues, signs in to all.
            boolean somebody = box.consultants()
                    .map(names -> names.stream()
                            .anyMatch(name -> limited.getOrDefault(name, List.of(queue.name))
                                    .contains(queue.name)))
                    .orElse(true);
            if (!somebody) {
                findings.warn(
                        queue,
                        "name",
                        "no consultant can sign in to queue \"" + queue.name
                                + "\"; until one can, it lets no caller in");
            }
        }
    }

    private static Collector<String, ?, Set<String>> ordered() {
        return Collectors.toCollection(LinkedHashSet::new);
    }
}
