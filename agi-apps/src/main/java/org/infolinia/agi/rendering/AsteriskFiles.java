package org.infolinia.agi.rendering;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.queue.QueueRules;

/**
 * The Asterisk files that follow from a hotline; the same hotline always gives the same text.
 *
 * @param queues     for {@code queues.conf}: a section per queue, of the template {@code infolinia-queue}
 * @param extensions for {@code extensions.conf}: contexts {@code infolinia-settings}, {@code infolinia-queue-rules},
 *                   {@code infolinia-open} and {@code infolinia-closed-days}
 */
public record AsteriskFiles(String queues, String extensions) {

    private static final String HEADER = "; generated from hotline.xml; do not edit\n";

    /** Sections of queues.conf that are no queues; Asterisk compares without regard to case. */
    private static final Set<String> RESERVED = Set.of("general", "infolinia-queue");

    /** @throws IllegalArgumentException when a name or value means something else to Asterisk than to us */
    public static AsteriskFiles of(Hotline hotline, DialplanSettings settings) {
        requireDistinctQueues(hotline);
        String contexts = String.join(
                "\n",
                HEADER,
                settingsContext(hotline, settings),
                queueRulesContext(hotline),
                new OpeningHoursDialplan(hotline.hours()).contexts(settings.firstYear(), settings.years()));
        return new AsteriskFiles(queues(hotline), contexts);
    }

    private static void requireDistinctQueues(Hotline hotline) {
        Set<String> seen = new HashSet<>();
        for (QueueRules queue : hotline.queues()) {
            String name = queue.name().value();
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "queue \"" + name + "\": in queues.conf a section of this name is no queue; choose another");
            }
            if (name.startsWith("_")) {
                throw new IllegalArgumentException(
                        "queue \"" + name + "\": Asterisk takes an extension that begins with _ for a pattern");
            }
            // app_queue looks names up without regard to case, extensions are compared without their dashes.
            if (!seen.add(name.replace("-", "").toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("queue \"" + name
                        + "\": Asterisk cannot tell it from another whose name differs in dashes or case alone");
            }
        }
        if (hotline.queue(hotline.generalQueue()).isEmpty()) {
            throw new IllegalArgumentException("general queue \"" + hotline.generalQueue() + "\" is no queue");
        }
    }

    private static String queues(Hotline hotline) {
        return hotline.queues().stream()
                .map(queue -> """

                                [%s](infolinia-queue)
                                strategy = %s
                                timeout = %d
                                maxlen = %d
                                """.formatted(
                                queue.name(),
                                queue.strategy().asterisk(),
                                queue.ringTime().toSeconds(),
                                queue.capacity()))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String settingsContext(Hotline hotline, DialplanSettings settings) {
        String variables = String.join(
                ",",
                List.of(
                        "INFOLINIA_AGI=" + settings.agiServer(),
                        "INFOLINIA_RECORDINGS=" + settings.recordings(),
                        "INFOLINIA_GENERAL=" + hotline.generalQueue(),
                        "INFOLINIA_QUEUES="
                                + hotline.queues().stream()
                                        .map(queue -> queue.name().value())
                                        .collect(Collectors.joining("&")),
                        "INFOLINIA_LANGUAGE=" + hotline.languages().get(0),
                        "INFOLINIA_ZONE="
                                + SafeText.zone("zone", hotline.hours().zone().getId()),
                        "INFOLINIA_DEVELOPMENT=" + (settings.development() ? 1 : 0)));
        return """
                ; What the dialplan has to know of the hotline.   Gosub, no arguments
                ; Sets INFOLINIA_AGI (host:port), INFOLINIA_RECORDINGS (folder), INFOLINIA_GENERAL (queue),
                ; INFOLINIA_QUEUES (all, joined by &), INFOLINIA_LANGUAGE (the first), INFOLINIA_ZONE,
                ; INFOLINIA_DEVELOPMENT (1 or 0)
                [infolinia-settings]
                exten = s,1,MSet(%s)
                 same = n,Return()
                """.formatted(variables);
    }

    private static String queueRulesContext(Hotline hotline) {
        return hotline.queues().stream()
                .map(queue -> """
                                exten = %s,1,Set(INFOLINIA_LONGEST_WAIT=%d)
                                 same = n,Return()
                                """.formatted(queue.name(), queue.longestWait().toSeconds()))
                .collect(Collectors.joining("", """
                                ; How a queue serves its callers.   Gosub to the extension named like the queue
                                ; Sets INFOLINIA_LONGEST_WAIT (whole seconds)
                                [infolinia-queue-rules]
                                """, ""));
    }
}
