package org.infolinia.hotline.ivr;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.calendar.OpeningHours;

/**
 * Asks of a tree whose targets all exist whether callers reach every node, and always get out again.
 *
 * <p>What decides a call's way besides keys is fixed from the beginning to the end of a visit. So the tree is walked once
 * for each of the {@link Circumstances} that can be told apart: every combination of open and closed calendars that
 * some moment has, with every number dialled that a node knows.
 */
public final class TreeCheck {

    /** Long enough for each holiday and closed day to meet each weekday. */
    private static final int YEARS = 12;

    private final IvrTree tree;
    private final List<Circumstances> all;

    /** What a caller meets in one of the circumstances. */
    private final Map<Circumstances, Set<String>> reached = new LinkedHashMap<>();

    /**
     * @param tree  every target in it is the id of a node of it, and subtrees do not call themselves
     * @param hours the hotline's own
     */
    public TreeCheck(IvrTree tree, OpeningHours hours) {
        this.tree = tree;
        this.all = circumstances(tree, hours);
        reach();
    }

    /**
     * Something wrong with one node.
     *
     * @param node      its id
     * @param attribute where in it; {@code id} where the node as a whole is meant
     * @param words     what is wrong and what is expected
     */
    public record Flaw(String node, String attribute, Texts words) {

        /** In English. */
        public String message() {
            return Remark.inEnglish(words);
        }
    }

    /** In the order of the tree; none for a sound one. */
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Set<String> connected = connected();
        for (IvrNode node : tree.nodes().values()) {
            if (!connected.contains(node.id())) {
                flaws.add(new Flaw(node.id(), "id", Remark.UNREACHED.of(node.id())));
            } else if (node instanceof IvrNode.Hours hours) {
                branch(hours, true).ifPresent(flaws::add);
                branch(hours, false).ifPresent(flaws::add);
            } else if (node instanceof IvrNode.Dialled dialled) {
                flaws.addAll(numbers(dialled));
            }
        }
        for (Set<String> loop : loops()) {
            String first = loop.iterator().next();
            boolean waits = loop.stream().anyMatch(id -> node(id).later().isPresent());
            flaws.add(new Flaw(
                    first,
                    "id",
                    (waits ? Remark.ENDLESS_UNANSWERED : Remark.ENDLESS_SILENT)
                            .of(String.join(" → ", loop) + " → " + first)));
        }
        return flaws;
    }

    // Circumstances that can be told apart

    private static List<Circumstances> circumstances(IvrTree tree, OpeningHours hours) {
        Set<String> numbers = new LinkedHashSet<>(Set.of(""));
        for (IvrNode node : tree.nodes().values()) {
            if (node instanceof IvrNode.Dialled dialled) {
                dialled.numbers().keySet().forEach(number -> numbers.add(number.digits()));
            }
        }
        Set<Circumstances> all = new LinkedHashSet<>();
        for (Map.Entry<Boolean, Set<String>> open : openings(tree, hours)) {
            numbers.forEach(number -> all.add(new Circumstances(open.getKey(), open.getValue(), number)));
        }
        return List.copyOf(all);
    }

    /** Every combination of open calendars that a moment of the years, or of a day named outside them, has. */
    private static Set<Map.Entry<Boolean, Set<String>>> openings(IvrTree tree, OpeningHours hours) {
        Set<Map.Entry<Boolean, Set<String>>> openings = new LinkedHashSet<>();
        Set<List<List<OpeningHours.Span>>> daysSeen = new HashSet<>();
        List<OpeningHours> calendars = Stream.concat(Stream.of(hours), tree.timetables().values().stream())
                .toList();
        Set<LocalDate> days = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2025 + YEARS, 1, 1))
                .collect(Collectors.toCollection(TreeSet::new));
        calendars.forEach(calendar -> {
            days.addAll(calendar.closedDays().keySet());
            days.addAll(calendar.openDays().keySet());
        });
        for (LocalDate day : days) {
            List<List<OpeningHours.Span>> spans =
                    calendars.stream().map(calendar -> calendar.spansOn(day)).toList();
            if (daysSeen.add(spans)) {
                for (LocalTime time : boundaries(spans)) {
                    openings.add(opening(tree, spans, time));
                }
            }
        }
        return openings;
    }

    private static Set<LocalTime> boundaries(List<List<OpeningHours.Span>> spans) {
        Set<LocalTime> times = new TreeSet<>(Set.of(LocalTime.MIN));
        spans.stream().flatMap(List::stream).forEach(span -> {
            times.add(span.from());
            times.add(span.to());
        });
        return times;
    }

    private static Map.Entry<Boolean, Set<String>> opening(
            IvrTree tree, List<List<OpeningHours.Span>> spans, LocalTime time) {
        Set<String> open = new HashSet<>();
        int next = 1;
        for (String timetable : tree.timetables().keySet()) {
            if (isIn(spans.get(next++), time)) {
                open.add(timetable);
            }
        }
        return Map.entry(isIn(spans.get(0), time), Set.copyOf(open));
    }

    private static boolean isIn(List<OpeningHours.Span> spans, LocalTime time) {
        return spans.stream().anyMatch(span -> span.holds(time));
    }

    // What is reached

    /** All ways on from a node, whatever the circumstances; what comes after a subtree is not among them. */
    private Set<String> ways(IvrNode node) {
        Set<String> ways = new LinkedHashSet<>();
        all.forEach(circumstances -> ways.addAll(node.targets(circumstances)));
        if (node instanceof IvrNode.Hours hours) {
            ways.addAll(List.of(hours.open(), hours.closed()));
        } else if (node instanceof IvrNode.Dialled dialled) {
            ways.addAll(dialled.numbers().values());
            ways.add(dialled.otherwise());
        }
        node.later().ifPresent(ways::add);
        return ways;
    }

    /** Nodes to which some way leads, be there ever a time for it or not. */
    private Set<String> connected() {
        Set<String> connected = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(tree.start()));
        while (!next.isEmpty()) {
            IvrNode node = node(next.pop());
            if (connected.add(node.id())) {
                next.addAll(ways(node));
                if (node instanceof IvrNode.Call call) {
                    next.add(subtree(call).start());
                    if (returns(subtree(call)).anyMatch(connected::contains)) {
                        next.add(call.then());
                    }
                } else if (node instanceof IvrNode.Return) {
                    callersOf(node.id())
                            .filter(call -> connected.contains(call.id()))
                            .forEach(call -> next.add(call.then()));
                }
            }
        }
        return connected;
    }

    /** Walks on until nothing new is reached: what waits in a queue comes back in other circumstances. */
    private void reach() {
        all.forEach(circumstances -> reached.put(circumstances, new HashSet<>()));
        Deque<Map.Entry<Circumstances, String>> next = new ArrayDeque<>();
        all.forEach(circumstances -> next.add(Map.entry(circumstances, tree.start())));
        while (!next.isEmpty()) {
            Map.Entry<Circumstances, String> here = next.pop();
            Circumstances now = here.getKey();
            IvrNode node = node(here.getValue());
            if (!reached(now).add(node.id())) {
                continue;
            }
            node.targets(now).forEach(target -> next.add(Map.entry(now, target)));
            node.later().ifPresent(target -> sameNumber(now).forEach(then -> next.add(Map.entry(then, target))));
            if (node instanceof IvrNode.Call call) {
                next.add(Map.entry(now, subtree(call).start()));
                for (Circumstances then : cameBack(call, now)) {
                    if (returns(subtree(call)).anyMatch(reached(then)::contains)) {
                        next.add(Map.entry(then, call.then()));
                    }
                }
            } else if (node instanceof IvrNode.Return) {
                callersOf(node.id())
                        .filter(call -> cameBack(call, now).stream()
                                .anyMatch(then -> reached(then).contains(call.id())))
                        .forEach(call -> next.add(Map.entry(now, call.then())));
            }
        }
    }

    /** A subtree in which one may wait can be left at another time than it was entered. */
    private Collection<Circumstances> cameBack(IvrNode.Call call, Circumstances now) {
        return mayWait(subtree(call)) ? sameNumber(now).toList() : List.of(now);
    }

    private boolean mayWait(IvrTree.Subtree subtree) {
        return subtree.nodes().stream()
                .map(this::node)
                .anyMatch(node ->
                        node.later().isPresent() || (node instanceof IvrNode.Call inner && mayWait(subtree(inner))));
    }

    private Stream<Circumstances> sameNumber(Circumstances now) {
        return all.stream().filter(other -> other.dialled().equals(now.dialled()));
    }

    private Stream<String> returns(IvrTree.Subtree subtree) {
        return subtree.nodes().stream().filter(id -> node(id) instanceof IvrNode.Return);
    }

    private Stream<IvrNode.Call> callersOf(String node) {
        Optional<String> subtree = tree.subtreeOf(node).map(IvrTree.Subtree::id);
        return tree.nodes().values().stream()
                .filter(IvrNode.Call.class::isInstance)
                .map(IvrNode.Call.class::cast)
                .filter(call -> subtree.equals(Optional.of(call.subtree())));
    }

    // Branches that no time or number can take

    private Optional<Flaw> branch(IvrNode.Hours node, boolean open) {
        List<Circumstances> here =
                all.stream().filter(now -> reached(now).contains(node.id())).toList();
        if (here.isEmpty() || here.stream().anyMatch(now -> node.isOpen(now) == open)) {
            return Optional.empty();
        }
        Texts calendar = node.timetable().map(Remark.THE_TIMETABLE::of).orElseGet(Remark.THE_HOTLINE::of);
        return Optional.of(new Flaw(
                node.id(),
                open ? "open" : "closed",
                (open ? Remark.NEVER_OPEN : Remark.NEVER_CLOSED).of(node.id(), calendar)));
    }

    private List<Flaw> numbers(IvrNode.Dialled node) {
        List<Flaw> flaws = new ArrayList<>();
        for (DialledNumber number : node.numbers().keySet()) {
            boolean taken = all.stream()
                    .anyMatch(now ->
                            reached(now).contains(node.id()) && node.meant(now).equals(Optional.of(number)));
            boolean arrived = all.stream().anyMatch(now -> reached(now).contains(node.id()));
            if (arrived && !taken) {
                flaws.add(new Flaw(node.id(), "id", Remark.NEVER_DIALLED.of(number.digits())));
            }
        }
        return flaws;
    }

    // Loops

    /** Of a caller who presses no key; each once, without the way that leads into it. */
    private Collection<Set<String>> loops() {
        Map<Set<String>, Set<String>> loops = new LinkedHashMap<>();
        for (Circumstances now : all) {
            Silence silence = new Silence(now);
            for (String start : tree.nodes().keySet()) {
                if (reached(now).contains(start)) {
                    silence.loopFrom(start).ifPresent(loop -> loops.putIfAbsent(Set.copyOf(loop), loop));
                }
            }
        }
        return loops.values();
    }

    /**
     * The way of a caller who presses no key and is never answered: each node has one way on at most, so a walk from any
     * node either ends or meets itself. A call is one step of it, to where its subtree lets go of the caller.
     */
    private final class Silence {
        private final Circumstances now;
        private final Set<String> settled = new HashSet<>();
        private final Map<String, Optional<String>> afterCall = new HashMap<>();

        Silence(Circumstances now) {
            this.now = now;
        }

        Optional<LinkedHashSet<String>> loopFrom(String start) {
            LinkedHashSet<String> way = new LinkedHashSet<>();
            Optional<String> here = Optional.of(start);
            while (here.isPresent() && !settled.contains(here.get()) && way.add(here.get())) {
                here = on(node(here.get()));
            }
            settled.addAll(way);
            return here.filter(way::contains).map(first -> from(first, way));
        }

        private Optional<String> on(IvrNode node) {
            if (node instanceof IvrNode.Call call) {
                return throughSubtree(call);
            }
            return node.later().or(() -> node.withoutKeys(now));
        }

        private Optional<String> throughSubtree(IvrNode.Call call) {
            Optional<String> known = afterCall.get(call.id());
            if (known != null) {
                return known;
            }
            IvrTree.Subtree subtree = subtree(call);
            Set<String> way = new HashSet<>();
            Optional<String> here = Optional.of(subtree.start());
            while (here.isPresent() && subtree.nodes().contains(here.get()) && way.add(here.get())) {
                IvrNode node = node(here.get());
                here = node instanceof IvrNode.Return ? Optional.of(call.then()) : on(node);
            }
            // A loop within the subtree is told of there; whoever is in it never comes out.
            Optional<String> out = here.filter(target -> !subtree.nodes().contains(target));
            afterCall.put(call.id(), out);
            return out;
        }

        private LinkedHashSet<String> from(String first, Set<String> way) {
            LinkedHashSet<String> loop = new LinkedHashSet<>();
            boolean inLoop = false;
            for (String node : way) {
                inLoop |= node.equals(first);
                if (inLoop) {
                    loop.add(node);
                }
            }
            return loop;
        }
    }

    private Set<String> reached(Circumstances circumstances) {
        return reached.getOrDefault(circumstances, Set.of());
    }

    private IvrTree.Subtree subtree(IvrNode.Call call) {
        IvrTree.Subtree subtree = tree.subtrees().get(call.subtree());
        if (subtree == null) {
            throw new IllegalArgumentException("no subtree \"" + call.subtree() + "\" in the tree");
        }
        return subtree;
    }

    private IvrNode node(String id) {
        IvrNode node = tree.nodes().get(id);
        if (node == null) {
            throw new IllegalArgumentException("no node \"" + id + "\" in the tree");
        }
        return node;
    }
}
