package org.infolinia.desk.floor;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.queue.QueueRules;
import org.jspecify.annotations.Nullable;

/** What the lead's page shows of the floor. */
public final class LeadView {

    private final Floor floor;
    private final Supplier<Hotline> hotline;
    private final Supplier<Team> team;
    private final Supplier<Optional<Today>> today;
    private final Clock clock;

    /**
     * @param hotline the one in force
     * @param today   the day's figures so far; empty when they cannot be counted
     */
    public LeadView(
            Floor floor, Supplier<Hotline> hotline, Supplier<Team> team, Supplier<Optional<Today>> today, Clock clock) {
        this.floor = floor;
        this.hotline = hotline;
        this.team = team;
        this.today = today;
        this.clock = clock;
    }

    /**
     * Names by login name.
     *
     * @param consultants are always shown, in this order
     * @param others      who may take calls are shown while they do
     */
    public record Team(Map<String, String> consultants, Map<String, String> others) {}

    /**
     * As the page's script reads it; times are milliseconds since 1970, lengths whole seconds.
     *
     * @param now     by our clock
     * @param silence why Asterisk is not listened to; null while it is
     * @param alarms  words, each with what it is about
     * @param today   null when it cannot be counted
     */
    public record Whole(
            long version,
            long now,
            @Nullable String silence,
            @Nullable Today today,
            List<Queue> queues,
            List<Person> people,
            List<Alarm> alarms) {}

    /**
     * A queue.
     *
     * @param available consultants who would be rung now
     */
    public record Queue(String name, String title, int signedIn, int available, List<Caller> callers) {}

    /** Somebody who waits. */
    public record Caller(String number, String language, long since) {}

    /** A consultant. */
    public record Person(
            String name,
            String title,
            String standing,
            String reason,
            long since,
            boolean reachable,
            String device,
            List<String> queues,
            @Nullable Talk call) {}

    /** The call of a consultant. */
    public record Talk(String number, String title, long waited, long since) {}

    /**
     * What a lead has to act on.
     *
     * @param word {@code nobody} serves a queue in which somebody waits; {@code long} wait
     * @param what the queue's title
     */
    public record Alarm(String word, String what) {}

    Whole of(Language language) {
        FloorView view = floor.view();
        Hotline now = hotline.get();
        Instant at = clock.instant();
        Team known = team.get();
        List<Queue> queues = new ArrayList<>();
        List<Alarm> alarms = new ArrayList<>();
        for (String name : queueNames(view, now)) {
            Queue queue = queue(view, now, name, language);
            queues.add(queue);
            if (!queue.callers().isEmpty() && queue.available() == 0 && queue.signedIn() == 0) {
                alarms.add(new Alarm("nobody", queue.title()));
            }
            long limit = now.thresholds().serviceLevel().toMillis();
            if (queue.callers().stream().anyMatch(caller -> at.toEpochMilli() - caller.since() > limit)) {
                alarms.add(new Alarm("long", queue.title()));
            }
        }
        return new Whole(
                view.version(),
                at.toEpochMilli(),
                view.silence().orElse(null),
                today.get().orElse(null),
                queues,
                people(view, now, known, at, language),
                alarms);
    }

    /** Those of hotline.xml in its order; then whatever Asterisk has beside them. */
    private static Set<String> queueNames(FloorView view, Hotline hotline) {
        Set<String> all = new LinkedHashSet<>();
        hotline.queues().stream().map(QueueRules::name).forEach(name -> all.add(name.value()));
        all.addAll(new TreeSet<>(view.queues().keySet()));
        return all;
    }

    private static Queue queue(FloorView view, Hotline hotline, String name, Language language) {
        List<Consultant> theirs =
                view.team().stream().filter(one -> one.queues().contains(name)).toList();
        return new Queue(
                name,
                hotline.queueTitle(name, language),
                theirs.size(),
                (int) theirs.stream()
                        .filter(one -> one.standing() == Standing.AVAILABLE)
                        .count(),
                view.queues().getOrDefault(name, List.of()).stream()
                        .map(caller -> new Caller(
                                caller.number(),
                                caller.language(),
                                caller.since().toEpochMilli()))
                        .toList());
    }

    private static List<Person> people(FloorView view, Hotline hotline, Team known, Instant at, Language language) {
        Map<String, String> all = new LinkedHashMap<>(known.consultants());
        // Whoever takes calls is shown, whatever the people page says of them.
        new TreeMap<>(view.consultants()).forEach((name, one) -> {
            if (one.standing() != Standing.SIGNED_OUT) {
                all.putIfAbsent(name, known.others().getOrDefault(name, name));
            }
        });
        List<Person> people = new ArrayList<>();
        all.forEach((name, title) -> {
            Consultant one = view.consultants().get(name);
            people.add(
                    one == null
                            ? new Person(
                                    name,
                                    title,
                                    Standing.SIGNED_OUT.word(),
                                    "",
                                    at.toEpochMilli(),
                                    false,
                                    "",
                                    List.of(),
                                    null)
                            : person(one, title, hotline, language));
        });
        return people;
    }

    private static Person person(Consultant one, String title, Hotline hotline, Language language) {
        return new Person(
                one.name(),
                title,
                one.standing().word(),
                one.reason(),
                one.since().toEpochMilli(),
                one.reachable(),
                one.device(),
                one.queues(),
                one.call()
                        .map(call -> new Talk(
                                call.caller().number(),
                                hotline.queueTitle(call.queue(), language),
                                call.waited().toSeconds(),
                                call.since().toEpochMilli()))
                        .orElse(null));
    }
}
