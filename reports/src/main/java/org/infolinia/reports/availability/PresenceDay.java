package org.infolinia.reports.availability;

import java.time.LocalDate;

/** One consultant's availability on one day. */
public record PresenceDay(LocalDate date, Presence presence) {}
