package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day and month that a call belongs to. */
class DaysTest {

    @TempDir
    Path folder;

    @Test
    void callThatCrossesMidnightBelongsToTheDayItArrived() {
        Report report = new Logs(folder).november("""
                1795474799|1795474799.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795474830|1795474799.7|nis2|anna|CONNECT|31|1795474800.8|9
                1795474900|1795474799.7|nis2|anna|COMPLETECALLER|31|70|1
                1795474800|1795474800.9|nis2|NONE|ENTERQUEUE||48600100201|1
                1795474802|1795474800.9|nis2|NONE|ABANDON|1|1|2
                """);

        assertThat(Logs.on(report, "2026-11-23").answered()).isEqualTo(1);
        assertThat(Logs.on(report, "2026-11-23").talkSeconds()).isEqualTo(70);
        assertThat(Logs.on(report, "2026-11-24").answered()).isZero();
        assertThat(Logs.on(report, "2026-11-24").abandoned()).isEqualTo(1);
    }

    @Test
    void callThatCrossesTheEndOfTheMonthIsOneCallOfTheMonthItArrivedIn() {
        Logs logs = new Logs(folder).with("queue_log-20261201", """
                        1796079590|1796079590.7|nis2|NONE|ENTERQUEUE||48600100200|1
                        """).with("queue_log", """
                        1796079620|1796079590.7|nis2|anna|CONNECT|30|1796079600.8|9
                        1796079700|1796079590.7|nis2|anna|COMPLETEAGENT|30|80|1
                        """);

        assertThat(logs.month("2026-11").calls().total().answered()).isEqualTo(1);
        assertThat(logs.month("2026-11").calls().total().talkSeconds()).isEqualTo(80);
        assertThat(logs.month("2026-12").calls().total().offered()).isZero();
        assertThat(logs.month("2026-12").calls().total().endedByConsultant()).isZero();
        assertThat(logs.month("2026-12").calls().reconciliation()).isEmpty();
    }

    @Test
    void nightOfTwentyFiveHoursIsOneDay() {
        Report report = new Logs(folder).with("queue_log", """
                        1792879199|1.1|nis2|NONE|ENTERQUEUE||a|1
                        1792879200|1.2|nis2|NONE|ENTERQUEUE||a|1
                        1792969199|1.3|nis2|NONE|ENTERQUEUE||a|1
                        1792969200|1.4|nis2|NONE|ENTERQUEUE||a|1
                        """).month("2026-10");

        assertThat(Logs.on(report, "2026-10-24").offered()).isEqualTo(1);
        assertThat(Logs.on(report, "2026-10-25").offered()).isEqualTo(2);
        assertThat(Logs.on(report, "2026-10-26").offered()).isEqualTo(1);
    }

    @Test
    void nightOfTwentyThreeHoursIsOneDay() {
        Report report = new Logs(folder).with("queue_log", """
                        1774738799|1.1|nis2|NONE|ENTERQUEUE||a|1
                        1774738800|1.2|nis2|NONE|ENTERQUEUE||a|1
                        1774821599|1.3|nis2|NONE|ENTERQUEUE||a|1
                        1774821600|1.4|nis2|NONE|ENTERQUEUE||a|1
                        """).month("2026-03");

        assertThat(Logs.on(report, "2026-03-28").offered()).isEqualTo(1);
        assertThat(Logs.on(report, "2026-03-29").offered()).isEqualTo(2);
        assertThat(Logs.on(report, "2026-03-30").offered()).isEqualTo(1);
    }

    @Test
    void monthHasAllItsDaysAndADayItself() {
        Logs logs = new Logs(folder).with("queue_log", "");

        assertThat(logs.month("2026-11").calls().days()).hasSize(30);
        assertThat(logs.month("2028-02").calls().days()).hasSize(29);
        assertThat(logs.day("2026-11-23").calls().days()).hasSize(1);
    }
}
