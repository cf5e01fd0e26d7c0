package org.infolinia.reports.calls;

/**
 * A call with all that its lines tell.
 *
 * @param call      as the figures count it
 * @param trail     the rest
 * @param firstLine seconds of the epoch
 * @param lastLine  seconds of the epoch
 * @param over      whether it neither waits nor talks, as far as the log tells
 */
public record ToldCall(Call call, CallTrail trail, long firstLine, long lastLine, boolean over) {}
