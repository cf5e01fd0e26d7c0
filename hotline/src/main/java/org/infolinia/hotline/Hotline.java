package org.infolinia.hotline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.ivr.IvrTree;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.LanguageLevel;
import org.infolinia.hotline.queue.PresenceRules;
import org.infolinia.hotline.queue.QueuePlace;
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
 * @param presence      what becomes of consultants by itself
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
        PresenceRules presence,
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

    /** What people call a queue: the name of its topic; one of all topics, or one that is gone, goes by its own. */
    public String queueTitle(String name, Language language) {
        return queues.stream()
                .filter(queue -> queue.name().value().equals(name))
                .findFirst()
                .flatMap(QueueRules::topic)
                .flatMap(id ->
                        topics.stream().filter(topic -> topic.id().equals(id)).findFirst())
                .flatMap(topic -> topic.name().in(language))
                .orElse(name);
    }

    /** What is said of a consultant, by name; somebody of whom nothing is said takes all callers. */
    public ConsultantSkills skillsOf(String consultant) {
        return consultants.stream()
                .filter(one -> one.name().equals(consultant))
                .findFirst()
                .orElseGet(() -> ConsultantSkills.unknown(consultant));
    }

    /**
     * The queues a consultant signs in to, in the order of the file, and who is rung there first.
     *
     * <p>Callers of a queue speak its language; where it has none of its own, the hotline's first. Two rules make the
     * penalty. Whoever speaks a language that has a queue here is rung after all others for the queues that anybody
     * could serve. Among those whom this tells nothing apart, whoever speaks the language of the queue better is rung
     * first. Asterisk goes on to the next penalty while those of a lower one are busy or on a break, so whoever is free
     * is rung, however they speak it; and dialplan/asterisk/queuerules.conf makes all alike for whoever has waited long.
     */
    public List<QueuePlace> placesOf(ConsultantSkills consultant) {
        List<QueueRules> taken = queues.stream()
                .filter(queue -> consultant.serves(queue.name()))
                .filter(queue -> consultant.level(languageOf(queue)).isPresent())
                .toList();
        boolean rare = !consultant.languages().isEmpty()
                && taken.stream().anyMatch(queue -> queue.language().isPresent());
        return taken.stream()
                .map(queue -> new QueuePlace(
                        queue.name(),
                        (rare && queue.language().isEmpty() ? LanguageLevel.values().length : 0)
                                + consultant
                                        .level(languageOf(queue))
                                        .orElseThrow()
                                        .ordinal()))
                .toList();
    }

    private Language languageOf(QueueRules queue) {
        return queue.language().orElse(languages.get(0));
    }
}
