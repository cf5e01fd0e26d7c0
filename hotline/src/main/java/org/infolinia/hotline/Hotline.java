package org.infolinia.hotline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.ivr.IvrTree;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.QueueRules;
import org.infolinia.hotline.queue.WaitingRules;
import org.infolinia.hotline.recording.RecordingRules;

/**
 * All that one hotline.xml says, checked.
 *
 * @param hours         when the hotline is open; carries the zone
 * @param languages     in order of preference; the first is what a caller hears before choosing
 * @param topics        in the order people read them
 * @param queues        in the order of the file; exactly one is the {@link #generalQueue}
 * @param generalQueue  where a caller goes when our process cannot say where
 * @param consultants   those whose queues or languages are not simply all
 * @param waiting       what holds for callers of all queues
 * @param announcements by id, in the order of the file, which is what numbers them
 * @param tree          what a caller walks before a queue
 * @param recording     on which terms conversations are recorded; without, none is
 * @param thresholds    what figures are counted against
 */
public record Hotline(
        OpeningHours hours,
        List<Language> languages,
        List<Topic> topics,
        List<QueueRules> queues,
        QueueName generalQueue,
        List<ConsultantSkills> consultants,
        WaitingRules waiting,
        Map<String, Announcement> announcements,
        IvrTree tree,
        Optional<RecordingRules> recording,
        Thresholds thresholds) {

    public Hotline {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        queues = List.copyOf(queues);
        consultants = List.copyOf(consultants);
        announcements = Collections.unmodifiableMap(new LinkedHashMap<>(announcements));
    }

    public Optional<QueueRules> queue(QueueName name) {
        return queues.stream().filter(queue -> queue.name().equals(name)).findFirst();
    }
}
