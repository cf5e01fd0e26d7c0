package org.infolinia.launcher;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.delivery.DeliveryRules;
import org.infolinia.hotline.mail.EmailAddress;
import org.infolinia.sidecar.mail.MailSettings;
import org.w3c.dom.Element;

/** Reads what system.xml says of mail, and of the reports that go by it. */
final class ReportElements {

    private ReportElements() {}

    /** @throws IllegalArgumentException with the sentence that says what is wrong */
    static Optional<MailSettings> mail(Optional<Element> element) {
        if (element.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> user = SystemFile.attribute(element.get(), "user");
        Optional<Path> secret =
                SystemFile.attribute(element.get(), "secretFile").map(Path::of);
        if (user.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("<mail>: user and secretFile go together; name both or neither");
        }
        return Optional.of(new MailSettings(
                element.get().getAttribute("host"),
                Integer.parseInt(element.get().getAttribute("port")),
                MailSettings.Security.valueOf(element.get().getAttribute("tls").toUpperCase(Locale.ROOT)),
                new EmailAddress(element.get().getAttribute("from")),
                user.map(name -> new MailSettings.Account(name, secret.orElseThrow())),
                SystemFile.attribute(element.get(), "authorityFile").map(Path::of)));
    }

    /** @throws IllegalArgumentException with the sentence that says what is wrong */
    static Optional<DeliveryRules> reports(Optional<Element> element, Optional<MailSettings> mail) {
        if (element.isPresent() && mail.isEmpty()) {
            throw new IllegalArgumentException("<reports> are sent by mail: name the mail server too (<mail>)");
        }
        return element.map(reports -> new DeliveryRules(
                YearMonth.parse(reports.getAttribute("first")),
                Integer.parseInt(reports.getAttribute("workingDay")),
                LocalTime.parse(reports.getAttribute("time")),
                new Language(reports.getAttribute("language")),
                people(reports, "recipient"),
                people(reports, "lead"),
                mail.orElseThrow().from()));
    }

    private static List<EmailAddress> people(Element reports, String name) {
        return SystemFile.children(reports, name).stream()
                .map(person -> new EmailAddress(person.getAttribute("address")))
                .toList();
    }
}
