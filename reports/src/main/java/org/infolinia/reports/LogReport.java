package org.infolinia.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.infolinia.reports.availability.AvailabilityFold;
import org.infolinia.reports.calls.Call;
import org.infolinia.reports.calls.CallFold;
import org.infolinia.reports.calls.CallIdentity;
import org.infolinia.reports.calls.CallRules;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.FigureFold;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.ledger.CallIds;
import org.infolinia.reports.ledger.InboundCalls;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerLines;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.ledger.LogFolder;
import org.infolinia.reports.ledger.MemberTexts;
import org.infolinia.reports.ledger.OrderedLines;
import org.infolinia.reports.ledger.OutOfOrder;
import org.infolinia.reports.ledger.QueueEvent;
import org.infolinia.reports.ledger.QueueLog;
import org.infolinia.reports.ledger.QueueLogReading;
import org.infolinia.reports.ledger.Reading;
import org.infolinia.reports.ledger.Span;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.ledger.UnreadableLines;
import org.infolinia.reports.words.Words;

/** Makes a report from Asterisk's log files alone. */
public final class LogReport {

    private final ReportRules rules;

    public LogReport(ReportRules rules) {
        this.rules = rules;
    }

    /**
     * Reads the folder's logs once, twice where time jumps back within one of them, and counts.
     *
     * @param folder with queue_log and Master.csv, rotated or not
     * @throws LedgerUnavailable when there is nothing to count from
     */
    public Report read(Path folder, ReportPeriod period) throws LedgerUnavailable {
        LogFolder logs = LogFolder.open(folder);
        Span span = period.span();
        CallIds ids = new CallIds();
        MemberTexts texts = new MemberTexts();
        QueueLogReading<Folds> reading = new QueueLog(logs, queues(), ids, Reading.of(span, texts)).read(underWay -> {
            // Before any line is folded: it says which ids of the queue log are one call.
            Cdr cdr = cdr(logs, ids, period, underWay);
            FigureFold figures = new FigureFold(period, rules.thresholds(), cdr.calls(), ids::text);
            return new Folds(
                    cdr,
                    new CallFold(callRules(), cdr, figures),
                    figures,
                    new AvailabilityFold(period, rules.hours(), texts));
        });
        TelephoneFigures figures = reading.fold().figures();
        UnreadableLines ofLog = reading.unreadable();
        Cdr cdr = reading.fold().cdr();
        UnreadableLines ofCdr = cdr.inbound().unreadable();
        return new Report(
                period,
                rules.thresholds(),
                figures,
                false,
                reading.fold().presence().figures(),
                null,
                Stream.concat(ofCdr.kept().stream(), ofLog.kept().stream())
                        .sorted(Unreadable.BY_PLACE)
                        .toList(),
                ofCdr.count() + ofLog.count(),
                reading.setAside().byQueue(),
                notes(logs, cdr, figures, reading, ofCdr.count() + ofLog.count()));
    }

    /**
     * The same as {@link #read}, a month beside the one before, a week too, as far as there are figures of it.
     *
     * @param completed adds to what the logs tell of a period
     * @throws LedgerUnavailable when there is nothing to count from
     */
    public Report readCompared(Path folder, ReportPeriod period, UnaryOperator<Report> completed)
            throws LedgerUnavailable {
        Report report = completed.apply(read(folder, period));
        Optional<ReportPeriod> earlier = period.before();
        if (earlier.isEmpty()) {
            return report;
        }
        CallFigures before =
                completed.apply(read(folder, earlier.get())).calls().total();
        return before.isEmpty() ? report : report.comparedWith(before);
    }

    /**
     * Reads the folder's logs once and tells each call apart, by its linked id; all are held in memory.
     *
     * @throws LedgerUnavailable when there is nothing to read
     */
    public Map<String, Call> calls(Path folder, ReportPeriod period) throws LedgerUnavailable {
        LogFolder logs = LogFolder.open(folder);
        Span span = period.span();
        CallIds ids = new CallIds();
        Each each = new QueueLog(logs, queues(), ids, Reading.of(span))
                .read(underWay -> new Each(callRules(), cdr(logs, ids, period, underWay)))
                .fold();
        Map<String, Call> calls = new LinkedHashMap<>();
        each.calls().forEach(call -> calls.put(ids.text(call.id()), call));
        return calls;
    }

    private static Cdr cdr(LogFolder logs, CallIds ids, ReportPeriod period, Runnable underWay)
            throws LedgerUnavailable {
        InboundCalls inbound = InboundCalls.read(logs, ids, Reading.of(period.span()), period.zone(), underWay);
        return new Cdr(inbound, logs.hasCallRecords() && inbound.areKnown());
    }

    private KnownQueues queues() {
        return new KnownQueues(List.copyOf(rules.ringTimes().keySet()));
    }

    private CallRules callRules() {
        return new CallRules(
                List.copyOf(rules.ringTimes().values()), rules.thresholds().hungUpEarly());
    }

    private static List<Words> notes(
            LogFolder logs, Cdr cdr, TelephoneFigures figures, QueueLogReading<Folds> reading, long unreadable) {
        List<Words> notes = new ArrayList<>();
        if (!logs.hasCallRecords()) {
            notes.add(new Words(
                    "Nie ma pliku Master.csv: nie wiadomo, ile połączeń przyjęła centrala, a połączenie przekazane do"
                            + " kolejki z zapowiedzią może być policzone dwa razy.",
                    "There is no Master.csv: received cannot be told and is null, and calls are told apart by call id,"
                            + " so that an attended transfer into a queue may count as two."));
        } else if (!cdr.areKnown()) {
            notes.add(new Words(
                    "Master.csv nie ma identyfikatorów połączeń (cdr.conf: loguniqueid, newcdrcolumns): nie wiadomo, ile"
                            + " połączeń przyjęła centrala.",
                    "Master.csv has neither unique ids nor linked ids (cdr.conf: loguniqueid, newcdrcolumns): received"
                            + " cannot be told and is null."));
        } else if (figures.total().offered() > 0
                && Long.valueOf(0).equals(figures.total().received())) {
            notes.add(new Words(
                    "Master.csv nie ma w tym okresie połączeń z kodem infolinia-in, choć dziennik kolejek ma połączenia:"
                            + " przyjętych jest 0.",
                    "Master.csv has no call with the account code infolinia-in in this period, though the queue log"
                            + " has calls: received is 0."));
        }
        CallFigures total = figures.total();
        if (total.isEmpty()) {
            notes.add(new Words(
                    "Dzienniki nie mają żadnego połączenia z tego okresu; czy to właściwy okres i właściwe dzienniki?",
                    "The logs have no call of this period; is it the right period, and are they the right logs?"));
        }
        OutOfOrder outOfOrder = reading.outOfOrder();
        if (outOfOrder.lines() > 0) {
            notes.add(new Words(
                    "Czas w dzienniku kolejek cofa się więcej niż " + OutOfOrder.MOST_MENDED + " razy: od wiersza "
                            + outOfOrder.line() + " pliku " + outOfOrder.file()
                            + " nie udało się ustawić wierszy w kolejności (jest ich "
                            + outOfOrder.lines()
                            + "), więc liczby mogą być błędne; trzeba posortować plik według czasu (sort -s -t '|' -k 1,1n).",
                    "Time jumps back more than " + OutOfOrder.MOST_MENDED + " times in the queue log: "
                            + outOfOrder.lines() + (outOfOrder.lines() == 1 ? " line" : " lines") + " from "
                            + outOfOrder.file() + ", line " + outOfOrder.line()
                            + ", on could not be put in order, so the figures may be wrong;"
                            + " sort the file by its time stamps (sort -s -t '|' -k 1,1n)."));
        }
        reading.setAside()
                .byQueue()
                .forEach((queue, lines) -> notes.add(new Words(
                        "Pominięto wiersze kolejki " + queue + ", która nie należy do infolinii (--queue " + queue
                                + " ją wlicza): " + lines + ".",
                        lines + (lines == 1 ? " line" : " lines") + " of the queue " + queue
                                + " set aside: it is not one of the hotline's (--queue " + queue + " counts it in).")));
        if (unreadable > 0) {
            notes.add(new Words(
                    "Pominięto wiersze, których nie dało się odczytać: " + unreadable + "; raport podaje, które.",
                    unreadable + (unreadable == 1 ? " line" : " lines")
                            + " left out that could not be read; the report lists where."));
        }
        Report.notReconciled(figures).ifPresent(notes::add);
        return notes;
    }

    /** All folds, as one that takes lines. */
    private record Folds(Cdr cdr, CallFold calls, FigureFold sums, AvailabilityFold presence) implements LedgerLines {

        @Override
        public void line(long at, QueueEvent event, long call, int queue, long consultant, int ringMillis) {
            calls.line(at, event, call, queue, consultant, ringMillis);
            presence.line(at, event, call, queue, consultant, ringMillis);
        }

        @Override
        public void lines(OrderedLines lines) {
            calls.lines(lines);
            presence.lines(lines);
        }

        TelephoneFigures figures() {
            calls.finish();
            return sums.figures();
        }
    }

    /** Keeps each call. */
    private static final class Each implements LedgerLines {

        private final List<Call> calls = new ArrayList<>();
        private final CallFold fold;

        Each(CallRules rules, CallIdentity identity) {
            fold = new CallFold(rules, identity, calls::add);
        }

        @Override
        public void line(long at, QueueEvent event, long call, int queue, long consultant, int ringMillis) {
            fold.line(at, event, call, queue, consultant, ringMillis);
        }

        List<Call> calls() {
            fold.finish();
            return calls;
        }
    }
}
