package org.infolinia.reports.kept;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.Report;
import org.infolinia.reports.calls.Call;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.CdrCalls;
import org.infolinia.reports.figures.FigureFold;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.ledger.CallIds;
import org.infolinia.reports.ledger.LongMap;

/** Counts the telephone figures from kept calls, by the fold that counts them from the logs. */
public final class KeptFigures {

    private KeptFigures() {}

    /**
     * Reads the calls of the period twice: what was received first, as the fold has it from the CDR.
     *
     * @param cdrKnown whether there is a CDR, so that {@code received} can be told
     */
    public static TelephoneFigures count(
            FinishedCalls calls, ReportPeriod period, Thresholds thresholds, boolean cdrKnown) {
        return count(calls, period, thresholds, cdrKnown, FinishedCall::received);
    }

    /**
     * The figures of a period that is not over. Of a call that has talked and still goes on, as after a lost line, there is
     * no CDR yet; whoever was in a queue has been received all the same.
     */
    public static TelephoneFigures soFar(FinishedCalls calls, ReportPeriod period, Thresholds thresholds) {
        return count(
                calls,
                period,
                thresholds,
                true,
                call -> call.received() || call.kind() == CallKind.INBOUND && call.outcome() != Outcome.NEVER_JOINED);
    }

    private static TelephoneFigures count(
            FinishedCalls calls,
            ReportPeriod period,
            Thresholds thresholds,
            boolean cdrKnown,
            Predicate<FinishedCall> isReceived) {
        CallIds ids = new CallIds();
        LongMap received = new LongMap();
        each(calls, period, call -> {
            if (isReceived.test(call)) {
                received.put(ids.key(call.linkedId()), call.arrived().getEpochSecond());
            }
        });
        FigureFold fold = new FigureFold(period, thresholds, new CdrCalls(received, cdrKnown), ids::text);
        each(calls, period, call -> {
            if (call.kind() != CallKind.OUTBOUND && call.outcome() != Outcome.NOT_TOLD) {
                fold.accept(counted(call, ids, thresholds));
            }
        });
        return fold.figures();
    }

    /**
     * The report, with the figures of the kept calls where the logs lack calls that are kept, and have none that are not: a
     * log was rotated away, or is lost. Elsewhere either gives the same, or the logs know more.
     *
     * @param ofLogs counted from the logs
     */
    public static Report complete(Report ofLogs, FinishedCalls calls) {
        boolean[] received = {ofLogs.calls().total().received() != null};
        each(calls, ofLogs.period(), call -> received[0] |= call.received());
        TelephoneFigures kept = count(calls, ofLogs.period(), ofLogs.thresholds(), received[0]);
        return lacking(kept, ofLogs.calls()) == 0 && lacking(ofLogs.calls(), kept) > 0
                ? ofLogs.beyondLogs(kept)
                : ofLogs;
    }

    /** How many calls the one has more than the other, which so lacks at least these; 0 where it has no more. */
    private static long lacking(TelephoneFigures other, TelephoneFigures one) {
        CallFigures few = other.total();
        CallFigures many = one.total();
        long received =
                Objects.requireNonNullElse(many.received(), 0L) - Objects.requireNonNullElse(few.received(), 0L);
        return Math.max(0, Math.max(received, told(many) - told(few)));
    }

    private static long told(CallFigures figures) {
        return figures.offered() + figures.refused() + figures.closedHours() + figures.leftInIvr();
    }

    private static void each(FinishedCalls calls, ReportPeriod period, Consumer<FinishedCall> each) {
        calls.arrivedBetween(period.begins(), period.ends(), each);
    }

    /** The call as the fold of the logs counts it. */
    private static Call counted(FinishedCall call, CallIds ids, Thresholds thresholds) {
        int hungUpEarly = 0;
        int endedByConsultant = 0;
        int withoutEnd = 0;
        for (Conversation talk : call.conversations()) {
            if (talk.talkTime().isEmpty()) {
                withoutEnd++;
            } else if (talk.endedBy() == Conversation.EndedBy.CONSULTANT) {
                endedByConsultant++;
                hungUpEarly += talk.talkTime().get().compareTo(thresholds.hungUpEarly()) <= 0 ? 1 : 0;
            }
        }
        return new Call(
                ids.key(call.linkedId()),
                call.kind() == CallKind.CALL_BACK,
                call.arrived(),
                call.outcome(),
                call.waitTime(),
                call.talkTime(),
                offers(call, Offer.Response.REJECTED),
                offers(call, Offer.Response.MISSED),
                offers(call, Offer.Response.DUMPED),
                hungUpEarly,
                endedByConsultant,
                withoutEnd);
    }

    private static int offers(FinishedCall call, Offer.Response response) {
        return (int) call.offers().stream()
                .filter(offer -> offer.response() == response)
                .count();
    }
}
