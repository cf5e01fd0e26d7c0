package org.infolinia.agi.rendering;

import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.QueueRules;

/** The rules of waiting as the dialplan reads them call by call: who waits where and how long, who takes whom. */
final class LiveWaiting {

    private final Hotline hotline;

    LiveWaiting(Hotline hotline) {
        this.hotline = hotline;
    }

    String sections() {
        return String.join("\n", queues(), consultants(), key());
    }

    private String queues() {
        return hotline.queues().stream()
                .map(this::queue)
                .collect(Collectors.joining(
                        "\n",
                        "; How each queue serves its callers; by language, whose callers have a queue of their own.\n",
                        ""));
    }

    private String queue(QueueRules queue) {
        String own = hotline.queues().stream()
                .filter(other -> queue.language().isEmpty() && other.topic().equals(queue.topic()))
                .flatMap(other ->
                        other.language().stream().map(language -> "%s = %s\n".formatted(language, other.name())))
                .collect(Collectors.joining());
        return """
            [queue-%s]
            variables = INFOLINIA_QUEUE_WAIT=%d,INFOLINIA_HEAD_START=%d,INFOLINIA_OVERFLOW=%d
            %s\
            """.formatted(
                        queue.name(),
                        queue.longestWait().toSeconds(),
                        queue.headStart().toSeconds(),
                        queue.overflow().map(time -> time.toSeconds()).orElse(0L),
                        own);
    }

    private String consultants() {
        return hotline.consultants().stream()
                .map(one -> "%s = %s\n".formatted(one.name(), queues(one)))
                .collect(Collectors.joining("", """
                    ; Where consultants sign in, as queue:penalty; those who are not listed where "others" do.
                    [consultants]
                    others = %s
                    """.formatted(queues(ConsultantSkills.unknown(""))), ""));
    }

    private String queues(ConsultantSkills consultant) {
        return hotline.placesOf(consultant).stream()
                .map(place -> place.queue() + ":" + place.penalty())
                .collect(Collectors.joining("&"));
    }

    private String key() {
        return hotline.waiting()
                .callback()
                .map(callback -> """
                    ; The key by which a waiting caller leaves a number.
                    [callback]
                    key = %c
                    """.formatted(callback.key()))
                .orElse("");
    }
}
