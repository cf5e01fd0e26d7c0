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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.Topic;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.queue.QueueRules;
import org.jspecify.annotations.Nullable;

/**
 * What JAXB fills from a hotline.xml that passed the schema; each element knows where it stood and what it maps to.
 *
 * <p>JAXB writes into fields, so nothing here is immutable; none of it leaves this package.
 */
final class HotlineElement extends Placed {

    @XmlElement
    Hours hours = new Hours();

    @XmlElementWrapper(name = "languages")
    @XmlElement(name = "language")
    List<LanguageElement> languages = new ArrayList<>();

    @XmlElementWrapper(name = "topics")
    @XmlElement(name = "topic")
    List<TopicElement> topics = new ArrayList<>();

    @XmlElement
    Queues queues = new Queues();

    @XmlElement
    Announcements announcements = new Announcements();

    @XmlElement
    Ivr ivr = new Ivr();

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

    static final class Hours extends Placed {
        @XmlAttribute
        String zone = "";

        @XmlAttribute
        @Nullable
        String holidays;

        @XmlElement
        List<Open> open = new ArrayList<>();

        @XmlElement
        List<Closed> closed = new ArrayList<>();
    }

    static final class Open extends Placed {
        @XmlAttribute
        @XmlList
        List<String> days = new ArrayList<>();

        @XmlAttribute
        String from = "";

        @XmlAttribute
        String to = "";

        List<DayOfWeek> weekdays() {
            return days.stream()
                    .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                    .toList();
        }

        LocalTime opens() {
            return LocalTime.parse(from);
        }

        LocalTime closes() {
            return LocalTime.parse(to);
        }
    }

    static final class Closed extends Placed {
        @XmlAttribute
        String date = "";

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
                    capacity);
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

    static final class Ivr extends Placed {
        @XmlAttribute
        String start = "";

        @XmlElements({
            @XmlElement(name = "announce", type = Announce.class),
            @XmlElement(name = "menu", type = Menu.class),
            @XmlElement(name = "hours", type = Branch.class),
            @XmlElement(name = "speak", type = Speak.class),
            @XmlElement(name = "goto", type = GoTo.class),
            @XmlElement(name = "queue", type = ToQueue.class),
            @XmlElement(name = "end", type = End.class)
        })
        List<Node> nodes = new ArrayList<>();
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

        final List<Reference> sayings(List<String> say) {
            return say.stream().map(name -> new Reference(this, "say", name)).toList();
        }
    }

    static final class Announce extends Node {
        @XmlAttribute
        @XmlList
        List<String> say = new ArrayList<>();

        @XmlAttribute
        String then = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Announce(id, say, then);
        }

        @Override
        List<Reference> targets() {
            return List.of(new Reference(this, "then", then));
        }

        @Override
        List<Reference> announcements() {
            return sayings(say);
        }
    }

    static final class Key extends Placed {
        @XmlAttribute
        String press = "";

        @XmlAttribute
        String then = "";
    }

    static final class Menu extends Node {
        @XmlAttribute
        @XmlList
        List<String> say = new ArrayList<>();

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

        @XmlElement(name = "key")
        List<Key> keys = new ArrayList<>();

        @Override
        IvrNode toNode() {
            Map<Character, String> targets = new HashMap<>();
            keys.forEach(key -> targets.put(key.press.charAt(0), key.then));
            return new IvrNode.Menu(
                    id,
                    say,
                    targets,
                    Duration.ofSeconds(patienceSeconds),
                    tries,
                    Optional.ofNullable(invalid),
                    Optional.ofNullable(silence),
                    otherwise);
        }

        @Override
        List<Reference> targets() {
            return Stream.concat(
                            Stream.of(new Reference(this, "otherwise", otherwise)),
                            keys.stream().map(key -> new Reference(key, "then", key.then)))
                    .toList();
        }

        @Override
        List<Reference> announcements() {
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

    static final class Branch extends Node {
        @XmlAttribute
        String open = "";

        @XmlAttribute
        String closed = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.Hours(id, open, closed);
        }

        @Override
        List<Reference> targets() {
            return List.of(new Reference(this, "open", open), new Reference(this, "closed", closed));
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
            return List.of(new Reference(this, "then", then));
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
            return List.of(new Reference(this, "then", then));
        }
    }

    static final class ToQueue extends Node {
        @XmlAttribute
        String queue = "";

        @Override
        IvrNode toNode() {
            return new IvrNode.ToQueue(id, new QueueName(queue));
        }
    }

    static final class End extends Node {
        @Override
        IvrNode toNode() {
            return new IvrNode.End(id);
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
