package org.infolinia.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Logs;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.json.ReportJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FigureChangesTest {

    private static final String CALL = """
            1795420780|NONE|nis2|anna|ADDMEMBER|
            1795420800|1795420790.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795420820|1795420790.7|nis2|anna|CONNECT|20|1795420815.9|5
            1795420900|1795420790.7|nis2|anna|COMPLETECALLER|20|80|1
            1795421000|NONE|nis2|anna|REMOVEMEMBER|
            """;

    @TempDir
    private Path folder;

    @Test
    void sameReportHasNoChanges() throws Exception {
        byte[] report = report(CALL);

        assertThat(FigureChanges.between(report, report)).isEmpty();
    }

    @Test
    void lateLineShowsInEachFigureItChangesTotalsFirst() throws Exception {
        byte[] former = report(CALL);
        byte[] latter = report(CALL + """
                1795422000|1795421990.7|nis2|NONE|ENTERQUEUE||48600100201|1
                1795422003|1795421990.7|nis2|NONE|ABANDON|1|1|3
                """);

        assertThat(FigureChanges.between(former, latter))
                .startsWith("calls · total · offered: 1 → 2", "calls · total · unanswered: 0 → 1")
                .contains(
                        "calls · total · waitAbandoned · mean: – → 3",
                        "calls · 2026-11-23 · abandonedShort: 0 → 1",
                        "calls · 2026-11-23 · offered: 1 → 2")
                .noneMatch(line -> line.contains("2026-11-24"));
    }

    @Test
    void consultantWhoWasNotThereBeforeIsAChange() throws Exception {
        byte[] former = report(CALL);
        byte[] latter = report(CALL + """
                1795422000|NONE|nis2|ewa|ADDMEMBER|
                1795422600|NONE|nis2|ewa|REMOVEMEMBER|
                """);

        assertThat(FigureChanges.between(former, latter))
                .contains("availability · ewa · total · loggedIn: – → 600")
                .noneMatch(line -> line.contains("anna"));
        assertThat(FigureChanges.between(latter, former)).contains("availability · ewa · total · loggedIn: 600 → –");
    }

    @Test
    void whatALaterReleaseCountsBesideTheRestIsNoChange() throws Exception {
        byte[] former = json("{\"calls\": {\"total\": {\"answered\": 1}}, \"chat\": null, \"notes\": [\"a\"]}");
        byte[] latter = json("{\"calls\": {\"total\": {\"answered\": 1, \"whistled\": 3}},"
                + " \"chat\": {\"total\": {\"started\": 2}}, \"notes\": [\"b\"]}");

        assertThat(FigureChanges.between(former, latter)).isEmpty();
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] report(String log) throws Exception {
        new Logs(folder).with("queue_log", log);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out) throws Exception {
        ReportJson.write(
                new LogReport(Logs.rules())
                        .readCompared(
                                folder,
                                ReportPeriod.month(
                                        YearMonth.of(2026, 11), Logs.rules().zone()),
                                report -> report),
                out);
    }
}
