package org.infolinia.hotline.xml;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calendar.Holidays;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.ivr.IvrTree;
import org.infolinia.hotline.jollyday.PolishHolidays;
import org.infolinia.hotline.queue.PresenceRules;
import org.infolinia.hotline.queue.WaitingRules;
import org.infolinia.hotline.xml.HotlineElement.QueueElement;

/** Reads a hotline.xml. */
public final class HotlineFile {

    private static final HotlineSchema SCHEMA = HotlineSchema.load();
    private static final JAXBContext JAXB = jaxb();
    private static final Holidays POLISH = new PolishHolidays();
    private static final Holidays NONE = day -> false;

    /** Bytes that one may have. */
    public static final int LARGEST = SourceText.LARGEST;

    private HotlineFile() {}

    /**
     * Holds the file against the schema, then reads it, then asks whether it means something sensible.
     *
     * @param file a hotline.xml of at most 1 MB
     * @throws HotlineRefused when it cannot be read, breaks the schema, or does not mean anything sensible
     */
    public static Hotline read(Path file) throws HotlineRefused {
        return edition(file).hotline();
    }

    /**
     * The same, with what stood in the file: one reading, so that both are surely of one content.
     *
     * @throws HotlineRefused as {@link #read}
     */
    public static HotlineEdition edition(Path file) throws HotlineRefused {
        return checked(file).edition();
    }

    /**
     * A file that may come into force.
     *
     * @param warnings what is worth a look all the same, in the order of the file
     */
    public record Checked(HotlineEdition edition, List<Finding> warnings) {
        public Checked {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The same, with what is worth a look.
     *
     * @throws HotlineRefused as {@link #read}
     */
    public static Checked checked(Path file) throws HotlineRefused {
        return checked(file, OnTheBox.UNKNOWN);
    }

    /**
     * The same, held against a box too.
     *
     * @throws HotlineRefused as {@link #read}
     */
    public static Checked checked(Path file, OnTheBox box) throws HotlineRefused {
        return checked(file.toString(), SourceText.bytesOf(file), box);
    }

    /**
     * The same, of a file that is not there yet.
     *
     * @param name what findings call it
     * @throws HotlineRefused as {@link #read}
     */
    public static Checked checked(String name, byte[] bytes, OnTheBox box) throws HotlineRefused {
        SourceText source = SourceText.of(name, bytes);
        refuse(new SchemaCheck(SCHEMA).findings(source));
        HotlineElement element = unmarshal(source);
        List<Finding> findings = new MeaningCheck(element, source, box).findings();
        refuse(findings);
        return new Checked(new HotlineEdition(hotline(element), sha256(bytes), source.text()), findings);
    }

    /**
     * What stands in a file, at most one byte more than a hotline.xml may have.
     *
     * @throws HotlineRefused when it is missing or unreadable
     */
    public static byte[] bytesOf(Path file) throws HotlineRefused {
        return SourceText.bytesOf(file);
    }

    /** What they say, without the byte order mark that some editors put first; as well as it can be read. */
    public static String text(byte[] bytes) {
        return SourceText.decoded(bytes, bytes.length);
    }

    /** What tells one file's bytes from another's: 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Refuses for errors; with one, the warnings are told too. */
    private static void refuse(List<Finding> findings) throws HotlineRefused {
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw new HotlineRefused(findings);
        }
    }

    private static JAXBContext jaxb() {
        try {
            return JAXBContext.newInstance(HotlineElement.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("JAXB cannot bind " + HotlineElement.class, e);
        }
    }

    private static HotlineElement unmarshal(SourceText source) {
        XMLInputFactory inputs = XMLInputFactory.newDefaultFactory();
        inputs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        inputs.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = inputs.createXMLStreamReader(new StringReader(source.text()));
            Unmarshaller unmarshaller = JAXB.createUnmarshaller();
            unmarshaller.setListener(new Places(reader));
            return unmarshaller.unmarshal(reader, HotlineElement.class).getValue();
        } catch (XMLStreamException | JAXBException e) {
            throw new IllegalStateException("a file that passed the schema cannot be read", e);
        }
    }

    /** Notes for each element where its tag ended. */
    private static final class Places extends Unmarshaller.Listener {
        private final XMLStreamReader reader;

        Places(XMLStreamReader reader) {
            this.reader = reader;
        }

        @Override
        public void beforeUnmarshal(Object target, Object parent) {
            if (target instanceof Placed placed) {
                placed.line = reader.getLocation().getLineNumber();
                placed.column = reader.getLocation().getColumnNumber();
            }
        }
    }

    private static Hotline hotline(HotlineElement element) {
        Map<String, Announcement> announcements = new LinkedHashMap<>();
        element.announcements.all.forEach(one -> announcements.put(one.id, one.toAnnouncement()));
        return new Hotline(
                hours(element),
                element.languages.stream().map(one -> new Language(one.code)).toList(),
                element.topics.stream()
                        .map(HotlineElement.TopicElement::toTopic)
                        .toList(),
                element.queues.all.stream().map(QueueElement::toRules).toList(),
                generalQueue(element),
                element.consultants.stream()
                        .map(HotlineElement.ConsultantElement::toSkills)
                        .toList(),
                element.presence == null ? PresenceRules.DEFAULT : element.presence.toRules(),
                element.waiting == null ? WaitingRules.DEFAULT : element.waiting.toRules(),
                announcements,
                tree(element),
                Optional.ofNullable(element.recording).map(HotlineElement.RecordingElement::toRules),
                element.thresholds == null ? Thresholds.DEFAULT : element.thresholds.toThresholds());
    }

    private static QueueName generalQueue(HotlineElement element) {
        return element.queues.all.stream()
                .filter(QueueElement::isGeneral)
                .map(queue -> new QueueName(queue.name))
                .findFirst()
                .orElseThrow();
    }

    /** @param element with a time zone that exists, parts of days in order, and patterns that are some */
    static IvrTree tree(HotlineElement element) {
        Map<String, IvrNode> nodes = new LinkedHashMap<>();
        element.ivr.all().forEach(node -> nodes.put(node.id, node.toNode()));
        Map<String, IvrTree.Subtree> subtrees = new LinkedHashMap<>();
        element.ivr.subtrees.forEach(subtree -> subtrees.put(subtree.id, subtree.toSubtree()));
        Map<String, OpeningHours> timetables = new LinkedHashMap<>();
        element.timetables.forEach(
                timetable -> timetables.put(timetable.id, calendar(timetable, ZoneId.of(element.hours.zone))));
        return new IvrTree(element.ivr.start, nodes, subtrees, timetables);
    }

    /** @param element with a time zone that exists, and parts of days in order */
    static OpeningHours hours(HotlineElement element) {
        return calendar(element.hours, ZoneId.of(element.hours.zone));
    }

    private static OpeningHours calendar(HotlineElement.Calendar element, ZoneId zone) {
        Map<DayOfWeek, List<OpeningHours.Span>> weekly = new EnumMap<>(DayOfWeek.class);
        for (HotlineElement.Open open : element.open) {
            open.weekdays().forEach(day -> add(weekly, day, open));
        }
        Map<LocalDate, List<OpeningHours.Span>> openDays = new HashMap<>();
        element.openDays.forEach(open -> add(openDays, open.day(), open));
        weekly.replaceAll((day, spans) -> List.copyOf(spans));
        openDays.replaceAll((day, spans) -> List.copyOf(spans));
        Map<LocalDate, String> closed = element.closed.stream()
                .collect(Collectors.toMap(HotlineElement.Closed::day, day -> day.reason, (one, other) -> one));
        return new OpeningHours(zone, weekly, element.holidays == null ? NONE : POLISH, closed, openDays);
    }

    private static <D> void add(Map<D, List<OpeningHours.Span>> spans, D day, HotlineElement.Part part) {
        List<OpeningHours.Span> all = spans.computeIfAbsent(day, none -> new ArrayList<>());
        all.add(new OpeningHours.Span(part.opens(), part.closes()));
        all.sort(Comparator.comparing(OpeningHours.Span::from));
    }
}
