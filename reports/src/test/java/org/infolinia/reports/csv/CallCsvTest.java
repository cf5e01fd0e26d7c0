package org.infolinia.reports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.rows.CallRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCsvTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private static final String HEADING =
            "\uFEFFlinkedId;kind;arrived;received;callerNumber;dialledNumber;outcome;waitSeconds;talkSeconds;queues;"
                    + "consultants;endedBy;rejectedOffers;missedOffers;dumped;hungUpEarly;endedByConsultant\r\n";

    private static CallRow call(Instant arrived, String callerNumber, String consultants) {
        return new CallRow(
                "1795424400.7",
                CallKind.INBOUND,
                arrived,
                true,
                callerNumber,
                "221000100",
                Outcome.TIMED_OUT,
                12,
                100,
                "nis2 general",
                consultants,
                "consultant",
                1,
                2,
                3,
                4,
                5);
    }

    private static String written(CallRow... calls) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CallCsv csv = new CallCsv(out, WARSAW)) {
            for (CallRow call : calls) {
                csv.write(call);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCallIsALineInTheOrderOfTheHeading() throws IOException {
        assertThat(written(call(Instant.parse("2026-11-23T09:00:00Z"), "48600100200", "anna bartosz")))
                .isEqualTo(HEADING
                        + "1795424400.7;inbound;2026-11-23T10:00+01:00;true;48600100200;221000100;timed out;12;100;"
                        + "nis2 general;anna bartosz;consultant;1;2;3;4;5\r\n");
    }

    @Test
    void aMonthWithoutCallsIsAHeading() throws IOException {
        assertThat(written()).isEqualTo(HEADING);
    }

    /** The hour that comes twice in the night of 2026-10-25. */
    @Test
    void arrivalsAreByTheClockOfTheHotlineWithItsOffset() throws IOException {
        assertThat(written(
                        call(Instant.parse("2026-10-25T00:30:15Z"), "", "anna"),
                        call(Instant.parse("2026-10-25T01:30:15Z"), "", "anna")))
                .contains(";2026-10-25T02:30:15+02:00;", ";2026-10-25T02:30:15+01:00;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
        =1+1         ! '=1+1
        +48600100200 ! '+48600100200
        -5           ! '-5
        @SUM(A1)     ! '@SUM(A1)
        a;b          ! "a;b"
        a"b          ! "a""b"
        a=b          ! a=b
        Żółć         ! Żółć
        """)
    void textsNeitherBecomeFormulasNorBreakTheLine(String text, String field) throws IOException {
        assertThat(written(call(Instant.EPOCH, text, text)))
                .contains(";true;" + field + ";221000100;")
                .contains(";nis2 general;" + field + ";consultant;");
    }

    @Test
    void lineEndInATextStaysInItsField() throws IOException {
        assertThat(written(call(Instant.EPOCH, "1\r\n2", "anna"))).contains(";\"1\r\n2\";");
    }

    @Test
    void diskThatIsFullIsSaid() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        CallCsv csv = new CallCsv(full, WARSAW);

        assertThatThrownBy(() -> {
                    for (int call = 0; call < 1_000; call++) {
                        csv.write(call(Instant.EPOCH, "48600100200", "anna"));
                    }
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
    }
}
