package org.infolinia.sidecar.site;

import java.util.List;
import java.util.Map;

/**
 * A page in place of the one that was asked for, until it is rendered.
 *
 * @param template below {@code /templates}
 * @param model    the template's own names
 */
record LatePage(String template, Map<String, ?> model) {

    /**
     * Tells what a request failed of.
     *
     * @param word      of the site's words
     * @param arguments of the word
     */
    static LatePage fault(String word, String... arguments) {
        return new LatePage("site/fault.ftlh", Map.of("word", word, "arguments", List.of(arguments)));
    }
}
