package org.infolinia.agi.announcements;

import java.util.Optional;
import org.infolinia.hotline.Language;

/**
 * Something to be recorded: one announcement in one language.
 *
 * @param number of the announcement, by its place in hotline.xml, from 1 on; empty for the program's own words
 * @param id     of the announcement; for the program's own words the name that Asterisk knows them by
 * @param name   as Asterisk knows the sound
 * @param text   the words to be said
 */
public record Prompt(Optional<Integer> number, String id, String name, Language language, String text) {}
