package org.infolinia.hotline.delivery;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * A month's report as it was made to be sent.
 *
 * @param number   1, and one more for each correction
 * @param workbook SHA-256 of the workbook, lower-case hexadecimal
 * @param figures  SHA-256 of the figures as JSON
 * @param made     whole seconds are kept
 * @param madeBy   a user of the operating system, or {@code infolinia}
 * @param changes  a line for each figure that differs from the version before; none for version 1
 */
public record ReportVersion(
        YearMonth month,
        int number,
        String workbook,
        String figures,
        Instant made,
        String madeBy,
        List<String> changes) {

    public ReportVersion {
        changes = List.copyOf(changes);
    }

    /** What letters with this version are about. */
    public String about() {
        return "report-" + month + "-v" + number;
    }
}
