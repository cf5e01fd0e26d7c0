package org.infolinia.hotline.ivr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;

/** Walks one caller through the tree; the same for real calls and for simulated ones. */
public final class TreeWalk {

    /** More than any sensible call needs; reached by a caller who presses "say again" without end. */
    static final int MOST_NODES = 200;

    private final Hotline hotline;

    public TreeWalk(Hotline hotline) {
        this.hotline = hotline;
    }

    /**
     * Leads the caller from the first node to a queue or an end.
     *
     * <p>After 200 nodes the walk is cut short: to the general queue, or to an end where the hotline is closed.
     *
     * @param arrived moment the calendar is asked about; hours branches of one call all use it
     * @throws CallerHungUp when the caller left on the way
     */
    public Destination walk(CallerLine line, Instant arrived) throws CallerHungUp {
        return new Visit(line, hotline.hours().isOpenAt(arrived)).lead();
    }

    /** One caller on the way. */
    private final class Visit {
        private final CallerLine line;
        private final boolean open;
        private Language language;
        private boolean closed;

        /** Announcements of nodes already passed that are still to be said: in a row they cost one command. */
        private final List<String> unsaid = new ArrayList<>();

        private String unsaidAt = "";

        Visit(CallerLine line, boolean open) {
            this.line = line;
            this.open = open;
            this.language = hotline.languages().get(0);
        }

        Destination lead() throws CallerHungUp {
            line.speak(language);
            IvrNode node = node(hotline.tree().start());
            for (int visited = 1; visited < MOST_NODES; visited++) {
                Optional<String> next = visit(node);
                if (next.isEmpty()) {
                    return arrive(node);
                }
                node = node(next.get());
            }
            return breakOff(node);
        }

        /** Does what the node asks for; empty where the tree ends. */
        private Optional<String> visit(IvrNode node) throws CallerHungUp {
            if (node instanceof IvrNode.Menu menu) {
                return Optional.of(ask(menu));
            }
            if (node instanceof IvrNode.Announce announce) {
                unsaid.addAll(announce.say());
                unsaidAt = announce.id();
            } else if (node instanceof IvrNode.Hours) {
                closed = !open;
            } else if (node instanceof IvrNode.Speak speak) {
                speak(speak.language());
            }
            return node.withoutKeys(open);
        }

        private String ask(IvrNode.Menu menu) throws CallerHungUp {
            sayUnsaid();
            Optional<String> complaint = Optional.empty();
            for (int attempt = 1; attempt <= menu.tries(); attempt++) {
                List<String> prompts = new ArrayList<>();
                complaint.ifPresent(prompts::add);
                prompts.addAll(menu.say());
                line.at(menu.id(), closed);
                Optional<Character> key = line.ask(prompts, menu.patience());
                Optional<String> target = key.map(menu.keys()::get);
                if (target.isPresent()) {
                    return target.get();
                }
                complaint = key.isPresent() ? menu.invalid() : menu.silence();
            }
            return menu.otherwise();
        }

        private void speak(Language chosen) throws CallerHungUp {
            if (!chosen.equals(language)) {
                sayUnsaid();
                language = chosen;
                line.speak(chosen);
            }
        }

        private void sayUnsaid() throws CallerHungUp {
            if (!unsaid.isEmpty()) {
                line.at(unsaidAt, closed);
                line.play(List.copyOf(unsaid));
                unsaid.clear();
            }
        }

        private Destination arrive(IvrNode node) throws CallerHungUp {
            sayUnsaid();
            line.at(node.id(), closed);
            return node instanceof IvrNode.ToQueue toQueue
                    ? new Destination.Queued(toQueue.queue(), language)
                    : new Destination.Ended(node.id(), closed, language);
        }

        private Destination breakOff(IvrNode node) {
            line.at(node.id(), closed);
            return open
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
