package org.infolinia.agi.rendering;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.recording.RecordingRules;

/**
 * The Asterisk files that follow from a hotline; the same hotline always gives the same text.
 *
 * @param queues     for {@code queues.conf}: a section per queue, of the template {@code infolinia-queue}
 * @param extensions for {@code extensions.conf}: context {@code infolinia-settings}, read when Asterisk starts
 * @param live       what the dialplan reads call by call ({@code AST_CONFIG}), so that a change needs no reload:
 *                   settings, rules of the queues, opening hours, closed days
 */
public record AsteriskFiles(String queues, String extensions, String live) {

    /** Where Asterisk finds {@link #live}, seen from its folder of settings. */
    private static final String LIVE = "infolinia/generated/hotline.conf";

    private static final String HEADER = "; generated from hotline.xml; do not edit\n";

    /** Sections of queues.conf that are no queues; Asterisk compares without regard to case. */
    private static final Set<String> RESERVED = Set.of("general", "infolinia-queue");

    /**
     * @throws UnfitForAsterisk         when the name of a queue means something else to Asterisk than to us
     * @throws IllegalArgumentException when a value does
     */
    public static AsteriskFiles of(Hotline hotline, DialplanSettings settings) {
        requireDistinctQueues(hotline);
        String variables = variables(hotline);
        String live = String.join(
                "\n",
                HEADER,
                "[settings]\nvariables = " + variables + "\n",
                new LiveWaiting(hotline).sections(),
                new LiveOpeningHours(hotline.hours()).sections(settings.firstYear(), settings.years()));
        return new AsteriskFiles(queues(hotline), settingsContext(variables, settings), live);
    }

    private static void requireDistinctQueues(Hotline hotline) {
        Set<String> seen = new HashSet<>();
        for (QueueRules queue : hotline.queues()) {
            String name = queue.name().value();
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new UnfitForAsterisk(Remark.QUEUE_RESERVED.of(name));
            }
            if (name.startsWith("_")) {
                throw new UnfitForAsterisk(Remark.QUEUE_A_PATTERN.of(name));
            }
            // app_queue looks names up without regard to case, extensions are compared without their dashes.
            if (!seen.add(name.replace("-", "").toLowerCase(Locale.ROOT))) {
                throw new UnfitForAsterisk(Remark.QUEUE_INDISTINCT.of(name));
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
                    %s
                    """.formatted(
                                queue.name(),
                                queue.strategy().asterisk(),
                                queue.ringTime().toSeconds(),
                                queue.capacity(),
                                whileWaiting(hotline)))
                .collect(Collectors.joining("", HEADER, ""));
    }

    /** What waiting callers are told again and again, and the context of the key it names. */
    private static String whileWaiting(Hotline hotline) {
        return hotline.waiting()
                .callback()
                .map(callback -> "periodic-announce = infolinia/waiting-callback-%c\ncontext = infolinia-callback-key"
                        .formatted(callback.key()))
                .orElse("periodic-announce = infolinia/waiting-still");
    }

    private static String variables(Hotline hotline) {
        return String.join(
                ",",
                "INFOLINIA_GENERAL=" + hotline.generalQueue(),
                "INFOLINIA_QUEUES="
                        + hotline.queues().stream()
                                .map(queue -> queue.name().value())
                                .collect(Collectors.joining("&")),
                "INFOLINIA_LANGUAGE=" + hotline.languages().get(0),
                "INFOLINIA_ZONE=" + SafeText.zone("zone", hotline.hours().zone().getId()),
                "INFOLINIA_NOTICE="
                        + hotline.recording().map(RecordingRules::notice).orElse(""),
                "INFOLINIA_LONGEST_PAUSE="
                        + hotline.recording()
                                .map(rules -> rules.longestPause().toSeconds())
                                .orElse(0L));
    }

    /** What the box says, then the hotline as it is now, or else as it was at the start. */
    private static String settingsContext(String variables, DialplanSettings settings) {
        return HEADER
                + """

                ; What the dialplan has to know of the hotline.   Gosub, no arguments
                ; Sets INFOLINIA_AGI (host:port), INFOLINIA_RECORDINGS (folder), INFOLINIA_DEVELOPMENT (1 or 0),
                ; INFOLINIA_GENERAL (queue), INFOLINIA_QUEUES (all, joined by &), INFOLINIA_LANGUAGE (the first),
                ; INFOLINIA_ZONE, INFOLINIA_NOTICE (announcement that tells of the recording; empty where nothing is
                ; recorded), INFOLINIA_LONGEST_PAUSE (of a recording, seconds): from INFOLINIA_GENERAL on as they were
                ; when Asterisk started, should hotline.conf be gone.
                [infolinia-settings]
                exten = s,1,MSet(INFOLINIA_AGI=%s,INFOLINIA_RECORDINGS=%s,INFOLINIA_DEVELOPMENT=%d,\
                ${AST_CONFIG(%s,settings,variables)})
                 same = n,ExecIf($["${INFOLINIA_GENERAL}" = ""]?MSet(%s))
                 same = n,Return()
                """.formatted(
                        settings.agiServer(), settings.recordings(), settings.development() ? 1 : 0, LIVE, variables);
    }
}
