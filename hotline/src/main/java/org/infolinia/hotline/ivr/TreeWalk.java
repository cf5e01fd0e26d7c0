package org.infolinia.hotline.ivr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;

/** Walks one caller through the tree; the same for real calls and for simulated ones. */
public final class TreeWalk {

    /** More than any sensible visit needs; reached by a caller who presses "say again" without end. */
    static final int MOST_NODES = 200;

    private final Hotline hotline;

    public TreeWalk(Hotline hotline) {
        this.hotline = hotline;
    }

    /** Whether a visit may begin there: the node exists, and so does the way back from the subtrees it is in. */
    public boolean knows(Destination.Place place) {
        if (!hotline.tree().nodes().containsKey(place.node())) {
            return false;
        }
        Optional<IvrTree.Subtree> inside = Optional.empty();
        for (String caller : place.callers()) {
            if (!(hotline.tree().nodes().get(caller) instanceof IvrNode.Call call)
                    || !hotline.tree().subtreeOf(caller).equals(inside)) {
                return false;
            }
            inside = Optional.ofNullable(hotline.tree().subtrees().get(call.subtree()));
        }
        return hotline.tree().subtreeOf(place.node()).equals(inside);
    }

    /**
     * Leads the caller from where the visit begins to where the tree lets go of them.
     *
     * <p>After 200 nodes the walk is cut short: to the general queue, or to an end where the hotline is closed.
     *
     * @throws CallerHungUp when the caller left on the way
     * @throws IllegalArgumentException when the tree does not know the place where the visit begins
     */
    public Destination walk(CallerLine line, Visit visit) throws CallerHungUp {
        visit.at().filter(place -> !knows(place)).ifPresent(place -> {
            throw new IllegalArgumentException("no visit can begin at " + place);
        });
        return new Walk(line, visit).lead();
    }

    /** One caller on the way. */
    private final class Walk {
        private final CallerLine line;
        private final Circumstances circumstances;
        private final Destination.Place from;
        private Language language;
        private boolean closed;

        /** Announcements of nodes already passed that are still to be said: in a row they cost one command. */
        private final List<Unsaid> unsaid = new ArrayList<>();

        /** Call nodes whose subtrees the caller is in, the outermost first. */
        private List<String> callers;

        /** Menus and questions on the way here, the nearest last. */
        private final Deque<Destination.Place> asked = new ArrayDeque<>();

        private record Unsaid(String announcement, String node, boolean bargeIn) {}

        Walk(CallerLine line, Visit visit) {
            this.line = line;
            this.circumstances = hotline.tree().circumstances(hotline.hours(), visit.moment(), visit.dialled());
            this.from = visit.at().orElse(new Destination.Place(hotline.tree().start(), List.of()));
            this.callers = from.callers();
            this.language = visit.language()
                    .filter(hotline.languages()::contains)
                    .orElse(hotline.languages().get(0));
        }

        Destination lead() throws CallerHungUp {
            line.speak(language);
            IvrNode node = node(from.node());
            for (int visited = 1; visited < MOST_NODES; visited++) {
                Optional<String> next = visit(node);
                if (next.isEmpty()) {
                    return arrive(node);
                }
                node = node(next.get());
                // A way out of a subtree by another door than its return: nobody comes back to its caller.
                if (!callers.isEmpty() && hotline.tree().subtreeOf(node.id()).isEmpty()) {
                    callers = List.of();
                }
            }
            return breakOff(node);
        }

        /** Does what the node asks for; empty where the tree lets go of the call. */
        private Optional<String> visit(IvrNode node) throws CallerHungUp {
            if (node instanceof IvrNode.Menu menu) {
                return Optional.of(ask(menu));
            }
            if (node instanceof IvrNode.Ask ask) {
                return Optional.of(ask(ask));
            }
            if (node instanceof IvrNode.Call call) {
                return Optional.of(enter(call));
            }
            if (node instanceof IvrNode.Return) {
                return Optional.of(comeBack());
            }
            if (node instanceof IvrNode.Announce announce) {
                toSay(announce.say(), announce.id(), announce.bargeIn());
            } else if (node instanceof IvrNode.Hours hours && hours.timetable().isEmpty()) {
                closed = !circumstances.open();
            } else if (node instanceof IvrNode.Speak speak) {
                speak(speak.language());
            } else if (node instanceof IvrNode.End end) {
                toSay(end.say(), end.id(), false);
            } else if (node instanceof IvrNode.Unrecorded) {
                line.declinesRecording();
            }
            return node.withoutKeys(circumstances);
        }

        private String enter(IvrNode.Call call) {
            List<String> deeper = new ArrayList<>(callers);
            deeper.add(call.id());
            callers = List.copyOf(deeper);
            IvrTree.Subtree subtree = hotline.tree().subtrees().get(call.subtree());
            if (subtree == null) {
                throw new IllegalStateException("no subtree \"" + call.subtree() + "\"; the tree was never checked");
            }
            return subtree.start();
        }

        private String comeBack() {
            if (callers.isEmpty()
                    || !(hotline.tree().nodes().get(callers.get(callers.size() - 1)) instanceof IvrNode.Call caller)) {
                throw new IllegalStateException("a return outside a subtree; the tree was never checked");
            }
            callers = callers.subList(0, callers.size() - 1);
            return caller.then();
        }

        private String ask(IvrNode.Menu menu) throws CallerHungUp {
            remember(menu);
            List<String> before = sayUnsaid(menu.question().bargeIn());
            for (int attempt = 1; attempt <= menu.question().tries(); attempt++) {
                line.at(menu.id(), closed);
                List<String> prompts = prompts(menu.question(), before);
                Optional<Character> key = line.ask(prompts, menu.question().patience());
                if (key.isPresent()) {
                    if (menu.repeat().equals(key)) {
                        return menu.id();
                    }
                    if (menu.back().equals(key)) {
                        return before(menu);
                    }
                    String target = menu.keys().get(key.get());
                    if (target != null) {
                        return target;
                    }
                }
                before = complaint(menu.question(), key.isPresent());
            }
            return menu.otherwise();
        }

        private String ask(IvrNode.Ask ask) throws CallerHungUp {
            remember(ask);
            List<String> before = sayUnsaid(ask.question().bargeIn());
            for (int attempt = 1; attempt <= ask.question().tries(); attempt++) {
                line.at(ask.id(), closed);
                List<String> prompts = prompts(ask.question(), before);
                Optional<String> digits = line.askDigits(prompts, ask.question().patience(), ask.most(), ask.finish());
                if (digits.filter(ask::accepts).isPresent()) {
                    line.keep(digits.get());
                    return ask.then();
                }
                before = complaint(ask.question(), digits.isPresent());
            }
            return ask.otherwise();
        }

        /** What is said while the caller may already press keys; what they have to hear first is said here. */
        private List<String> prompts(Question question, List<String> before) throws CallerHungUp {
            List<String> prompts = new ArrayList<>(before);
            prompts.addAll(question.say());
            if (question.bargeIn()) {
                return prompts;
            }
            line.play(prompts);
            return List.of();
        }

        private static List<String> complaint(Question question, boolean pressed) {
            return (pressed ? question.invalid() : question.silence())
                    .map(List::of)
                    .orElse(List.of());
        }

        private void remember(IvrNode question) {
            Destination.Place here = new Destination.Place(question.id(), callers);
            if (!here.equals(asked.peekLast())) {
                asked.addLast(here);
            }
        }

        private String before(IvrNode.Menu menu) {
            asked.removeLast();
            Destination.Place earlier = asked.peekLast();
            if (earlier == null) {
                return menu.id();
            }
            callers = earlier.callers();
            return earlier.node();
        }

        private void speak(Language chosen) throws CallerHungUp {
            if (!chosen.equals(language)) {
                sayUnsaid(false);
                language = chosen;
                line.speak(chosen);
            }
        }

        private void toSay(List<String> announcements, String node, boolean bargeIn) {
            announcements.forEach(announcement -> unsaid.add(new Unsaid(announcement, node, bargeIn)));
        }

        /**
         * Says what is still unsaid.
         *
         * @param keepEnd whether to leave out, and give back, the end of it that a key may cut short
         */
        private List<String> sayUnsaid(boolean keepEnd) throws CallerHungUp {
            int end = unsaid.size();
            while (keepEnd && end > 0 && unsaid.get(end - 1).bargeIn()) {
                end--;
            }
            List<String> now = announcements(unsaid.subList(0, end));
            List<String> kept = announcements(unsaid.subList(end, unsaid.size()));
            if (!now.isEmpty()) {
                line.at(unsaid.get(end - 1).node(), closed);
                boolean said = line.play(now);
                if (said
                        && hotline.recording()
                                .filter(rules -> now.contains(rules.notice()))
                                .isPresent()) {
                    line.knowsOfRecording();
                }
            }
            unsaid.clear();
            return kept;
        }

        private static List<String> announcements(List<Unsaid> unsaid) {
            return unsaid.stream().map(Unsaid::announcement).toList();
        }

        private Destination arrive(IvrNode node) throws CallerHungUp {
            sayUnsaid(false);
            line.at(node.id(), closed);
            if (node instanceof IvrNode.ToQueue to) {
                Optional<Destination.Place> then = to.then().map(this::placeAt);
                return new Destination.Queued(to.queue(), language, to.priority(), to.longestWait(), then);
            }
            if (node instanceof IvrNode.CallBack to) {
                return new Destination.CalledBack(to.queue(), language);
            }
            if (node instanceof IvrNode.Transfer to) {
                return new Destination.Transferred(to.number(), language);
            }
            return new Destination.Ended(node.id(), closed, language);
        }

        private Destination.Place placeAt(String target) {
            boolean inside = hotline.tree().subtreeOf(target).isPresent();
            return new Destination.Place(target, inside ? callers : List.of());
        }

        private Destination breakOff(IvrNode node) {
            line.at(node.id(), closed);
            return circumstances.open()
                    ? new Destination.Queued(hotline.generalQueue(), language)
                    : new Destination.Ended(node.id(), true, language);
        }

        private IvrNode node(String id) {
            IvrNode node = hotline.tree().nodes().get(id);
            if (node == null) {
                throw new IllegalStateException("no node \"" + id + "\" in the tree; it was never checked");
            }
            return node;
        }
    }
}
