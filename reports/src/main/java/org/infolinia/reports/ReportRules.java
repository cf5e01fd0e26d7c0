package org.infolinia.reports;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.queue.QueueRules;

/**
 * What a report must know of the hotline.
 *
 * @param zone       where its days are those of
 * @param thresholds what figures are counted against
 * @param ringTimes  ring time of each of its queues; lines of all others are set aside
 * @param hours      when it is open; empty where that is not known, so that coverage cannot be told
 */
public record ReportRules(
        ZoneId zone, Thresholds thresholds, Map<QueueName, Duration> ringTimes, Optional<OpeningHours> hours) {

    public ReportRules {
        ringTimes = Collections.unmodifiableMap(new LinkedHashMap<>(ringTimes));
    }

    public static ReportRules of(Hotline hotline) {
        Map<QueueName, Duration> ringTimes = new LinkedHashMap<>();
        for (QueueRules queue : hotline.queues()) {
            ringTimes.put(queue.name(), queue.ringTime());
        }
        return new ReportRules(hotline.hours().zone(), hotline.thresholds(), ringTimes, Optional.of(hotline.hours()));
    }

    /** The same, with further queues; a queue already known keeps its ring time. */
    public ReportRules withQueues(Map<QueueName, Duration> further) {
        Map<QueueName, Duration> all = new LinkedHashMap<>(ringTimes);
        further.forEach(all::putIfAbsent);
        return new ReportRules(zone, thresholds, all, hours);
    }
}
