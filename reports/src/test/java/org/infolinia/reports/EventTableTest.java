package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infolinia.reports.availability.ConsultantFigures;
import org.infolinia.reports.figures.CallFigures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each line that app_queue or our dialplan can write does to the figures, form by form.
 *
 * <p>The forms are those of {@code apps/app_queue.c} of Asterisk 18 to 22. A line is written as
 * {@code second queue agent event|data}; second 0 is 2026-11-23, 10:00 in Warsaw. Figures that are 0 are left out.
 */
class EventTableTest {

    private static final long TEN = 1795424400;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
        # Joining
        0 nis2 NONE ENTERQUEUE||48600100200|1                                    ! offered=1 removed=1
        0 nis2 NONE ENTERQUEUE|https://example.pl/|48600100200|2                 ! offered=1 removed=1
        0 nis2 NONE ENTERQUEUE||48600100200|1|Jan Kowalski                       ! offered=1 removed=1
        0 nis2 NONE ENTERQUEUE|||1                                               ! offered=1 removed=1

        # Leaving
        J 9 nis2 NONE ABANDON|1|1|9                                              ! offered=1 abandoned=1
        J 9 nis2 anna ABANDON|1|1|9                                              ! offered=1 abandoned=1
        J 5 nis2 NONE ABANDON|1|1|5                                              ! offered=1 abandoned=1 abandonedShort=1
        J 9 nis2 NONE EXITWITHTIMEOUT|1|1|9                                      ! offered=1 timedOut=1
        J 9 nis2 NONE EXITWITHKEY|1|1|1|9                                        ! offered=1 exitedByKey=1
        J 9 nis2 NONE EXITEMPTY|1|1|9                                            ! offered=1 removed=1
        J 9 nis2 NONE WITHDRAW|1|1|9|                                            ! offered=1 removed=1
        J 9 nis2 NONE WITHDRAW|1|1|9|moved by the lead                           ! offered=1 removed=1
        J 9 nis2 NONE SYSCOMPAT|                                                 ! offered=1 removed=1
        J 9 nis2 NONE SYSCOMPAT                                                  ! offered=1 removed=1
        J 9 NONE NONE QUEUESTART|                                                ! offered=1 removed=1

        # Talking
        J 12 nis2 anna CONNECT|12|1795424401.8|9                                 ! offered=1 answered=1
        J 12 nis2 anna CONNECT|12|box-1795424401.8|9                             ! offered=1 answered=1
        T 112 nis2 anna COMPLETECALLER|12|100|1                                  ! offered=1 answered=1 talkSeconds=100
        T 112 nis2 anna COMPLETEAGENT|12|100|1                                   ! offered=1 answered=1 talkSeconds=100 endedByConsultant=1
        T 22 nis2 anna COMPLETEAGENT|12|10|1                                     ! offered=1 answered=1 talkSeconds=10 droppedByConsultant=1 hungUpEarly=1 endedByConsultant=1
        T 112 nis2 anna BLINDTRANSFER|8002|infolinia-internal|12|100|1           ! offered=1 answered=1 talkSeconds=100
        T 112 nis2 anna ATTENDEDTRANSFER|BRIDGE|0b2b7f6a-bridge|12|100|1         ! offered=1 answered=1 talkSeconds=100
        T 112 nis2 anna ATTENDEDTRANSFER|APP|Queue|12|100|1                      ! offered=1 answered=1 talkSeconds=100
        T 112 nis2 anna ATTENDEDTRANSFER|LINK|PJSIP/anna-01|PJSIP/a-02|12|100|1  ! offered=1 answered=1 talkSeconds=100
        T 112 nis2 anna TRANSFER|8002|infolinia-internal|12|100|1                ! offered=1 answered=1 talkSeconds=100
        T 112 NONE NONE QUEUESTART|                                              ! offered=1 answered=1

        # Ringing
        J 9 nis2 anna RINGNOANSWER|15000                                         ! offered=1 removed=1 missedOffers=1
        J 9 nis2 anna RINGNOANSWER|14999                                         ! offered=1 removed=1 droppedByConsultant=1 rejectedOffers=1 rejectedCalls=1
        J 9 nis2 anna RINGNOANSWER|0                                             ! offered=1 removed=1 droppedByConsultant=1 rejectedOffers=1 rejectedCalls=1
        J 9 nis2 anna RINGCANCELED|3000                                          ! offered=1 removed=1
        J 9 nis2 anna AGENTDUMP|                                                 ! offered=1 removed=1 droppedByConsultant=1 dumped=1
        J 9 nis2 anna AGENTDUMP                                                  ! offered=1 removed=1 droppedByConsultant=1 dumped=1

        # Consultants; the report's data end at 112 s
        T 60 nis2 bartosz ADDMEMBER|                                                ! offered=1 answered=1 bartosz=52/0
        T 60 nis2 bartosz ADDMEMBER|PAUSED                                          ! offered=1 answered=1 bartosz=52/52
        T 60 nis2 bartosz ADDMEMBER|;100 nis2 bartosz REMOVEMEMBER|                    ! offered=1 answered=1 bartosz=40/0
        T 60 nis2 bartosz ADDMEMBER|;70 nis2 bartosz PAUSE|break;90 nis2 bartosz UNPAUSE| ! offered=1 answered=1 bartosz=52/20
        T 60 nis2 bartosz ADDMEMBER|;70 nis2 bartosz PAUSE|                            ! offered=1 answered=1 bartosz=52/42
        T 60 nis2 bartosz ADDMEMBER|;70 NONE bartosz PAUSEALL|break;70 nis2 bartosz PAUSE|break;90 NONE bartosz UNPAUSEALL|;90 nis2 bartosz UNPAUSE| ! offered=1 answered=1 bartosz=52/20
        T 60 nis2 bartosz ADDMEMBER|;70 nis2 bartosz PENALTY|5                         ! offered=1 answered=1 bartosz=52/0
        T 60 nis2 bartosz ADDMEMBER|;70 nis2 PJSIP/bartosz RINGINUSE|1                 ! offered=1 answered=1 bartosz=52/0

        # Told by Asterisk, counted nowhere
        T 60 nis2 NONE DID|221000100                                             ! offered=1 answered=1
        T 60 NONE NONE CONFIGRELOAD|                                             ! offered=1 answered=1
        T 60 nis2 anna OUTCALL|ANSWER|30|none                                    ! offered=1 answered=1
        T 60 nis2 anna AGENTLOGIN|PJSIP/anna-01                                  ! offered=1 answered=1
        T 60 nis2 anna AGENTLOGOFF|PJSIP/anna-01|52                              ! offered=1 answered=1
        T 60 nis2 anna OFTHEYEAR2040|a|b|c|d|e|f|g|h                             ! offered=1 answered=1

        # Our own
        0 NONE NONE CLOSED|221000100                                             ! closedHours=1
        0 NONE NONE LEFTIVR|menu                                                 ! leftInIvr=1
        0 nis2 NONE REFUSED|FULL                                                 ! refused=1
        0 nis2 NONE REFUSED|JOINEMPTY                                            ! refused=1
        0 nis2 NONE CALLBACK|1795424000.3                                        ! nothing
        0 nis2 NONE CALLBACK|1795424000.3;1 nis2 NONE ENTERQUEUE|||1             ! nothing
        T 60 nis2 anna RECPAUSE|48000                                            ! offered=1 answered=1
        T 60 nis2 anna RECRESUME|52000                                           ! offered=1 answered=1
        T 12 nis2 anna RECNONE|DECLINED                                          ! offered=1 answered=1
        """)
    void lineDoesToTheFiguresWhatItsEventSays(String lines, String figures) {
        StringBuilder log = new StringBuilder();
        String rest = lines;
        if (rest.startsWith("J ") || rest.startsWith("T ")) {
            log.append(line("0 nis2 NONE ENTERQUEUE||48600100200|1"));
        }
        if (rest.startsWith("T ")) {
            log.append(line("12 nis2 anna CONNECT|12|1795424401.8|9"));
        }
        for (String one : rest.replaceFirst("^[JT] ", "").split(";")) {
            log.append(line(one));
        }
        // Where the data end.
        log.append(line("112 NONE NONE CONFIGRELOAD|"));

        Report report = new Logs(folder).with("queue_log", log.toString()).month("2026-11");

        assertThat(told(report)).isEqualTo(figures);
        assertThat(report.unreadableCount()).isZero();
        assertThat(report.setAside()).isEmpty();
    }

    private static String line(String written) {
        String[] parts = written.split(" ", 4);
        long at = TEN + Long.parseLong(parts[0]);
        String event = parts[3].split("\\|", 2)[0];
        boolean ofACall = !List.of(
                        "QUEUESTART",
                        "CONFIGRELOAD",
                        "ADDMEMBER",
                        "REMOVEMEMBER",
                        "PAUSE",
                        "UNPAUSE",
                        "PAUSEALL",
                        "UNPAUSEALL",
                        "PENALTY",
                        "RINGINUSE")
                .contains(event);
        return at + "|" + (ofACall ? "1795424390.7" : "NONE") + "|" + parts[1] + "|" + parts[2] + "|" + parts[3] + "\n";
    }

    /** All figures that are not 0; of a consultant the seconds signed in and those paused of them. */
    private static String told(Report report) {
        CallFigures total = report.calls().total();
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("closedHours", total.closedHours());
        figures.put("leftInIvr", total.leftInIvr());
        figures.put("refused", total.refused());
        figures.put("offered", total.offered());
        figures.put("answered", total.answered());
        figures.put("abandoned", total.abandoned());
        figures.put("abandonedShort", total.abandonedShort());
        figures.put("timedOut", total.timedOut());
        figures.put("exitedByKey", total.exitedByKey());
        figures.put("removed", total.removed());
        figures.put("talkSeconds", total.talkSeconds());
        figures.put("droppedByConsultant", total.droppedByConsultant());
        figures.put("rejectedOffers", total.rejectedOffers());
        figures.put("rejectedCalls", total.rejectedCalls());
        figures.put("missedOffers", total.missedOffers());
        figures.put("dumped", total.dumped());
        figures.put("hungUpEarly", total.hungUpEarly());
        figures.put("endedByConsultant", total.endedByConsultant());
        List<String> told = new ArrayList<>(figures.entrySet().stream()
                .filter(figure -> figure.getValue() != 0)
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .toList());
        for (ConsultantFigures consultant : report.availability().consultants()) {
            // Of Anna no line says that she signed in: she is there for as long as she talks.
            if (consultant.total().loggedIn() > 0 && !consultant.consultant().equals("anna")) {
                told.add(consultant.consultant() + "=" + consultant.total().loggedIn() + "/"
                        + consultant.total().pausedSeconds());
            }
        }
        return told.isEmpty() ? "nothing" : told.stream().collect(Collectors.joining(" "));
    }
}
