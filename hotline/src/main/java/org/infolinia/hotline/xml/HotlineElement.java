package org.infolinia.hotline.xml;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlElements;
import jakarta.xml.bind.annotation.XmlList;
import jakarta.xml.bind.annotation.XmlValue;
import jakarta.xml.bind.annotation.adapters.CollapsedStringAdapter;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.Topic;
import org.infolinia.hotline.callback.CallbackRules;
import org.infolinia.hotline.ivr.DialledNumber;
import org.infolinia.hotline.ivr.DigitPattern;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.ivr.IvrTree;
import org.infolinia.hotline.ivr.Question;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.LanguageLevel;
import org.infolinia.hotline.queue.PresenceRules;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.queue.WaitingRules;
import org.infolinia.hotline.recording.RecordingRules;
import org.jspecify.annotations.Nullable;

/**
 * What JAXB fills from a hotline.xml that passed the schema; each element knows where it stood and what it maps to.
 *
 * <p>JAXB writes into fields, so nothing here is immutable; none of it leaves this package.
 */
final class HotlineElement extends Placed {

    @XmlElement
    Hours hours = new Hours();

    @XmlElement(name = "timetable")
    List<Timetable> timetables = new ArrayList<>();

    @XmlElementWrapper(name = "languages")
    @XmlElement(name = "language")
    List<LanguageElement> languages = new ArrayList<>();

    @XmlElementWrapper(name = "topics")
    @XmlElement(name = "topic")
    List<TopicElement> topics = new ArrayList<>();

    @XmlElement
    Queues queues = new Queues();

    @XmlElementWrapper(name = "consultants")
    @XmlElement(name = "consultant")
    List<ConsultantElement> consultants = new ArrayList<>();

    @XmlElement
    @Nullable
    PresenceElement presence;

    @XmlElement
    @Nullable
    WaitingElement waiting;

    @XmlElement
    Announcements announcements = new Announcements();

    @XmlElement
    Ivr ivr = new Ivr();

    @XmlElement
    @Nullable
    RecordingElement recording;

    @XmlElement
    @Nullable
    ThresholdsElement thresholds;

    /**
     * A name in the file that must be the name of something else in it.
     *
     * @param in        element that names it
     * @param attribute where in it
     * @param name      as written
     */
    record Reference(Placed in, String attribute, String name) {}

    /** When something is open; of the time zone that the hotline's own hours name. */
    abstract static class Calendar extends Placed {
        @XmlAttribute
        @Nullable
        String holidays;

        @XmlElement
        List<Open> open = new ArrayList<>();

        @XmlElement
        List<Closed> closed = new ArrayList<>();

        @XmlElement(name = "open-day")
        List<OpenDay> openDays = new ArrayList<>();
    }

    static final class Hours extends Calendar {
        @XmlAttribute
        String zone = "";
    }

    static final class Timetable extends Calendar {
        @XmlAttribute
        String id = "";
    }

    /** Part of a day. */
    abstract static class Part extends Placed {
        @XmlAttribute
        String from = "";

        @XmlAttribute
        String to = "";

        LocalTime opens() {
            return LocalTime.parse(from);
        }

        LocalTime closes() {
            return LocalTime.parse(to);
        }
    }

    static final class Open extends Part {
        @XmlAttribute
        @XmlList
        List<String> days = new ArrayList<>();

        List<DayOfWeek> weekdays() {
            return days.stream()
                    .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                    .toList();
        }
    }

    static final class OpenDay extends Part {
        @XmlAttribute
        String date = "";

        LocalDate day() {
            return LocalDate.parse(date);
        }
    }

    static final class Closed extends Placed {
        @XmlAttribute
        String date = "";

        @XmlAttribute
        String reason = "";

        LocalDate day() {
            return LocalDate.parse(date);
        }
    }

    static final class LanguageElement extends Placed {
        @XmlAttribute
        String code = "";
    }

    static final class Text extends Placed {
        @XmlAttribute
        String language = "";

        @XmlValue
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String words = "";

        static Texts of(List<Text> texts) {
            Map<Language, String> byLanguage = new HashMap<>();
            texts.forEach(text -> byLanguage.put(new Language(text.language), text.words));
            return new Texts(byLanguage);
        }
    }

    static final class TopicElement extends Placed {
        @XmlAttribute
        String id = "";

        @XmlElement(name = "name")
        List<Text> names = new ArrayList<>();

        Topic toTopic() {
            return new Topic(id, Text.of(names));
        }
    }

    static final class Queues extends Placed {
        @XmlElement(name = "queue")
        List<QueueElement> all = new ArrayList<>();
    }

    static final class QueueElement extends Placed {
        @XmlAttribute
        String name = "";

        @XmlAttribute
        @Nullable
        String topic;

        @XmlAttribute
        @Nullable
        String general;

        @XmlAttribute
        String strategy = "";

        @XmlAttribute(name = "ring-seconds")
        int ringSeconds;

        @XmlAttribute(name = "longest-wait-seconds")
        int longestWaitSeconds;

        @XmlAttribute
        int capacity;

        @XmlAttribute
        @Nullable
        String language;

        @XmlAttribute(name = "head-start-seconds")
        int headStartSeconds;

        @XmlAttribute(name = "overflow-seconds")
        @Nullable
        Integer overflowSeconds;

        boolean isGeneral() {
            return general != null;
        }

        QueueRules toRules() {
            return new QueueRules(
                    new QueueName(name),
                    Optional.ofNullable(topic),
                    QueueRules.Strategy.valueOf(strategy.toUpperCase(Locale.ROOT)),
                    Duration.ofSeconds(ringSeconds),
                    Duration.ofSeconds(longestWaitSeconds),
                    capacity,
                    Optional.ofNullable(language).map(Language::new),
                    Duration.ofSeconds(headStartSeconds),
                    Optional.ofNullable(overflowSeconds).map(Duration::ofSeconds));
        }
    }

    static final class ConsultantElement extends Placed {
        @XmlAttribute
        String name = "";

        @XmlAttribute
        @XmlList
        List<String> queues = new ArrayList<>();

        @XmlAttribute
        @XmlList
        List<String> languages = new ArrayList<>();

        ConsultantSkills toSkills() {
            return new ConsultantSkills(
                    name,
                    queues.stream().map(QueueName::new).collect(Collectors.toSet()),
                    languages.stream()
                            .collect(Collectors.toMap(spoken -> new Language(code(spoken)), ConsultantElement::level)));
        }

        /** Of what is spelled {@code en} or {@code en:B2}. */
        static String code(String spoken) {
            return spoken.split(":")[0];
        }

        private static LanguageLevel level(String spoken) {
            return spoken.contains(":") ? LanguageLevel.valueOf(spoken.split(":")[1]) : LanguageLevel.NATIVE;
        }
    }

    static final class PresenceElement extends Placed {
        @XmlAttribute(name = "after-call-seconds")
        int afterCallSeconds;

        @XmlAttribute
        String missed = "rest";

        @XmlAttribute
        String outcome = "optional";

        PresenceRules toRules() {
            return new PresenceRules(
                    Duration.ofSeconds(afterCallSeconds), missed.equals("rest"), outcome.equals("required"));
        }
    }

    static final class WaitingElement extends Placed {
        @XmlAttribute(name = "after-closing-minutes")
        int afterClosingMinutes;

        @XmlElement
        @Nullable
        CallbackElement callback;

        WaitingRules toRules() {
            return new WaitingRules(
                    Duration.ofMinutes(afterClosingMinutes),
                    Optional.ofNullable(callback).map(CallbackElement::toRules));
        }
    }

    static final class CallbackElement extends Placed {
        @XmlAttribute
        String key = "";

        @XmlAttribute
        int attempts;

        @XmlAttribute(name = "pause-minutes")
        int pauseMinutes;

        @XmlAttribute(name = "open-days")
        int openDays;

        CallbackRules toRules() {
            return new CallbackRules(key.charAt(0), attempts, Duration.ofMinutes(pauseMinutes), openDays);
        }
    }

    static final class Announcements extends Placed {
        @XmlElement(name = "announcement")
        List<AnnouncementElement> all = new ArrayList<>();
    }

    static final class AnnouncementElement extends Placed {
        @XmlAttribute
        String id = "";

        @XmlElement(name = "text")
        List<Text> texts = new ArrayList<>();

        Announcement toAnnouncement() {
            return new Announcement(id, Text.of(texts));
        }
    }

    /** Nodes that are in one place. */
    abstract static class Nodes extends Placed {
        @XmlAttribute
        String start = "";

        @XmlElements({
            @XmlElement(name = "announce", type = Announce.class),
            @XmlElement(name = "menu", type = Menu.class),
            @XmlElement(name = "ask", type = Ask.class),
            @XmlElement(name = "hours", type = Branch.class),
            @XmlElement(name = "dialled", type = Dialled.class),
            @XmlElement(name = "speak", type = Speak.class),
            @XmlElement(name = "goto", type = GoTo.class),
            @XmlElement(name = "call", type = Call.class),
            @XmlElement(name = "return", type = Return.class),
            @XmlElement(name = "unrecorded", type = Unrecorded.class),
            @XmlElement(name = "queue", type = ToQueue.class),
            @XmlElement(name = "callback", type = CallBack.class),
            @XmlElement(name = "transfer", type = Transfer.class),
            @XmlElement(name = "end", type = End.class)
        })
        List<Node> nodes = new ArrayList<>();
    }

    static final class Ivr extends Nodes {
        @XmlElement(name = "subtree")
        List<Subtree> subtrees = new ArrayList<>();

        /** Those of subtrees too. */
        List<Node> all() {
            return Stream.concat(nodes.stream(), subtrees.stream().flatMap(subtree -> subtree.nodes.stream()))
                    .toList();
        }
    }

    static final class Subtree extends Nodes {
        @XmlAttribute
        String id = "";

        IvrTree.Subtree toSubtree() {
            Set<String> ids = new LinkedHashSet<>();
            nodes.forEach(node -> ids.add(node.id));
            return new IvrTree.Subtree(id, start, ids);
        }
    }

    abstract static class Node extends Placed {
        @XmlAttribute
        String id = "";

        abstract IvrNode toNode();

        List<Reference> targets() {
            return List.of();
        }

        List<Reference> announcements() {
            return List.of();
        }

        /** Of the queue that is named; empty where none is. */
        Optional<Reference> queueNamed() {
            return Optional.empty();
        }

        final List<Reference> sayings(List<String> say) {
            return say.stream().map(name -> new Reference(this, "say", name)).toList();
        }

        final Reference target(String attribute, String name) {
            return new Reference(this, attribute, name);
        }
    }

    static final class Announce extends Node {
        @XmlAttribute
        @XmlList
        List<String> say = new ArrayList<>();

        @XmlAttribute(name = "barge-in")
        String bargeIn = "no";

        @XmlAttribute
        String then = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Announce(id, say, bargeIn.equals("yes"), then);
        }

        @Override
        List<Reference> targets() {
            return List.of(target("then", then));
        }

        @Override
        List<Reference> announcements() {
            return sayings(say);
        }
    }

    /** Something asked of a caller. */
    abstract static class Asking extends Node {
        @XmlAttribute
        @XmlList
        List<String> say = new ArrayList<>();

        @XmlAttribute(name = "barge-in")
        String bargeIn = "yes";

        @XmlAttribute(name = "patience-seconds")
        int patienceSeconds;

        @XmlAttribute
        int tries;

        @XmlAttribute
        @Nullable
        String invalid;

        @XmlAttribute
        @Nullable
        String silence;

        @XmlAttribute
        String otherwise = "";

        final Question question() {
            return new Question(
                    say,
                    bargeIn.equals("yes"),
                    Duration.ofSeconds(patienceSeconds),
                    tries,
                    Optional.ofNullable(invalid),
                    Optional.ofNullable(silence));
        }

        @Override
        final List<Reference> announcements() {
            List<Reference> all = new ArrayList<>(sayings(say));
            if (invalid != null) {
                all.add(new Reference(this, "invalid", invalid));
            }
            if (silence != null) {
                all.add(new Reference(this, "silence", silence));
            }
            return all;
        }
    }

    static final class Key extends Placed {
        @XmlAttribute
        String press = "";

        @XmlAttribute
        String then = "";
    }

    static final class MenuKey extends Placed {
        @XmlAttribute
        String press = "";
    }

    static final class Menu extends Asking {
        @XmlElement(name = "key")
        List<Key> keys = new ArrayList<>();

        @XmlElement
        @Nullable
        MenuKey repeat;

        @XmlElement
        @Nullable
        MenuKey back;

        @Override
        IvrNode toNode() {
            Map<Character, String> targets = new LinkedHashMap<>();
            keys.forEach(key -> targets.put(key.press.charAt(0), key.then));
            return new IvrNode.Menu(id, question(), targets, pressed(repeat), pressed(back), otherwise);
        }

        private static Optional<Character> pressed(@Nullable MenuKey key) {
            return Optional.ofNullable(key).map(one -> one.press.charAt(0));
        }

        @Override
        List<Reference> targets() {
            return Stream.concat(
                            Stream.of(target("otherwise", otherwise)),
                            keys.stream().map(key -> new Reference(key, "then", key.then)))
                    .toList();
        }
    }

    static final class Ask extends Asking {
        @XmlAttribute(name = "min-digits")
        int minDigits;

        @XmlAttribute(name = "max-digits")
        int maxDigits;

        @XmlAttribute
        @Nullable
        String pattern;

        @XmlAttribute
        String finish = "#";

        @XmlAttribute
        String then = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Ask(
                    id,
                    question(),
                    minDigits,
                    maxDigits,
                    Optional.ofNullable(pattern).map(DigitPattern::of),
                    finish.charAt(0),
                    then,
                    otherwise);
        }

        @Override
        List<Reference> targets() {
            return List.of(target("then", then), target("otherwise", otherwise));
        }
    }

    static final class Branch extends Node {
        @XmlAttribute
        @Nullable
        String timetable;

        @XmlAttribute
        String open = "";

        @XmlAttribute
        String closed = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Hours(id, Optional.ofNullable(timetable), open, closed);
        }

        @Override
        List<Reference> targets() {
            return List.of(target("open", open), target("closed", closed));
        }
    }

    static final class Number extends Placed {
        @XmlAttribute
        String is = "";

        @XmlAttribute
        String then = "";
    }

    static final class Dialled extends Node {
        @XmlElement(name = "number")
        List<Number> numbers = new ArrayList<>();

        @XmlAttribute
        String otherwise = "";

        @Override
        IvrNode toNode() {
            Map<DialledNumber, String> targets = new LinkedHashMap<>();
            numbers.forEach(number -> targets.put(new DialledNumber(number.is), number.then));
            return new IvrNode.Dialled(id, targets, otherwise);
        }

        @Override
        List<Reference> targets() {
            return Stream.concat(
                            Stream.of(target("otherwise", otherwise)),
                            numbers.stream().map(number -> new Reference(number, "then", number.then)))
                    .toList();
        }
    }

    static final class Speak extends Node {
        @XmlAttribute
        String language = "";

        @XmlAttribute
        String then = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Speak(id, new Language(language), then);
        }

        @Override
        List<Reference> targets() {
            return List.of(target("then", then));
        }
    }

    static final class GoTo extends Node {
        @XmlAttribute
        String then = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.GoTo(id, then);
        }

        @Override
        List<Reference> targets() {
            return List.of(target("then", then));
        }
    }

    static final class Call extends Node {
        @XmlAttribute
        String subtree = "";

        @XmlAttribute
        String then = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Call(id, subtree, then);
        }

        @Override
        List<Reference> targets() {
            return List.of(target("then", then));
        }
    }

    static final class Return extends Node {
        @Override
        IvrNode toNode() {
            return new IvrNode.Return(id);
        }
    }

    static final class Unrecorded extends Node {
        @XmlAttribute
        String then = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Unrecorded(id, then);
        }

        @Override
        List<Reference> targets() {
            return List.of(new Reference(this, "then", then));
        }
    }

    static final class ToQueue extends Node {
        @XmlAttribute
        String queue = "";

        @XmlAttribute
        int priority;

        @XmlAttribute(name = "longest-wait-seconds")
        @Nullable
        Integer longestWaitSeconds;

        @XmlAttribute
        @Nullable
        String then;

        @Override
        IvrNode toNode() {
            return new IvrNode.ToQueue(
                    id,
                    new QueueName(queue),
                    priority,
                    Optional.ofNullable(longestWaitSeconds).map(Duration::ofSeconds),
                    Optional.ofNullable(then));
        }

        @Override
        List<Reference> targets() {
            return then == null ? List.of() : List.of(target("then", then));
        }

        @Override
        Optional<Reference> queueNamed() {
            return Optional.of(new Reference(this, "queue", queue));
        }
    }

    static final class CallBack extends Node {
        @XmlAttribute
        String queue = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.CallBack(id, new QueueName(queue));
        }

        @Override
        Optional<Reference> queueNamed() {
            return Optional.of(new Reference(this, "queue", queue));
        }
    }

    static final class Transfer extends Node {
        @XmlAttribute
        String number = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Transfer(id, number);
        }
    }

    static final class End extends Node {
        @XmlAttribute
        @XmlList
        List<String> say = new ArrayList<>();

        @Override
        IvrNode toNode() {
            return new IvrNode.End(id, say);
        }

        @Override
        List<Reference> announcements() {
            return sayings(say);
        }
    }

    static final class RecordingElement extends Placed {
        @XmlAttribute
        String notice = "";

        @XmlAttribute(name = "retention-days")
        int retentionDays;

        @XmlAttribute(name = "longest-pause-seconds")
        int longestPauseSeconds = 120;

        @XmlElement(name = "legal-basis")
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String legalBasis = "";

        RecordingRules toRules() {
            return new RecordingRules(
                    legalBasis, Duration.ofDays(retentionDays), notice, Duration.ofSeconds(longestPauseSeconds));
        }
    }

    static final class ThresholdsElement extends Placed {
        @XmlAttribute(name = "service-level-seconds")
        int serviceLevelSeconds;

        @XmlAttribute(name = "abandoned-short-seconds")
        int abandonedShortSeconds;

        @XmlAttribute(name = "hung-up-early-seconds")
        int hungUpEarlySeconds;

        Thresholds toThresholds() {
            return new Thresholds(
                    Duration.ofSeconds(serviceLevelSeconds),
                    Duration.ofSeconds(abandonedShortSeconds),
                    Duration.ofSeconds(hungUpEarlySeconds));
        }
    }
}
