package org.infolinia.hotline.xml;

import java.time.DayOfWeek;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.ivr.IvrTree;
import org.infolinia.hotline.ivr.TreeCheck;
import org.infolinia.hotline.xml.HotlineElement.Node;
import org.infolinia.hotline.xml.HotlineElement.Open;
import org.infolinia.hotline.xml.HotlineElement.QueueElement;
import org.infolinia.hotline.xml.HotlineElement.Reference;
import org.infolinia.hotline.xml.HotlineElement.Text;

/** Asks of a file that passed the schema whether it means something sensible. */
final class MeaningCheck {

    static final int MOST_NODES = 500;

    private final HotlineElement hotline;
    private final SourceText source;
    private final List<Finding> findings = new ArrayList<>();

    MeaningCheck(HotlineElement hotline, SourceText source) {
        this.hotline = hotline;
        this.source = source;
    }

    /** All that is wrong, in the order of the file. */
    List<Finding> findings() {
        hours();
        texts();
        queues();
        requiredAnnouncements();
        nodes();
        findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return findings;
    }

    private void hours() {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(hotline.hours.zone)) {
            found(
                    hotline.hours,
                    "zone",
                    "there is no time zone \"" + hotline.hours.zone + "\"; expected: a name such as Europe/Warsaw");
        }
        Map<DayOfWeek, List<Open>> byDay = new EnumMap<>(DayOfWeek.class);
        for (Open open : hotline.hours.open) {
            if (!open.opens().isBefore(open.closes())) {
                found(
                        open,
                        "to",
                        "open from " + open.from + " to " + open.to + "; expected: an end later than " + open.from);
                continue;
            }
            for (DayOfWeek day : open.weekdays()) {
                List<Open> earlier = byDay.computeIfAbsent(day, none -> new ArrayList<>());
                earlier.stream()
                        .filter(other -> overlap(open, other))
                        .findFirst()
                        .ifPresent(other -> overlapFound(day, open, other));
                earlier.add(open);
            }
        }
    }

    private static boolean overlap(Open one, Open other) {
        return one.opens().isBefore(other.closes()) && other.opens().isBefore(one.closes());
    }

    private void overlapFound(DayOfWeek day, Open open, Open other) {
        found(
                open,
                "days",
                name(day) + " is already open from " + other.from + " to " + other.to + " (line "
                        + source.atTag(other.line, other.column, "").line()
                        + "); expected: each day's hours apart from each other");
    }

    private static String name(DayOfWeek day) {
        return day.toString().toLowerCase(Locale.ROOT);
    }

    private void texts() {
        Set<String> languages = new LinkedHashSet<>();
        hotline.languages.forEach(language -> languages.add(language.code));
        hotline.topics.forEach(topic -> texts(topic, "topic \"" + topic.id + '"', "name", topic.names, languages));
        hotline.announcements.all.forEach(announcement ->
                texts(announcement, "announcement \"" + announcement.id + '"', "text", announcement.texts, languages));
        for (Node node : hotline.ivr.nodes) {
            if (node instanceof HotlineElement.Speak speak) {
                known(new Reference(speak, "language", speak.language), languages, "language");
            }
        }
    }

    private void texts(Placed element, String what, String tag, List<Text> texts, Set<String> languages) {
        texts.forEach(text -> known(new Reference(text, "language", text.language), languages, "language"));
        Set<String> missing = new LinkedHashSet<>(languages);
        texts.forEach(text -> missing.remove(text.language));
        for (String language : missing) {
            found(
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
                known(new Reference(queue, "topic", queue.topic), topics, "topic");
            }
            if (queue.isGeneral()) {
                general.add(queue.name);
                if (general.size() > 1) {
                    found(
                            queue,
                            "general",
                            "a second general queue, after \"" + general.get(0)
                                    + "\"; expected: exactly one queue with general=\"yes\"");
                }
            }
        }
        if (general.isEmpty()) {
            found(hotline.queues, "", "no queue is the general one; expected: exactly one queue with general=\"yes\"");
        }
    }

    private void requiredAnnouncements() {
        Set<String> present = announcementIds();
        for (String required : Announcement.OF_THE_DIALPLAN) {
            if (!present.contains(required)) {
                found(
                        hotline.announcements,
                        "",
                        "announcement \"" + required
                                + "\" is missing; expected: it is there, since the exchange says it by itself");
            }
        }
    }

    private Set<String> announcementIds() {
        return hotline.announcements.all.stream()
                .map(announcement -> announcement.id)
                .collect(ordered());
    }

    private void nodes() {
        List<Node> nodes = hotline.ivr.nodes;
        if (nodes.size() > MOST_NODES) {
            found(nodes.get(MOST_NODES), "id", "one node too many; expected: at most " + MOST_NODES);
        }
        Set<String> announcements = announcementIds();
        Set<String> queues =
                hotline.queues.all.stream().map(queue -> queue.name).collect(ordered());
        for (Node node : nodes) {
            node.announcements().forEach(reference -> known(reference, announcements, "announcement"));
            if (node instanceof HotlineElement.ToQueue toQueue) {
                known(new Reference(toQueue, "queue", toQueue.queue), queues, "queue");
            }
        }
        Map<String, Node> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.put(node.id, node));
        boolean whole = known(new Reference(hotline.ivr, "start", hotline.ivr.start), byId.keySet(), "node");
        for (Node node : nodes) {
            for (Reference target : node.targets()) {
                whole &= known(target, byId.keySet(), "node");
            }
        }
        // A tree with a dangling target would only repeat that fault as unreachable nodes.
        if (whole) {
            shape(byId);
        }
    }

    private void shape(Map<String, Node> byId) {
        Map<String, IvrNode> nodes = new LinkedHashMap<>();
        byId.forEach((id, node) -> nodes.put(id, node.toNode()));
        for (TreeCheck.Flaw flaw : new TreeCheck(new IvrTree(hotline.ivr.start, nodes)).flaws()) {
            Node node = byId.get(flaw.node());
            if (node != null) {
                found(node, "id", flaw.message());
            }
        }
    }

    private boolean known(Reference reference, Collection<String> names, String what) {
        if (names.contains(reference.name())) {
            return true;
        }
        // A long list would hide the message.
        String expected = names.size() > 10 ? "the name of one in this file" : String.join(", ", names);
        found(
                reference.in(),
                reference.attribute(),
                "there is no " + what + " \"" + reference.name() + "\"; expected: " + expected);
        return false;
    }

    private void found(Placed element, String attribute, String message) {
        findings.add(source.atAttribute(element.line, element.column, attribute, message));
    }

    private static Collector<String, ?, Set<String>> ordered() {
        return Collectors.toCollection(LinkedHashSet::new);
    }
}
