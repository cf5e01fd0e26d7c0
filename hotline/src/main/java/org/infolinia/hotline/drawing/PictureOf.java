package org.infolinia.hotline.drawing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.drawing.Picture.Arrow;
import org.infolinia.hotline.drawing.Picture.Box;
import org.infolinia.hotline.drawing.Picture.Kind;
import org.infolinia.hotline.drawing.Picture.Line;
import org.infolinia.hotline.ivr.Circumstances;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.hotline.ivr.IvrTree;

/** Says of each node what a person has to know of it. */
final class PictureOf {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Hotline hotline;
    private final Language language;
    private final Optional<Instant> at;
    private final Optional<Circumstances> circumstances;
    private final Wording wording;
    private final Set<String> awake;

    /** What callers hear at a node when they first can get there. */
    private final Map<String, Language> spoken = new HashMap<>();

    PictureOf(Hotline hotline, Language language, Optional<Instant> at) {
        this.hotline = hotline;
        this.language = language;
        this.at = at;
        this.circumstances = at.map(moment -> hotline.tree().circumstances(hotline.hours(), moment, ""));
        this.wording = Wording.in(language);
        this.awake = awake();
        findSpoken();
    }

    Picture picture() {
        Map<String, Box> boxes = new LinkedHashMap<>();
        hotline.tree().nodes().values().stream()
                .filter(node -> !(node instanceof IvrNode.GoTo))
                .forEach(node -> boxes.put(node.id(), box(node)));
        Map<String, String> roots = new LinkedHashMap<>();
        roots.put(followed(hotline.tree().start()), wording.of("Dzwoniący", "Caller"));
        hotline.tree()
                .subtrees()
                .values()
                .forEach(subtree -> roots.putIfAbsent(
                        followed(subtree.start()), wording.of("Część", "Part") + " „" + subtree.id() + "”"));
        return new Picture(
                wording.of("Drzewo infolinii", "The hotline's tree"),
                at.map(this::moment).orElse(week()),
                boxes,
                roots);
    }

    private String moment(Instant moment) {
        var local = moment.atZone(hotline.hours().zone());
        Locale locale = Locale.forLanguageTag(language.code());
        String day = local.format(DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", locale));
        String reason = hotline.hours().day(local.toLocalDate(), language).reason();
        return day + ": "
                + (hotline.hours().isOpenAt(moment)
                        ? wording.of("infolinia czynna", "the hotline is open")
                        : wording.of("infolinia nieczynna", "the hotline is closed"))
                + (reason.isEmpty() ? "" : " (" + reason + ")")
                + wording.of(". Szare jest to, dokąd wtedy nikt nie trafi.", ". Grey: where nobody gets then.");
    }

    private Box box(IvrNode node) {
        List<Line> lines = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        Kind kind;
        String heading;
        if (node instanceof IvrNode.Announce announce) {
            kind = Kind.ANNOUNCE;
            heading = wording.of("Zapowiedź", "Announcement");
            words(node, announce.say(), lines);
            arrows.add(arrow(node, "", announce.then()));
        } else if (node instanceof IvrNode.Menu menu) {
            kind = Kind.MENU;
            heading = "Menu";
            words(node, menu.question().say(), lines);
            menu.repeat()
                    .ifPresent(
                            key -> lines.add(new Line("", key + wording.of(" mówi to jeszcze raz", " says it again"))));
            menu.back()
                    .ifPresent(key -> lines.add(new Line(
                            "", key + wording.of(" wraca do poprzedniego menu", " goes back to the menu before"))));
            menu.keys().forEach((key, target) -> arrows.add(arrow(node, key.toString(), target)));
            arrows.add(arrow(node, wording.of("bez wyboru", "no choice"), menu.otherwise()));
        } else if (node instanceof IvrNode.Ask ask) {
            kind = Kind.MENU;
            heading = wording.of("Pytanie o cyfry", "Question for digits");
            words(node, ask.question().say(), lines);
            arrows.add(arrow(node, wording.of("cyfry podane", "digits given"), ask.then()));
            arrows.add(arrow(node, wording.of("nie podano", "none given"), ask.otherwise()));
        } else if (node instanceof IvrNode.Hours hours) {
            kind = Kind.BRANCH;
            heading = wording.of("Czy jest czynne?", "Is it open?");
            lines.add(new Line(
                    "",
                    week(hours.timetable()
                            .map(id -> hotline.tree().timetables().getOrDefault(id, hotline.hours()))
                            .orElse(hotline.hours()))));
            arrows.add(arrow(node, wording.of("czynne", "open"), hours.open()));
            arrows.add(arrow(node, wording.of("nieczynne", "closed"), hours.closed()));
        } else if (node instanceof IvrNode.Dialled dialled) {
            kind = Kind.BRANCH;
            heading = wording.of("Na jaki numer?", "Which number was dialled?");
            dialled.numbers().forEach((number, target) -> arrows.add(arrow(node, number.digits(), target)));
            arrows.add(arrow(node, wording.of("inny", "another"), dialled.otherwise()));
        } else if (node instanceof IvrNode.Speak speak) {
            kind = Kind.LANGUAGE;
            heading = wording.of("Odtąd po: ", "From here in: ")
                    + Locale.forLanguageTag(speak.language().code())
                            .getDisplayLanguage(Locale.forLanguageTag(language.code()));
            arrows.add(arrow(node, "", speak.then()));
        } else if (node instanceof IvrNode.Unrecorded unrecorded) {
            kind = Kind.LANGUAGE;
            heading = wording.of("Odtąd bez nagrywania", "Not recorded from here");
            arrows.add(arrow(node, "", unrecorded.then()));
        } else if (node instanceof IvrNode.Call call) {
            kind = Kind.SUBTREE;
            heading = wording.of("Część „", "Part „") + call.subtree() + "”";
            arrows.add(arrow(node, wording.of("potem", "then"), call.then()));
        } else if (node instanceof IvrNode.Return) {
            kind = Kind.SUBTREE;
            heading = wording.of("Wraca tam, skąd przyszło", "Back to where it came from");
        } else if (node instanceof IvrNode.ToQueue to) {
            kind = Kind.QUEUE;
            heading = wording.of("Kolejka ", "Queue ") + to.queue();
            queue(to.queue(), lines);
            to.then()
                    .ifPresent(target ->
                            arrows.add(arrow(node, wording.of("nikt nie odebrał", "nobody answered"), target)));
        } else if (node instanceof IvrNode.CallBack to) {
            kind = Kind.OUTSIDE;
            heading = wording.of("Prośba o oddzwonienie", "Request for a call back");
            queue(to.queue(), lines);
        } else if (node instanceof IvrNode.Transfer to) {
            kind = Kind.OUTSIDE;
            heading = wording.of("Przekazanie na ", "Put through to ") + to.number();
        } else {
            kind = Kind.END;
            heading = wording.of("Koniec rozmowy", "End of the call");
            if (node instanceof IvrNode.End end) {
                words(node, end.say(), lines);
            }
        }
        return new Box(
                node.id(),
                kind,
                heading,
                lines,
                Picture.merged(arrows, wording.of("klawisz", "key")),
                !awake.contains(node.id()));
    }

    private void words(IvrNode node, List<String> announcements, List<Line> lines) {
        Language here = spoken.getOrDefault(node.id(), language);
        for (String id : announcements) {
            String text = Optional.ofNullable(hotline.announcements().get(id))
                    .map(one -> one.text())
                    .flatMap(texts -> texts.in(here).or(() -> inLanguage(texts)))
                    .orElse("");
            String said = Texts.inOneLine(text);
            lines.add(new Line(id, wording.of("„" + said + "”", "“" + said + "”")));
        }
    }

    private Optional<String> inLanguage(Texts texts) {
        return texts.in(language).or(() -> texts.in(hotline.languages().get(0)));
    }

    private void queue(QueueName name, List<Line> lines) {
        hotline.queue(name)
                .flatMap(rules -> rules.topic())
                .flatMap(id -> hotline.topics().stream()
                        .filter(topic -> topic.id().equals(id))
                        .findFirst())
                .flatMap(topic -> inLanguage(topic.name()))
                .ifPresentOrElse(
                        topic -> lines.add(new Line("", topic)),
                        () -> lines.add(new Line("", wording.of("wszystkie tematy", "all topics"))));
    }

    private String week() {
        return week(hotline.hours());
    }

    /** {@code poniedziałek–piątek 08:00–17:00}: days in a row with the same hours are named together. */
    private String week(OpeningHours hours) {
        List<String> parts = new ArrayList<>();
        DayOfWeek first = null;
        for (DayOfWeek day : DayOfWeek.values()) {
            List<OpeningHours.Span> spans = hours.weekly().getOrDefault(day, List.of());
            if (first == null || !spans.equals(hours.weekly().getOrDefault(first, List.of()))) {
                first = day;
            }
            boolean last =
                    day == DayOfWeek.SUNDAY || !spans.equals(hours.weekly().getOrDefault(day.plus(1), List.of()));
            if (last && !spans.isEmpty()) {
                parts.add((first == day ? name(day) : name(first) + "–" + name(day)) + " "
                        + spans.stream()
                                .map(span -> TIME.format(span.from()) + "–" + TIME.format(span.to()))
                                .collect(Collectors.joining(", ")));
            }
        }
        return parts.isEmpty() ? wording.of("tylko w pojedyncze dni", "on single days only") : String.join("; ", parts);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.code()));
    }

    private Arrow arrow(IvrNode from, String label, String target) {
        boolean taken =
                circumstances.map(now -> targets(from, now).contains(target)).orElse(true);
        return new Arrow(label, followed(target), !taken || !awake.contains(from.id()));
    }

    /** A goto is no place of its own to a person: the arrow leads where it leads. */
    private String followed(String target) {
        Set<String> passed = new LinkedHashSet<>();
        String here = target;
        while (hotline.tree().nodes().get(here) instanceof IvrNode.GoTo on && passed.add(here)) {
            here = on.target();
        }
        return here;
    }

    /** Where callers get at the moment of the picture; everywhere without one. */
    private Set<String> awake() {
        Set<String> reached = new LinkedHashSet<>();
        if (circumstances.isEmpty()) {
            return hotline.tree().nodes().keySet();
        }
        Deque<String> next = new ArrayDeque<>(List.of(hotline.tree().start()));
        while (!next.isEmpty()) {
            IvrNode node = hotline.tree().nodes().get(next.pop());
            if (node != null && reached.add(node.id())) {
                next.addAll(targets(node, circumstances.get()));
                if (node instanceof IvrNode.Call call) {
                    Optional.ofNullable(hotline.tree().subtrees().get(call.subtree()))
                            .map(IvrTree.Subtree::start)
                            .ifPresent(next::add);
                }
            }
        }
        return reached;
    }

    private void findSpoken() {
        Deque<String> next = new ArrayDeque<>(List.of(hotline.tree().start()));
        spoken.put(hotline.tree().start(), language);
        while (!next.isEmpty()) {
            IvrNode node = hotline.tree().nodes().get(next.poll());
            if (node == null) {
                continue;
            }
            Language behind =
                    node instanceof IvrNode.Speak speak ? speak.language() : spoken.getOrDefault(node.id(), language);
            for (String target : everyTarget(node)) {
                if (spoken.putIfAbsent(target, behind) == null) {
                    next.add(target);
                }
            }
        }
    }

    /** At any time. */
    private Set<String> everyTarget(IvrNode node) {
        Set<String> targets = targets(
                node, new Circumstances(true, hotline.tree().timetables().keySet(), ""));
        targets.addAll(targets(node, new Circumstances(false, Set.of(), "")));
        if (node instanceof IvrNode.Call call) {
            Optional.ofNullable(hotline.tree().subtrees().get(call.subtree()))
                    .ifPresent(subtree -> targets.add(subtree.start()));
        }
        return targets;
    }

    /** Of any number dialled, with keys or without, and in a later visit too. */
    private static Set<String> targets(IvrNode node, Circumstances now) {
        Set<String> targets = new LinkedHashSet<>(node.targets(now));
        if (node instanceof IvrNode.Dialled dialled) {
            targets.addAll(dialled.numbers().values());
        }
        if (node instanceof IvrNode.Call call) {
            targets.add(call.then());
        }
        node.later().ifPresent(targets::add);
        return targets;
    }
}
