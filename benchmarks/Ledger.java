import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.json.ReportJson;

/** The ledger alone: logs to calls, figures and JSON, without hotline.xml and workbook. */
final class Ledger {

    private Ledger() {}

    /** @param arguments folder of the logs, month, queues */
    public static void main(String[] arguments) throws Exception {
        ZoneId zone = ZoneId.of("Europe/Warsaw");
        Map<QueueName, Duration> queues = new LinkedHashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            queues.put(new QueueName(arguments[i]), Duration.ofSeconds(15));
        }
        Report report = new LogReport(new ReportRules(zone, Thresholds.DEFAULT, queues, java.util.Optional.empty()))
                .read(Path.of(arguments[0]), ReportPeriod.month(YearMonth.parse(arguments[1]), zone));
        ReportJson.write(report, System.out);
    }
}
