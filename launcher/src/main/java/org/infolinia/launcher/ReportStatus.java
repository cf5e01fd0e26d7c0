package org.infolinia.launcher;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.infolinia.hotline.delivery.DeliveryCalendar;
import org.infolinia.hotline.delivery.SentReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report status}: where each month's report stands. */
@Command(
        name = "status",
        description = "Says of each month whether its report is delivered, to whom and when; of one month, all versions"
                + " and what each changed.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all that are due are delivered", "1:one is not, or nobody can tell", "2:wrong use"})
final class ReportStatus implements Callable<Integer> {

    @Parameters(paramLabel = "MONTH", arity = "0..1", description = "Such as 2026-11; all months without it.")
    private String month = "";

    @Mixin
    private final PostOptions options = new PostOptions();

    private final Clock clock;

    ReportStatus(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return month.isEmpty()
                ? options.with(clock, this::all)
                : options.with(clock, post -> one(post, options.month(month)));
    }

    private int all(ReportPost post) {
        DeliveryCalendar calendar = post.calendar();
        Instant now = clock.instant();
        Map<YearMonth, SentReport> sent = post
                .reports()
                .latestSince(calendar.rules().first())
                .stream()
                .collect(Collectors.toMap(report -> report.version().month(), report -> report));
        boolean well = true;
        List<YearMonth> over = calendar.monthsOver(now);
        for (YearMonth one : over) {
            Optional<SentReport> report = Optional.ofNullable(sent.get(one));
            well &= head(one, report, calendar, now);
            report.ifPresent(made -> options.tell(made, calendar.zone()));
        }
        YearMonth next = over.isEmpty()
                ? calendar.rules().first()
                : over.get(over.size() - 1).plusMonths(1);
        options.out().println(next + "  is made and sent " + PostOptions.moment(calendar.dueAt(next), calendar.zone()));
        return well ? PostOptions.DONE : PostOptions.FOUND_WRONG;
    }

    private int one(ReportPost post, YearMonth asked) {
        DeliveryCalendar calendar = post.calendar();
        List<SentReport> versions = post.reports().of(asked);
        Optional<SentReport> latest =
                versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
        boolean well = head(asked, latest, calendar, clock.instant());
        for (SentReport version : versions) {
            options.tell(version, calendar.zone());
            version.version().changes().forEach(line -> options.out().println("      " + line));
        }
        return well ? PostOptions.DONE : PostOptions.FOUND_WRONG;
    }

    /** Whether all is well with it. */
    private boolean head(YearMonth one, Optional<SentReport> report, DeliveryCalendar calendar, Instant now) {
        Optional<Instant> delivered = report.flatMap(SentReport::delivered);
        Instant due = calendar.dueAt(one);
        String when = PostOptions.moment(due, calendar.zone());
        if (delivered.isPresent()) {
            options.out().println(one + "  delivered " + PostOptions.moment(delivered.get(), calendar.zone()));
        } else if (report.isPresent()) {
            options.out().println(one + "  NOT DELIVERED, due " + when);
        } else if (now.isBefore(due)) {
            options.out().println(one + "  is made and sent " + when);
            return true;
        } else {
            options.out().println(one + "  NOT MADE, due " + when + "; /health of the services says why");
        }
        return delivered.isPresent();
    }
}
