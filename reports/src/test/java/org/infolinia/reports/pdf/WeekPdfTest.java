package org.infolinia.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Logs;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.words.ReportLanguage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 1795424400 is Monday 2026-11-23 at 10:00 in Warsaw. */
class WeekPdfTest {

    @TempDir
    Path folder;

    @BeforeEach
    void callsOfTwoWeeks() {
        new Logs(folder).with("queue_log", """
                1794819600|1794819600.1|nis2|NONE|ENTERQUEUE||48600100200|1
                1794819700|1794819600.1|nis2|NONE|ABANDON|1|1|100
                1795424400|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424475|1795424400.7|nis2|anna|CONNECT|75|1795424401.8|9
                1795424512|1795424400.7|nis2|anna|COMPLETECALLER|75|37|1
                1795597200|1795597200.9|nis2|NONE|ENTERQUEUE||48600100200|1
                1795597240|1795597200.9|nis2|NONE|ABANDON|1|1|40
                """);
    }

    private Report week(String day) throws Exception {
        ReportPeriod week = ReportPeriod.week(LocalDate.parse(day), Logs.rules().zone());
        return new LogReport(Logs.rules()).readCompared(folder, week, report -> report);
    }

    private static byte[] written(Report report, ReportLanguage language) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WeekPdf.write(report, language, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aWeekIsOnePageWithItsFiguresBesideThoseOfTheWeekBefore() throws Exception {
        String page = text(written(week("2026-11-25"), ReportLanguage.POLISH));

        assertThat(page)
                .contains("Raport infolinii, 2026-11-23 – 2026-11-29")
                .contains("pon. 2026-11-23 – 0 1 1 0 0,0 % 1:15 1:15 0")
                .contains("śr. 2026-11-25 – 0 1 0 1 0,0 % – – 0")
                .contains("Razem – 0 2 1 1 0,0 % 1:15 1:15 0")
                .contains("poprzednio 1")
                .contains("Czat i formularz: brak danych.");
    }

    @Test
    void inEnglishItIsEnglish() throws Exception {
        String page = text(written(week("2026-11-25"), ReportLanguage.ENGLISH));

        assertThat(page)
                .contains("Hotline report", "Mon 2026-11-23", "before 1")
                .doesNotContain("Razem", "pon.");
    }

    @Test
    void aWeekWithoutCallsIsAPageToo() throws Exception {
        assertThat(text(written(week("2026-06-01"), ReportLanguage.POLISH)))
                .contains("Razem – 0 0 0 0 – – – 0")
                .doesNotContain("poprzednio");
    }

    @Test
    void sameReportGivesTheSameBytes() throws Exception {
        Report report = week("2026-11-25");

        assertThat(written(report, ReportLanguage.POLISH)).isEqualTo(written(report, ReportLanguage.POLISH));
    }
}
