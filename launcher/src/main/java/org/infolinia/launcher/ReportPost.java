package org.infolinia.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.delivery.DeliveryCalendar;
import org.infolinia.hotline.delivery.DeliveryRules;
import org.infolinia.hotline.delivery.SentReports;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.delivery.Completeness;
import org.infolinia.reports.delivery.DeliveryWatch;
import org.infolinia.reports.delivery.MadeMonth;
import org.infolinia.reports.delivery.MonthDelivery;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.words.ReportLanguage;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.mail.MailSettings;
import org.infolinia.sidecar.mail.OutboxSender;
import org.infolinia.sidecar.mail.SmtpServer;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.infolinia.sidecar.store.DatabaseOutbox;
import org.infolinia.sidecar.store.DatabaseSentReports;

/** The wiring of one box's report delivery: its rules, what was sent, the outbox, the mail server. */
final class ReportPost {

    private final SystemFile box;
    private final DeliveryRules rules;
    private final Supplier<Hotline> hotline;
    private final Supplier<Database> database;
    private final Clock clock;
    private final Outbox outbox;
    private final SentReports reports;
    private final OutboxSender sender;

    /**
     * @param hotline  asked each time, since hotline.xml may change
     * @param database asked each time, since it may be away
     * @throws SystemFile.Unusable when the box delivers none
     */
    ReportPost(SystemFile box, Supplier<Hotline> hotline, Supplier<Database> database, Clock clock)
            throws SystemFile.Unusable {
        this.box = box;
        this.hotline = hotline;
        this.database = database;
        this.clock = clock;
        this.rules = box.reports()
                .orElseThrow(() -> new SystemFile.Unusable("system.xml names nobody to send reports to: add <mail> and"
                        + " <reports>, as docs/administrator.md says"));
        MailSettings mail = box.mail().orElseThrow();
        this.outbox = new DatabaseOutbox(database);
        this.reports = new DatabaseSentReports(database);
        this.sender = new OutboxSender(outbox, new SmtpServer(mail), clock);
    }

    DeliveryCalendar calendar() {
        return new DeliveryCalendar(rules, hotline.get().hours());
    }

    Outbox outbox() {
        return outbox;
    }

    SentReports reports() {
        return reports;
    }

    OutboxSender sender() {
        return sender;
    }

    MonthDelivery delivery() {
        return new MonthDelivery(this::make, reports, this::calendar, clock);
    }

    DeliveryWatch watch(Completeness completeness) {
        return new DeliveryWatch(delivery(), reports, outbox, completeness, this::calendar, clock);
    }

    private MadeMonth make(YearMonth month) throws LedgerUnavailable, IOException {
        ReportRules today = ReportRules.of(hotline.get());
        PeriodReport made = PeriodReport.make(
                today,
                box.logs(),
                Optional.of(new DatabaseFinishedCalls(database.get())),
                ReportPeriod.month(month, today.zone()),
                false);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        made.writeWorkbook(ReportLanguage.ofCode(rules.language().code()), workbook);
        ByteArrayOutputStream figures = new ByteArrayOutputStream();
        made.writeJson(figures);
        return new MadeMonth(
                workbook.toByteArray(),
                figures.toByteArray(),
                made.report().calls().total());
    }
}
