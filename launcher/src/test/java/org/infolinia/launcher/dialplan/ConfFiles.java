package org.infolinia.launcher.dialplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Asterisk's configuration folder: what each file says, {@code #include} followed. */
final class ConfFiles {

    private static final Pattern INCLUDE = Pattern.compile("#(?:try)?include\\s+[<\"]?([^<>\"]+?)[>\"]?");
    private static final Pattern HEAD = Pattern.compile("\\[([^\\]]*)\\]\\s*(?:\\(([^)]*)\\))?");

    /**
     * A section.
     *
     * @param options what stands in brackets behind its name: {@code !} for a template, else templates' names
     */
    record Section(ConfLine source, String name, List<String> options, List<ConfLine> lines) {

        boolean isTemplate() {
            return options.contains("!");
        }

        List<String> templates() {
            return options.stream()
                    .filter(option -> !option.equals("!") && !option.equals("+") && !option.isEmpty())
                    .toList();
        }

        /** Values of a key, in order. */
        List<String> values(String key) {
            return lines.stream()
                    .map(line -> line.text().split("\\s*=>?\\s*", 2))
                    .filter(pair -> pair.length == 2 && pair[0].equals(key))
                    .map(pair -> pair[1])
                    .toList();
        }
    }

    private final Map<String, String> texts;

    /** @param texts by name, as an {@code #include} gives it */
    ConfFiles(Map<String, String> texts) {
        this.texts = new LinkedHashMap<>(texts);
    }

    /** The same folder with one file otherwise. */
    ConfFiles with(String file, String text) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(file, text);
        return new ConfFiles(changed);
    }

    String text(String file) {
        return texts.getOrDefault(file, "");
    }

    /** A sentence for each {@code #include} of a file that is not there. */
    List<String> missingIncludes() {
        List<String> missing = new ArrayList<>();
        texts.forEach((file, text) -> ConfLine.of(file, text).forEach(line -> {
            Matcher include = INCLUDE.matcher(line.text());
            if (include.matches() && !texts.containsKey(include.group(1))) {
                missing.add(line.place() + ": there is no file " + include.group(1));
            }
        }));
        return missing;
    }

    /** The sections of a file and of all it includes, in the order read. */
    List<Section> sections(String file) {
        List<Section> sections = new ArrayList<>();
        for (ConfLine line : lines(file, new LinkedHashSet<>())) {
            Matcher head = HEAD.matcher(line.text());
            if (head.matches()) {
                String options = head.group(2) == null ? "" : head.group(2);
                sections.add(new Section(line, head.group(1), List.of(options.split("\\s*,\\s*")), new ArrayList<>()));
            } else if (!sections.isEmpty()) {
                sections.get(sections.size() - 1).lines().add(line);
            }
        }
        return sections;
    }

    private List<ConfLine> lines(String file, Set<String> reading) {
        List<ConfLine> lines = new ArrayList<>();
        if (!reading.add(file)) {
            return lines;
        }
        for (ConfLine line : ConfLine.of(file, text(file))) {
            Matcher include = INCLUDE.matcher(line.text());
            if (include.matches()) {
                lines.addAll(lines(include.group(1), reading));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }
}
