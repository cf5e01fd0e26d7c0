package org.infolinia.launcher.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One extension of a context with its steps in order; {@code _…} is a pattern. */
final class Extension {

    /** A word, a number and a short one, such as variables hold. */
    private static final List<String> SAMPLES = List.of("SAMPLE", "+48221000100", "112");

    private final String name;
    private final List<Step> steps = new ArrayList<>();

    Extension(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Step> steps() {
        return steps;
    }

    boolean isPattern() {
        return name.startsWith("_");
    }

    /** Whether there is such a priority: a number, or a label. */
    boolean hasPriority(String priority) {
        return priority.matches("\\d+")
                ? Integer.parseInt(priority) >= 1 && Integer.parseInt(priority) <= steps.size()
                : steps.stream().anyMatch(step -> step.label().equals(priority));
    }

    /** Whether it may be meant by a target in which variables stand for any text. */
    boolean mayBe(String target) {
        if (isPattern()) {
            return SAMPLES.stream()
                    .anyMatch(sample -> asExpression()
                            .matcher(target.replaceAll("\\$[{\\[].*[}\\]]", sample))
                            .matches());
        }
        return expression(target).matcher(name).matches();
    }

    private static Pattern expression(String target) {
        StringBuilder expression = new StringBuilder();
        for (String plain : target.split("\\$[{\\[].*[}\\]]", -1)) {
            expression.append(expression.isEmpty() ? "" : ".+").append(Pattern.quote(plain));
        }
        return Pattern.compile(expression.toString());
    }

    private Pattern asExpression() {
        StringBuilder expression = new StringBuilder();
        boolean bracketed = false;
        for (char sign : name.substring(1).toCharArray()) {
            if (sign == '[' || sign == ']') {
                bracketed = sign == '[';
                expression.append(sign);
            } else if (bracketed) {
                expression.append(sign);
            } else {
                expression.append(
                        switch (sign) {
                            case 'X', 'x' -> "[0-9]";
                            case 'Z', 'z' -> "[1-9]";
                            case 'N', 'n' -> "[2-9]";
                            case '.' -> ".+";
                            case '!' -> ".*";
                            default -> Pattern.quote(String.valueOf(sign));
                        });
            }
        }
        return Pattern.compile(expression.toString());
    }
}
