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
import org.infolinia.hotline.Remark;
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
                    Remark.UNKNOWN_ANNOUNCEMENT);
        }
        new TreeMeaning(hotline, findings).check(calendarsSound);
        recordings();
        consultants();
        return findings.inOrder();
    }

    private void calendars() {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(hotline.hours.zone)) {
            calendarsSound = false;
            findings.found(hotline.hours, "zone", Remark.NO_ZONE.of(hotline.hours.zone));
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
                findings.found(open, "date", Remark.CLOSED_TOO.of(open.date));
            }
        }
    }

    private boolean isForward(Part open) {
        if (open.opens().isBefore(open.closes())) {
            return true;
        }
        calendarsSound = false;
        findings.found(open, "to", Remark.BACKWARD.of(open.from, open.to));
        return false;
    }

    private <D> void apart(String name, Part open, String attribute, Map<D, List<Part>> byDay, D day) {
        List<Part> earlier = byDay.computeIfAbsent(day, none -> new ArrayList<>());
        earlier.stream()
                .filter(other -> overlap(open, other))
                .findFirst()
                .ifPresent(other -> findings.found(
                        open, attribute, Remark.OVERLAP.of(name, other.from, other.to, findings.lineOf(other))));
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
        hotline.topics.forEach(topic -> texts(topic, Remark.TOPIC_UNTOLD, topic.id, topic.names, languages));
        hotline.announcements.all.forEach(announcement ->
                texts(announcement, Remark.ANNOUNCEMENT_UNTOLD, announcement.id, announcement.texts, languages));
        for (Node node : hotline.ivr.all()) {
            if (node instanceof HotlineElement.Speak speak) {
                findings.known(new Reference(speak, "language", speak.language), languages, Remark.UNKNOWN_LANGUAGE);
            }
        }
    }

    private void texts(Placed element, Remark untold, String id, List<Text> texts, Set<String> languages) {
        texts.forEach(text ->
                findings.known(new Reference(text, "language", text.language), languages, Remark.UNKNOWN_LANGUAGE));
        Set<String> missing = new LinkedHashSet<>(languages);
        texts.forEach(text -> missing.remove(text.language));
        for (String language : missing) {
            findings.found(element, "id", untold.of(id, language));
        }
    }

    private void queues() {
        Set<String> topics = hotline.topics.stream().map(topic -> topic.id).collect(ordered());
        List<String> general = new ArrayList<>();
        for (QueueElement queue : hotline.queues.all) {
            if (queue.topic != null) {
                findings.known(new Reference(queue, "topic", queue.topic), topics, Remark.UNKNOWN_TOPIC);
            }
            if (queue.isGeneral()) {
                general.add(queue.name);
                if (general.size() > 1) {
                    findings.found(queue, "general", Remark.SECOND_GENERAL.of(general.get(0)));
                }
            }
        }
        if (general.isEmpty()) {
            findings.found(hotline.queues, "", Remark.NO_GENERAL.of());
        }
        hotline.queues.all.forEach(this::ofOneLanguage);
    }

    private void ofOneLanguage(QueueElement queue) {
        if (queue.overflowSeconds != null && queue.isGeneral()) {
            findings.found(queue, "overflow-seconds", Remark.GENERAL_OVERFLOWS.of());
        }
        if (queue.language == null) {
            return;
        }
        if (queue.isGeneral()) {
            findings.found(queue, "language", Remark.GENERAL_OF_ONE_LANGUAGE.of());
            return;
        }
        findings.known(new Reference(queue, "language", queue.language), languages(), Remark.UNKNOWN_LANGUAGE);
        boolean alone =
                hotline.queues.all.stream().noneMatch(other -> other.language == null && sameTopic(queue, other));
        if (alone) {
            findings.found(queue, "topic", Remark.LANGUAGE_ALONE.of());
        }
        hotline.queues.all.stream()
                .takeWhile(other -> other != queue)
                .filter(other -> queue.language.equals(other.language) && sameTopic(queue, other))
                .findFirst()
                .ifPresent(other -> findings.found(queue, "language", Remark.LANGUAGE_TWICE.of(other.name)));
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
                    queue -> findings.known(new Reference(consultant, "queues", queue), queues, Remark.UNKNOWN_QUEUE));
            Set<String> spoken = new LinkedHashSet<>();
            for (String one : consultant.languages) {
                String language = ConsultantElement.code(one);
                findings.known(new Reference(consultant, "languages", language), languages, Remark.UNKNOWN_LANGUAGE);
                if (!spoken.add(language)) {
                    findings.found(consultant, "languages", Remark.SPOKEN_TWICE.of(language));
                }
            }
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
                findings.found(hotline.announcements, "", Remark.ANNOUNCEMENT_MISSING.of(required));
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
                findings.warn(announcement, "id", Remark.NOT_RECORDED.of(announcement.id, missing));
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
                findings.warn(queue, "name", Remark.UNSERVED.of(queue.name));
            }
        }
    }

    private static Collector<String, ?, Set<String>> ordered() {
        return Collectors.toCollection(LinkedHashSet::new);
    }
}
