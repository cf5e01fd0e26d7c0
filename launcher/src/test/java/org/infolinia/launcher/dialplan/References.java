package org.infolinia.launcher.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one of Asterisk's files names and another has to hold. */
final class References {

    private static final String SOUNDS = "infolinia/";
    /** Settings of pjsip.conf that name a section of another type. */
    private static final List<String> OF_PJSIP = List.of("transport", "auth", "outbound_auth", "aors", "endpoint");

    /** What the dialplan reads of a file call by call: file, section, value; one that is computed ends at its {@code $}. */
    private static final Pattern LIVE = Pattern.compile("AST_CONFIG\\(([^,()$]*),([^,()$]*)([^,]*),([^,()$]*)");

    private final ConfFiles files;

    References(ConfFiles files) {
        this.files = files;
    }

    /** @param announcements ids of hotline.xml */
    List<String> findings(Set<String> announcements) {
        List<String> all = new ArrayList<>(files.missingIncludes());
        Dialplan dialplan = dialplan();
        all.addAll(dialplan.findings());
        for (String file : List.of("queues.conf", "pjsip.conf", "musiconhold.conf", "manager.conf")) {
            templates(file, all);
        }
        Set<String> music = names("musiconhold.conf");
        require("queues.conf", "musicclass", music, "music class", all);
        require("queues.conf", "defaultrule", names("queuerules.conf"), "rule", all);
        require("pjsip.conf", "context", dialplan.contexts(), "context", all);
        OF_PJSIP.forEach(key -> require("pjsip.conf", key, names("pjsip.conf"), key, all));
        sounds(dialplan, announcements, all);
        queues(dialplan, all);
        live(dialplan, all);
        return all;
    }

    Dialplan dialplan() {
        return Dialplan.of(files.sections("extensions.conf"));
    }

    private Set<String> names(String file) {
        return files.sections(file).stream()
                .filter(section -> !section.isTemplate())
                .map(ConfFiles.Section::name)
                .collect(Collectors.toSet());
    }

    /** A template is defined before it is used; Asterisk skips the rest of the file otherwise. */
    private void templates(String file, List<String> all) {
        List<String> known = new ArrayList<>();
        for (ConfFiles.Section section : files.sections(file)) {
            section.templates().stream()
                    .filter(template -> !known.contains(template))
                    .forEach(template -> all.add(section.source().place() + ": there is no template " + template));
            known.add(section.name());
        }
    }

    private void require(String file, String key, Set<String> known, String what, List<String> all) {
        for (ConfFiles.Section section : files.sections(file)) {
            for (String value : section.values(key)) {
                if (!known.contains(value)) {
                    all.add(section.source().place() + ": [" + section.name() + "]: there is no " + what + " " + value);
                }
            }
        }
    }

    private static void sounds(Dialplan dialplan, Set<String> announcements, List<String> all) {
        for (Step step : dialplan.steps()) {
            for (String sound : step.sounds()) {
                if (!sound.contains("$")
                        && (!sound.startsWith(SOUNDS) || !announcements.contains(sound.substring(SOUNDS.length())))) {
                    all.add(step.source().place() + ": there is no announcement " + sound);
                }
            }
        }
    }

    private void queues(Dialplan dialplan, List<String> all) {
        Set<String> queues = names("queues.conf");
        for (Step step : dialplan.steps()) {
            if (Set.of("Queue", "AddQueueMember", "RemoveQueueMember").contains(step.application())) {
                String queue = Nesting.split(step.arguments(), ',').get(0);
                if (!queue.contains("$") && !queues.contains(queue)) {
                    all.add(step.source().place() + ": there is no queue " + queue);
                }
            }
        }
    }

    /** A missing value is empty to the dialplan, in silence: so each that is asked for has to be written. */
    private void live(Dialplan dialplan, List<String> all) {
        for (Step step : dialplan.steps()) {
            for (Matcher asked = LIVE.matcher(step.arguments()); asked.find(); ) {
                String section = asked.group(2);
                String value = asked.group(4);
                boolean written = files.sections(asked.group(1)).stream()
                        .filter(one -> asked.group(3).isEmpty()
                                ? one.name().equals(section)
                                : one.name().startsWith(section))
                        .anyMatch(one -> one.lines().stream()
                                .anyMatch(line -> line.text().startsWith(value)));
                if (!written) {
                    all.add(step.source().place() + ": there is no " + value + " in [" + section + "] of "
                            + asked.group(1));
                }
            }
        }
    }
}
