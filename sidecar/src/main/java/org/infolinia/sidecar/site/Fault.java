package org.infolinia.sidecar.site;

import java.util.List;

/**
 * What a request failed of, until it is made a page.
 *
 * @param word      of the site's words
 * @param arguments of the word
 */
record Fault(String word, List<String> arguments) {}
