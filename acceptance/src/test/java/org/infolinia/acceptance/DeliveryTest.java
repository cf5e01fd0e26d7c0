package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

/** The report of a month that is over is on the authority's desk, though nobody asked for it. */
class DeliveryTest {

    @Test
    void monthThatIsOverIsMailedByItselfAsAWorkbookAndStatusSaysSo() throws Exception {
        // Two months back: due on whatever day this runs.
        YearMonth month = YearMonth.from(Instant.now().atZone(Instance.ZONE)).minusMonths(2);
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        // On a busy machine its own two seconds are few.
        setup.setServerStartupTimeout(60_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        try (Instance instance = Instance.up()) {
            Files.writeString(instance.folder.resolve("asterisk/log/queue_log.1"), calls(month));
            Path system = instance.folder.resolve("system.xml");
            Files.writeString(system, Files.readString(system).replace("</system>", """
                              <mail host="127.0.0.1" port="%d" tls="none" from="infolinia@example.pl"/>
                              <reports first="%s">
                                <recipient address="raporty@example.gov.pl"/>
                                <lead address="lider@example.pl"/>
                              </reports>
                            </system>
                            """.formatted(
                            server.getSmtp().getPort(), month)));
            instance.killServices();
            instance.upAgain();

            assertThat(server.waitForIncomingEmail(Instance.patience().toMillis(), 1))
                    .as("mail arrived; services said: %s", instance.servicesLog())
                    .isTrue();
            MimeMessage message = server.getReceivedMessages()[0];
            var attached = ((MimeMultipart) message.getContent()).getBodyPart(1);
            assertThat(attached.getFileName()).isEqualTo("report-" + month + ".xlsx");
            byte[] bytes = attached.getInputStream().readAllBytes();
            try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
                assertThat(workbook.getNumberOfSheets()).isGreaterThan(3);
            }
            Instance.Ran status = instance.command("report", "status", month.toString(), "--system", system.toString());
            assertThat(status.output())
                    .contains("raporty@example.gov.pl: accepted")
                    .contains(month + "  delivered");
            assertThat(status.code()).isZero();
            Instance.Ran sent = instance.command(
                    "report",
                    "sent",
                    month.toString(),
                    "--system",
                    system.toString(),
                    "--out",
                    instance.folder.toString());
            assertThat(sent.code()).as(sent.output()).isZero();
            assertThat(Files.readAllBytes(instance.folder.resolve("report-" + month + "-v1.xlsx")))
                    .isEqualTo(bytes);
        } finally {
            server.stop();
        }
    }

    /** One caller who was answered, on the month's second day at noon. */
    private static String calls(YearMonth month) {
        long noon = month.atDay(2).atTime(12, 0).atZone(Instance.ZONE).toEpochSecond();
        String id = (noon - 10) + ".7";
        return """
                %d|%s|nis2|NONE|ENTERQUEUE||48600100200|1
                %d|%s|nis2|anna|CONNECT|20|%s.9|5
                %d|%s|nis2|anna|COMPLETECALLER|20|80|1
                """.formatted(noon, id, noon + 20, id, noon + 15, noon + 100, id);
    }
}
