package org.infolinia.launcher.dialplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The contexts of extensions.conf with all it includes, and what does not fit together in them. */
final class Dialplan {

    private static final Set<String> NO_CONTEXTS = Set.of("general", "globals");
    private static final Pattern PRIORITY = Pattern.compile("(\\d+|n|hint)(?:\\(([^)]*)\\))?");
    private static final Pattern UNBRACKETED = Pattern.compile("\\[[^\\]]*\\]");
    /** What a caller from outside must never set off. */
    private static final Set<String> OUTBOUND =
            Set.of("Dial", "Originate", "System", "TrySystem", "ChanSpy", "ExternalIVR", "DISA", "Transfer");

    private record Context(ConfLine source, Map<String, Extension> extensions, List<String> includes) {}

    private final Map<String, Context> contexts = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    private Dialplan() {}

    static Dialplan of(List<ConfFiles.Section> sections) {
        Dialplan dialplan = new Dialplan();
        sections.stream()
                .filter(section -> !NO_CONTEXTS.contains(section.name()))
                .forEach(dialplan::read);
        return dialplan;
    }

    Set<String> contexts() {
        return contexts.keySet();
    }

    /** A sentence for each thing that does not fit, with its place. */
    List<String> findings() {
        List<String> all = new ArrayList<>(findings);
        contexts.forEach((name, context) -> {
            if (!name.startsWith("infolinia-")) {
                all.add(context.source().place() + ": context " + name + " does not begin with infolinia-");
            }
            context.includes().stream()
                    .filter(included -> !contexts.containsKey(included))
                    .forEach(included -> all.add(context.source().place() + ": there is no context " + included));
            for (Extension extension : context.extensions().values()) {
                patternFinding(extension).ifPresent(all::add);
                for (Step step : extension.steps()) {
                    step.withConditional().stream()
                            .flatMap(one -> one.targets().stream())
                            .forEach(target -> targetFinding(name, extension, step, target, all));
                }
            }
        });
        return all;
    }

    /** All contexts that a call may come to, that of its beginning included. */
    Set<String> reachableFrom(String beginning) {
        return reachableFrom(beginning, Set.of());
    }

    /** The same, if no call came through the contexts that are shut. */
    Set<String> reachableFrom(String beginning, Set<String> shut) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(beginning));
        while (!next.isEmpty()) {
            String name = next.pop();
            Context context = contexts.get(name);
            if (context != null && !shut.contains(name) && reached.add(name)) {
                next.addAll(context.includes());
                steps(context)
                        .flatMap(step -> step.targets().stream())
                        .map(target -> Nesting.split(target, ','))
                        .filter(target -> target.size() == 3)
                        .forEach(target -> next.add(target.get(0)));
            }
        }
        return reached;
    }

    /** A sentence for each step there that dials out or leaves the dialplan's hands. */
    List<String> outboundSteps(Collection<String> names) {
        return names.stream()
                .map(contexts::get)
                .flatMap(Dialplan::steps)
                .filter(step -> OUTBOUND.contains(step.application()))
                .map(step -> step.source().place() + ": " + step.application())
                .toList();
    }

    /** Every step, those run on a condition taken by themselves. */
    List<Step> steps() {
        return contexts.values().stream().flatMap(Dialplan::steps).toList();
    }

    private static Stream<Step> steps(Context context) {
        return context.extensions().values().stream()
                .flatMap(extension -> extension.steps().stream())
                .flatMap(step -> step.withConditional().stream());
    }

    private void read(ConfFiles.Section section) {
        if (contexts.containsKey(section.name())) {
            findings.add(section.source().place() + ": context " + section.name() + " is there twice");
        }
        Context context = contexts.computeIfAbsent(
                section.name(), name -> new Context(section.source(), new LinkedHashMap<>(), new ArrayList<>()));
        String extension = "";
        for (ConfLine line : section.lines()) {
            String[] pair = line.text().split("\\s*=>?\\s*", 2);
            if (pair.length < 2) {
                findings.add(line.place() + ": not understood: " + line.text());
            } else if (pair[0].equals("include")) {
                context.includes().add(pair[1]);
            } else if (pair[0].equals("exten") || pair[0].equals("same")) {
                String step = pair[1];
                if (pair[0].equals("exten")) {
                    extension = Nesting.split(step, ',').get(0);
                    step = step.substring(Math.min(step.length(), extension.length() + 1));
                }
                add(context, extension, line, step);
            } else {
                findings.add(line.place() + ": not understood: " + line.text());
            }
        }
    }

    private void add(Context context, String name, ConfLine line, String text) {
        String priority = Nesting.split(text, ',').get(0);
        Matcher parts = PRIORITY.matcher(priority);
        if (name.isEmpty() || !parts.matches() || text.length() <= priority.length()) {
            findings.add(line.place() + ": not understood: " + line.text());
            return;
        }
        Extension extension = context.extensions().computeIfAbsent(name, Extension::new);
        if (parts.group(1).matches("\\d+")
                && Integer.parseInt(parts.group(1)) != extension.steps().size() + 1) {
            findings.add(line.place() + ": priority " + parts.group(1) + " of " + name
                    + " is there already or leaves a gap");
        }
        String label = parts.group(2) == null ? "" : parts.group(2);
        extension.steps().add(Step.of(line, label, text.substring(priority.length() + 1)));
    }

    private static Optional<String> patternFinding(Extension extension) {
        String plain = UNBRACKETED.matcher(extension.name()).replaceAll("");
        return extension.isPattern() && plain.matches(".*[nxz].*")
                ? Optional.of(extension.steps().get(0).source().place() + ": in the pattern " + extension.name()
                        + " the letters n, x and z stand for digits; bracket them")
                : Optional.empty();
    }

    private void targetFinding(String here, Extension from, Step step, String target, List<String> all) {
        List<String> parts = Nesting.split(target.strip(), ',');
        String context = parts.size() == 3 ? parts.get(0) : here;
        String priority = parts.get(parts.size() - 1);
        String place = step.source().place() + ": ";
        if (parts.size() > 3) {
            all.add(place + "not understood: " + target);
        } else if (context.contains("$")) {
            all.add(place + "the context of " + target + " is computed: nobody can tell where the call goes");
        } else if (!contexts.containsKey(context)) {
            all.add(place + "there is no context " + context);
        } else if (parts.size() == 1
                ? !from.hasPriority(priority)
                : !exists(context, parts.get(parts.size() - 2), priority)) {
            all.add(place + "there is no " + target + (parts.size() == 3 ? "" : " in " + context));
        }
    }

    private boolean exists(String context, String extension, String priority) {
        Context there = contexts.get(context);
        return there != null
                && (there.extensions().values().stream()
                                .anyMatch(one -> one.mayBe(extension) && one.hasPriority(priority))
                        || there.includes().stream().anyMatch(included -> exists(included, extension, priority)));
    }
}
