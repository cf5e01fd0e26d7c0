package org.infolinia.launcher;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.infolinia.hotline.delivery.DeliveryCalendar;
import org.infolinia.hotline.delivery.SentReport;
import org.infolinia.reports.delivery.MonthDelivery.Done;
import org.infolinia.reports.ledger.LedgerUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report send}: a month's report sent by hand. */
@Command(
        name = "send",
        description =
                "Makes the report of a month and sends it to the recipients that system.xml names. Where it was sent"
                        + " before: sends a correction, which says what changed, if a figure differs now; if none does, only"
                        + " those get it who lack it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the mail server has it for everybody", "1:not, or not yet", "2:wrong use"})
final class ReportSend implements Callable<Integer> {

    @Parameters(paramLabel = "MONTH", description = "Such as 2026-10; one that is over.")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String month;

    @Mixin
    private final PostOptions options = new PostOptions();

    private final Clock clock;

    ReportSend(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return options.with(clock, post -> send(post, options.month(month)));
    }

    private int send(ReportPost post, YearMonth asked) throws LedgerUnavailable, IOException {
        DeliveryCalendar calendar = post.calendar();
        if (clock.instant().isBefore(calendar.endOf(asked))) {
            throw options.wrongUse(asked + " is not over; until then make it with: report month " + asked);
        }
        Done done = post.delivery().send(asked, who());
        if (done.made()) {
            options.out()
                    .println(asked + ": version " + done.version().number() + " made"
                            + (done.version().changes().isEmpty()
                                    ? "."
                                    : "; " + done.version().changes().size() + " figures differ from version "
                                            + (done.version().number() - 1) + "."));
        } else {
            options.out()
                    .println(asked + ": no figure differs from version "
                            + done.version().number() + "; "
                            + (done.letters() == 0
                                    ? "nobody lacks it, nothing is sent."
                                    : "it goes to those who lack it."));
        }
        // The services may be down, and would send it in some seconds if not; whoever takes a letter first sends it.
        post.sender().send();
        List<SentReport> versions = post.reports().of(asked);
        SentReport latest = versions.get(versions.size() - 1);
        options.tell(latest, calendar.zone());
        return latest.delivered().isPresent() ? PostOptions.DONE : PostOptions.FOUND_WRONG;
    }

    /** Behind sudo too, the person. */
    private static String who() {
        return Optional.ofNullable(System.getenv("SUDO_USER")).orElse(System.getProperty("user.name"));
    }
}
