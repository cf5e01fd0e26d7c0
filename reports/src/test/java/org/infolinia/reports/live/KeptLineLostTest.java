package org.infolinia.reports.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Logs;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.kept.KeptFigures;
import org.infolinia.reports.kept.Verification;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A conversation whose page was lost is kept as the logs' figures count it. */
class KeptLineLostTest extends LedgerOnLogs {

    private static final ReportPeriod NOVEMBER =
            ReportPeriod.month(YearMonth.parse("2026-11"), ZoneId.of("Europe/Warsaw"));

    private static final String ANSWERED = """
            1795424391|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424401|1795424390.7|nis2|anna|CONNECT|10|1795424395.8|5
            """;
    private static final String RESUMED = """
            1795424415|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424415|1795424390.7|nis2|anna|CONNECT|0|1795424415.9|0
            """;
    private static final String OVER = "1795424445|1795424390.7|nis2|anna|COMPLETECALLER|0|30|1\n";

    /** The channel of whoever was dialled has a record of each wait and each part; its call id is not the linked id. */
    private static final String DIALLED = """
            "infolinia-out","anna","+48600100201","infolinia-outbound","","PJSIP/desk_anna-00000000",\
            "PJSIP/infolinia-outside-00000001","Dial","","2026-11-23 08:00:00","2026-11-23 08:00:06",\
            "2026-11-23 08:00:26",26,20,"ANSWERED","DOCUMENTATION","1795420800.2","","infolinia-out","1795420800.2",2
            """;

    private static final String DIALLED_BACK = """
            "infolinia-out","+48600100201","s","infolinia-line-lost","","PJSIP/infolinia-outside-00000001",\
            "","ForkCDR","er","2026-11-23 08:00:26","2026-11-23 08:00:26",\
            "2026-11-23 08:00:30",4,4,"ANSWERED","DOCUMENTATION","1795420800.3","","","1795420800.2",4
            "infolinia-out","+48600100201","s","infolinia-line-lost","","PJSIP/infolinia-outside-00000001",\
            "PJSIP/desk_anna-00000002","Dial","","2026-11-23 08:00:30","2026-11-23 08:00:30",\
            "2026-11-23 08:01:00",30,30,"ANSWERED","DOCUMENTATION","1795420800.3","","infolinia-out","1795420800.2",5
            """;

    @Test
    void callOutThatLostItsPageRemainsOneWithTheTalkOfBothParts() throws Exception {
        LiveLedger ledger = ledger();
        write("queue_log", "1795420700|NONE|NONE|NONE|QUEUESTART|\n");
        add("Master.csv", DIALLED);
        ledger.catchUp();
        add("Master.csv", DIALLED_BACK);
        ledger.catchUp();

        FinishedCall call = Objects.requireNonNull(kept().get("1795420800.2"));
        assertThat(kept()).hasSize(1);
        assertThat(call.dialledNumber()).contains("+48600100201");
        assertThat(call.conversations())
                .extracting(talk -> talk.consultant() + " " + talk.talkTime().orElseThrow())
                .containsExactly("anna PT20S", "anna PT30S");
        assertThat(verify(DECEMBER).differences()).isEmpty();
    }

    /** Each line is followed by a reading, so that the talk is kept before its loss is known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1\n1795424405|1795424390.7|nis2|anna|LINELOST\n",
                "1795424405|1795424390.7|nis2|anna|LINELOST\n1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1\n",
                "1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1\n1795424406|1795424390.7|nis2|anna|LINELOST\n",
                "1795424404|1795424390.7|nis2|anna|LINELOST\n1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1\n"
            })
    void lostConversationIsNobodysHangUpInTheDatabaseAsInTheLogs(String loss) throws Exception {
        LiveLedger ledger = ledger();
        (ANSWERED + loss + RESUMED + OVER).lines().forEach(line -> {
            add("queue_log", line + "\n");
            ledger.catchUp();
        });

        Verification verified = verify(DECEMBER);
        assertThat(verified.differences()).isEmpty();
        assertThat(verified.goingOn()).isZero();
        assertThat(kept().values())
                .flatExtracting(FinishedCall::conversations)
                .extracting(Conversation::endedBy)
                .containsExactly(Conversation.EndedBy.UNKNOWN, Conversation.EndedBy.CALLER);
        CallFigures figures = KeptFigures.count(calls(), NOVEMBER, Logs.rules().thresholds(), false)
                .total();
        assertThat(figures).isEqualTo(report().calls().total());
        assertThat(figures.talkSeconds()).isEqualTo(34);
        assertThat(figures.endedByConsultant()).isZero();
        assertThat(figures.droppedByConsultant()).isZero();
    }

    @Test
    void callThatGoesOnAfterItWasKeptIsNoDifferenceAndHasBeenReceived() throws Exception {
        Clock inTheCall = Clock.fixed(Instant.ofEpochSecond(1795424420), ZoneOffset.UTC);
        LiveLedger ledger = new LiveLedger(logs, Logs::rules, store, inTheCall, thread);
        add("queue_log", ANSWERED + """
                1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1
                1795424405|1795424390.7|nis2|anna|LINELOST
                """);
        ledger.catchUp();
        add("queue_log", RESUMED);
        ledger.catchUp();

        Verification verified = verify(inTheCall);
        assertThat(verified.differences()).isEmpty();
        assertThat(verified.goingOn()).isEqualTo(1);
        TelephoneFigures today =
                KeptFigures.soFar(calls(), NOVEMBER, Logs.rules().thresholds());
        assertThat(today.total().received()).isEqualTo(1);
        assertThat(today.total().offered()).isEqualTo(1);
        assertThat(today.reconciliation()).isEmpty();
    }

    private FinishedCalls calls() {
        return new DatabaseFinishedCalls(database);
    }

    private Verification verify(Clock clock) throws LedgerUnavailable {
        return Verification.of(calls(), logs, Logs.rules(), NOVEMBER, report(), clock);
    }

    private Report report() throws LedgerUnavailable {
        return new LogReport(Logs.rules()).read(logs, NOVEMBER);
    }
}
