package org.infolinia.reports.figures;

import java.time.LocalDate;

/** The figures of the calls that arrived on one day. */
public record DayFigures(LocalDate date, CallFigures figures) {}
