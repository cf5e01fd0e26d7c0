package org.infolinia.sidecar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.infolinia.hotline.delivery.ReportVersion;
import org.infolinia.hotline.delivery.SentReport;
import org.infolinia.hotline.delivery.SentReports;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;

/** {@link SentReports} in the table {@code report_version}, beside those of the outbox. */
public final class DatabaseSentReports implements SentReports {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseSentReports(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public boolean enter(ReportVersion version, Document workbook, Document figures, List<Letter> letters) {
        return database.get().write(handle -> {
            int entered = handle.createUpdate("""
                            insert into report_version (month, version, workbook, figures, made, made_by, changes)
                            values (:month, :version, :workbook, :figures, :made, :madeBy, :changes)
                            on conflict (month, version) do nothing
                            """)
                    .bind("month", version.month().toString())
                    .bind("version", version.number())
                    .bind("workbook", version.workbook())
                    .bind("figures", version.figures())
                    .bind("made", version.made().getEpochSecond())
                    .bind("madeBy", version.madeBy())
                    .bind("changes", String.join("\n", version.changes()))
                    .execute();
            if (entered == 0) {
                return false;
            }
            DatabaseOutbox.keep(handle, workbook);
            DatabaseOutbox.keep(handle, figures);
            handle.createUpdate("""
                            update letter set state = 'WITHDRAWN', settled = :now
                            where state in ('WAITING', 'REFUSED') and about like :month and about <> :about
                            """)
                    .bind("now", version.made().getEpochSecond())
                    .bind("month", "report-" + version.month() + "-v%")
                    .bind("about", version.about())
                    .execute();
            letters.forEach(letter -> DatabaseOutbox.enter(handle, letter));
            return true;
        });
    }

    @Override
    public int readdress(ReportVersion version, List<Letter> letters, Instant now) {
        return database.get().write(handle -> {
            handle.createUpdate("""
                            update letter set state = 'WITHDRAWN', settled = :now
                            where about = :about and state in ('WAITING', 'REFUSED') and recipient not in (<wanted>)
                            """)
                    .bind("now", now.getEpochSecond())
                    .bind("about", version.about())
                    .bindList(
                            "wanted",
                            letters.stream()
                                    .map(letter -> letter.recipient().value())
                                    .toList())
                    .execute();
            int sent = 0;
            for (Letter letter : letters) {
                sent += DatabaseOutbox.enter(handle, letter) ? 1 : again(handle, letter, now);
            }
            return sent;
        });
    }

    private static int again(Handle handle, Letter letter, Instant now) {
        return handle.createUpdate("""
                        update letter set state = 'WAITING', settled = null, next_attempt = :now, attempts = 0
                        where about = :about and recipient = :recipient and state in ('REFUSED', 'WITHDRAWN')
                        """)
                .bind("now", now.getEpochSecond())
                .bind("about", letter.about())
                .bind("recipient", letter.recipient().value())
                .execute();
    }

    @Override
    public List<SentReport> latestSince(YearMonth first) {
        return database.get()
                .read(handle -> withLetters(
                        handle,
                        handle.createQuery("""
                                select * from report_version r
                                where month >= :first
                                      and version = (select max(version) from report_version where month = r.month)
                                order by month
                                """)
                                .bind("first", first.toString())
                                .map((row, context) -> version(row))
                                .list()));
    }

    @Override
    public List<SentReport> of(YearMonth month) {
        return database.get()
                .read(handle -> withLetters(
                        handle,
                        handle.createQuery("select * from report_version where month = :month order by version")
                                .bind("month", month.toString())
                                .map((row, context) -> version(row))
                                .list()));
    }

    private static List<SentReport> withLetters(Handle handle, List<ReportVersion> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<String, List<KeptLetter>> letters = handle
                .createQuery("select * from letter where about in (<abouts>) order by recipient")
                .bindList("abouts", versions.stream().map(ReportVersion::about).toList())
                .map((row, context) -> DatabaseOutbox.kept(row))
                .stream()
                .collect(Collectors.groupingBy(KeptLetter::about));
        return versions.stream()
                .map(version -> new SentReport(version, letters.getOrDefault(version.about(), List.of())))
                .toList();
    }

    @Override
    public Optional<byte[]> content(String sha256) {
        return database.get()
                .read(handle -> handle.createQuery("select content from kept_file where sha256 = :sha256")
                        .bind("sha256", sha256)
                        .map((row, context) -> row.getBytes("content"))
                        .findOne());
    }

    private static ReportVersion version(ResultSet row) throws SQLException {
        return new ReportVersion(
                YearMonth.parse(row.getString("month")),
                row.getInt("version"),
                row.getString("workbook"),
                row.getString("figures"),
                Instant.ofEpochSecond(row.getLong("made")),
                row.getString("made_by"),
                row.getString("changes").lines().toList());
    }
}
