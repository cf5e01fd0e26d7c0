package org.infolinia.agi;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.ivr.IvrTree;
import org.infolinia.hotline.ivr.Question;
import org.infolinia.hotline.queue.PresenceRules;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.queue.WaitingRules;

/** A hotline that greets, asks for one key, and has two ways out; open on Mondays from 8 to 16. */
public final class SmallHotline {

    public static final Language POLISH = new Language("pl");
    public static final Language ENGLISH = new Language("en");

    private SmallHotline() {}

    /** Its announcements are {@code welcome}, {@code menu} and {@code closed}, with that text behind each. */
    public static Hotline saying(String text) {
        Map<String, IvrNode> nodes = new LinkedHashMap<>();
        nodes.put("hours", new IvrNode.Hours("hours", "menu", "closed"));
        nodes.put(
                "menu",
                new IvrNode.Menu(
                        "menu",
                        new Question(
                                List.of("menu"), true, Duration.ofSeconds(5), 1, Optional.empty(), Optional.empty()),
                        Map.of('1', "to-nis2"),
                        Optional.empty(),
                        Optional.empty(),
                        "to-common"));
        nodes.put("to-nis2", new IvrNode.ToQueue("to-nis2", new QueueName("nis2")));
        nodes.put("to-common", new IvrNode.ToQueue("to-common", new QueueName("common")));
        nodes.put("closed", new IvrNode.Announce("closed", List.of("welcome", "closed"), "bye"));
        nodes.put("bye", new IvrNode.End("bye"));
        return new Hotline(
                new OpeningHours(
                        ZoneId.of("Europe/Warsaw"),
                        Map.of(
                                DayOfWeek.MONDAY,
                                List.of(new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(16, 0)))),
                        day -> false,
                        Set.of()),
                List.of(POLISH, ENGLISH),
                List.of(),
                List.of(queue("nis2"), queue("common")),
                new QueueName("common"),
                List.of(),
                PresenceRules.DEFAULT,
                WaitingRules.DEFAULT,
                Map.of(
                        "welcome", announcement("welcome", text),
                        "menu", announcement("menu", text),
                        "closed", announcement("closed", text)),
                new IvrTree("hours", nodes),
                Optional.empty(),
                Thresholds.DEFAULT);
    }

    private static QueueRules queue(String name) {
        return new QueueRules(
                new QueueName(name),
                Optional.empty(),
                QueueRules.Strategy.RRMEMORY,
                Duration.ofSeconds(15),
                Duration.ofMinutes(10),
                30,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty());
    }

    private static Announcement announcement(String id, String text) {
        return new Announcement(id, new Texts(Map.of(POLISH, text + " " + id, ENGLISH, text + " " + id)));
    }
}
