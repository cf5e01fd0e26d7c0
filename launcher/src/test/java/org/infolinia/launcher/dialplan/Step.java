package org.infolinia.launcher.dialplan;

import java.util.List;

/**
 * One priority of an extension.
 *
 * @param label       empty without one
 * @param application such as {@code Goto}
 * @param arguments   as written between its brackets
 */
record Step(ConfLine source, String label, String application, String arguments) {

    private static final String HANGUP_HANDLER = "CHANNEL(hangup_handler_push)=";

    static Step of(ConfLine source, String label, String call) {
        int bracket = call.indexOf('(');
        if (bracket < 0 || !call.endsWith(")")) {
            return new Step(source, label, call, "");
        }
        return new Step(source, label, call.substring(0, bracket), call.substring(bracket + 1, call.length() - 1));
    }

    /** This step and those it runs on a condition: {@code ExecIf(condition?App(…):App(…))}. */
    List<Step> withConditional() {
        if (!application.equals("ExecIf")) {
            return List.of(this);
        }
        return branches().stream().map(branch -> of(source, "", branch)).toList();
    }

    /** Where it may send the call on, as written: {@code context,extension,priority}, {@code extension,priority} or one. */
    List<String> targets() {
        return switch (application) {
            case "Goto" -> List.of(arguments);
            case "Set" ->
                arguments.startsWith(HANGUP_HANDLER)
                        ? List.of(arguments.substring(HANGUP_HANDLER.length()))
                        : List.of();
            case "Gosub" -> List.of(withoutGosubArguments(arguments));
            case "GotoIf", "GotoIfTime" -> branches();
            case "GosubIf" ->
                branches().stream().map(Step::withoutGosubArguments).toList();
            default -> List.of();
        };
    }

    /** The sounds it plays. */
    List<String> sounds() {
        return switch (application) {
            case "Playback", "Background", "BackGround", "ControlPlayback" ->
                List.of(Nesting.split(arguments, ',').get(0).split("&"));
            case "Read" -> List.of(Nesting.split(arguments, ',').get(1).split("&"));
            default -> List.of();
        };
    }

    private List<String> branches() {
        List<String> parts = Nesting.split(arguments, '?');
        return parts.size() < 2
                ? List.of()
                : Nesting.split(parts.get(1), ':').stream()
                        .filter(branch -> !branch.isBlank())
                        .toList();
    }

    /** {@code s,1(${MOMENT})} is {@code s,1} with an argument. */
    private static String withoutGosubArguments(String target) {
        List<String> parts = Nesting.split(target, ',');
        String last = parts.get(parts.size() - 1);
        int bracket = last.indexOf('(');
        return bracket < 0 ? target : target.substring(0, target.length() - last.length() + bracket);
    }
}
