package org.infolinia.reports.delivery;

import org.infolinia.reports.figures.CallFigures;

/**
 * A month's report as files.
 *
 * @param workbook the bytes of the xlsx file
 * @param figures  the bytes of the JSON file
 * @param total    the month's telephone figures, for the letter
 */
public record MadeMonth(byte[] workbook, byte[] figures, CallFigures total) {}
