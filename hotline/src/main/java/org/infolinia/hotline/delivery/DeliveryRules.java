package org.infolinia.hotline.delivery;

import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.mail.EmailAddress;

/**
 * What is agreed about the monthly report.
 *
 * @param first      the first month that is delivered
 * @param workingDay of the next month on which it is made and sent: 1 or more
 * @param time       of that day, by the hotline's clock
 * @param language   of the workbook and of the letter with it
 * @param recipients who gets it; one or more
 * @param leads      who is warned when it is not delivered; one or more
 * @param sender     who the letters are from
 */
public record DeliveryRules(
        YearMonth first,
        int workingDay,
        LocalTime time,
        Language language,
        List<EmailAddress> recipients,
        List<EmailAddress> leads,
        EmailAddress sender) {

    /** @throws IllegalArgumentException when nobody would get it, or nobody be warned */
    public DeliveryRules {
        recipients = recipients.stream().distinct().toList();
        leads = leads.stream().distinct().toList();
        if (workingDay < 1 || recipients.isEmpty() || leads.isEmpty()) {
            throw new IllegalArgumentException("delivery on working day " + workingDay + " to " + recipients
                    + ", warning " + leads + ": 1 or more of each is expected");
        }
    }
}
