package org.infolinia.reports.delivery;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.delivery.DeliveryRules;
import org.infolinia.hotline.delivery.ReportVersion;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.words.ReportLanguage;
import org.jspecify.annotations.Nullable;

/** The letter that takes a month's report to the authority, in the report's language. */
final class ReportLetter {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The rest is counted; all are kept with the version. */
    private static final int MOST_CHANGES = 100;

    private final ReportVersion version;
    private final ReportLanguage language;
    private final Dates dates;

    private ReportLetter(ReportVersion version, ReportLanguage language, ZoneId zone) {
        this.version = version;
        this.language = language;
        this.dates = new Dates(language, zone);
    }

    /** The workbook under the name by which its readers file it. */
    static Document workbook(ReportVersion version, byte[] content) {
        String correction = version.number() == 1 ? "" : "-v" + version.number();
        return new Document("report-" + version.month() + correction + ".xlsx", XLSX, content);
    }

    /**
     * To each recipient.
     *
     * @param total the headline figures; null where they are not at hand, as when a version is sent on
     */
    static List<Letter> all(
            ReportVersion version, Document workbook, @Nullable CallFigures total, DeliveryRules rules, ZoneId zone) {
        ReportLetter letter =
                new ReportLetter(version, ReportLanguage.ofCode(rules.language().code()), zone);
        String text = letter.text(workbook, total);
        return rules.recipients().stream()
                .map(recipient -> Letter.of(
                        rules.sender(),
                        version.about(),
                        recipient,
                        letter.subject(),
                        text,
                        List.of(workbook),
                        version.made(),
                        Optional.empty()))
                .toList();
    }

    private String subject() {
        String month = language.say("Raport miesięczny infolinii: ", "Monthly report of the hotline: ")
                + dates.month(version.month());
        return version.number() == 1
                ? month
                : month + language.say(" – korekta (wersja ", " – correction (version ") + version.number() + ")";
    }

    private String text(Document workbook, @Nullable CallFigures total) {
        StringBuilder text = new StringBuilder(language.say("Dzień dobry,\n\n", "Good morning,\n\n"));
        String month = dates.month(version.month());
        if (version.number() == 1) {
            text.append(language.say(
                            "w załączeniu raport miesięczny infolinii: ",
                            "please find attached the monthly report of the hotline: "))
                    .append(month)
                    .append(".\n");
        } else {
            text.append(language.say(
                            "w załączeniu poprawiony raport miesięczny infolinii: ",
                            "please find attached the corrected monthly report of the hotline: "))
                    .append(month)
                    .append(language.say(", wersja ", ", version "))
                    .append(version.number())
                    .append(language.say(". Zastępuje wersję ", ". It replaces version "))
                    .append(version.number() - 1)
                    .append(".\n");
            changes(text);
        }
        if (total != null) {
            figures(total, text);
        }
        text.append(language.say("\nPlik: ", "\nFile: "))
                .append(workbook.name())
                .append("\nSHA-256: ")
                .append(workbook.sha256())
                .append(language.say("\nRaport powstał ", "\nThe report was made on "))
                .append(dates.moment(version.made()))
                .append(language.say(
                        " i jest wysyłany przez program Infolinia.\n", " and is sent by the program Infolinia.\n"));
        return text.toString();
    }

    private void figures(CallFigures total, StringBuilder text) {
        text.append(language.say("\nPołączenia przyjęte przez centralę: ", "\nCalls received: "))
                .append(total.received() == null ? language.say("brak danych", "no data") : total.received())
                .append(language.say("\nSkierowane do kolejki: ", "\nOffered to a queue: "))
                .append(total.offered())
                .append(language.say("\nOdebrane: ", "\nAnswered: "))
                .append(total.answered())
                .append(language.say("\nNieodebrane: ", "\nNot answered: "))
                .append(total.unanswered())
                .append('\n');
    }

    private void changes(StringBuilder text) {
        List<String> changes = version.changes();
        text.append(language.say(
                "\nZmienione liczby (nazwy jak pod tytułami kolumn, czasy w sekundach; było → jest):\n",
                "\nChanged figures (named as below the columns' titles, times in seconds; former → now):\n"));
        changes.stream()
                .limit(MOST_CHANGES)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        if (changes.size() > MOST_CHANGES) {
            text.append(language.say("  … i dalsze: ", "  … and further: "))
                    .append(changes.size() - MOST_CHANGES)
                    .append('\n');
        }
    }
}
