package org.infolinia.hotline;

/**
 * What a contact is about: one e-service of the programme.
 *
 * @param id   short name, as reports and cases spell it
 * @param name what people read, per language
 */
public record Topic(String id, Texts name) {}
