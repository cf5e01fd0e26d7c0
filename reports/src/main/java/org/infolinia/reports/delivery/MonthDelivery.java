package org.infolinia.reports.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import org.infolinia.hotline.delivery.DeliveryCalendar;
import org.infolinia.hotline.delivery.ReportVersion;
import org.infolinia.hotline.delivery.SentReport;
import org.infolinia.hotline.delivery.SentReports;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.reports.ledger.LedgerUnavailable;

/** Makes a month's report, keeps it, puts the letters with it into the outbox. */
public final class MonthDelivery {

    private final MonthMaker maker;
    private final SentReports reports;
    private final Supplier<DeliveryCalendar> calendar;
    private final Clock clock;

    /** @param calendar asked each time, since hotline.xml may change */
    public MonthDelivery(MonthMaker maker, SentReports reports, Supplier<DeliveryCalendar> calendar, Clock clock) {
        this.maker = maker;
        this.reports = reports;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param version  that is the latest now
     * @param made     whether it was made just now: it is the first, or its figures differ from those sent before
     * @param letters  how many are to be sent now that were not before
     */
    public record Done(ReportVersion version, boolean made, int letters) {}

    /**
     * Makes the month and sends it to all; where it was sent before, a correction if its figures differ, else the version
     * there is to those alone who lack it.
     *
     * @param who a user of the operating system, or {@code infolinia}
     * @throws LedgerUnavailable when there is nothing to count from
     * @throws IOException       when the workbook cannot be written
     */
    public Done send(YearMonth month, String who) throws LedgerUnavailable, IOException {
        MadeMonth made = maker.make(month);
        while (true) {
            List<SentReport> before = reports.of(month);
            if (before.isEmpty()) {
                ReportVersion first = version(month, 1, made, who, List.of());
                if (enter(first, made)) {
                    return new Done(
                            first, true, calendar.get().rules().recipients().size());
                }
                continue; // somebody else has made it meanwhile: look what they sent
            }
            ReportVersion latest = before.get(before.size() - 1).version();
            List<String> changes = FigureChanges.between(kept(latest.figures()), made.figures());
            if (changes.isEmpty()) {
                return sendOn(latest);
            }
            ReportVersion correction = version(month, latest.number() + 1, made, who, changes);
            if (enter(correction, made)) {
                return new Done(
                        correction, true, calendar.get().rules().recipients().size());
            }
        }
    }

    private ReportVersion version(YearMonth month, int number, MadeMonth made, String who, List<String> changes) {
        return new ReportVersion(
                month,
                number,
                file(made.workbook()).sha256(),
                file(made.figures()).sha256(),
                clock.instant(),
                who,
                changes);
    }

    private boolean enter(ReportVersion version, MadeMonth made) {
        DeliveryCalendar today = calendar.get();
        Document workbook = ReportLetter.workbook(version, made.workbook());
        List<Letter> letters = ReportLetter.all(version, workbook, made.total(), today.rules(), today.zone());
        return reports.enter(version, workbook, file(made.figures()), letters);
    }

    private Done sendOn(ReportVersion version) {
        DeliveryCalendar today = calendar.get();
        Document workbook = ReportLetter.workbook(version, kept(version.workbook()));
        List<Letter> letters = ReportLetter.all(version, workbook, null, today.rules(), today.zone());
        return new Done(version, false, reports.readdress(version, letters, clock.instant()));
    }

    private byte[] kept(String sha256) {
        return reports.content(sha256)
                .orElseThrow(() -> new IllegalStateException("the database has lost the file " + sha256));
    }

    private static Document file(byte[] content) {
        return new Document("figures.json", "application/json", content);
    }
}
