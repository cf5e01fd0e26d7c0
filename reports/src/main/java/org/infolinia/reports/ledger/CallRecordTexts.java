package org.infolinia.reports.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the CDR tells of single calls, for those who tell calls apart and do not only count them. */
public final class CallRecordTexts {

    private final Map<Long, String> callers = new HashMap<>();
    private final Map<Long, List<Outward>> outward = new TreeMap<>();

    /**
     * One leg of a call outwards: what was dialled, or what went on when the page that had dialled it was back.
     *
     * @param uniqueId   key of the channel that dialled
     * @param consultant name of their telephone
     * @param dialled    number called
     * @param start      seconds of the epoch
     * @param duration   whole seconds from the start to the hang-up
     * @param answered   whether it was taken
     * @param talk       whole seconds from the answer to the hang-up
     */
    public record Outward(
            long uniqueId, String consultant, String dialled, long start, long duration, boolean answered, long talk) {}

    void note(CallRecord record, CsvRecord csv, long call) {
        if (record.inbound) {
            callers.putIfAbsent(call, CallRecord.source(csv));
        } else if (record.outbound && !CallRecord.consultant(csv).isEmpty()) {
            outward.computeIfAbsent(call, first -> new ArrayList<>(1))
                    .add(new Outward(
                            record.uniqueId,
                            CallRecord.consultant(csv),
                            CallRecord.destination(csv),
                            record.start,
                            record.duration,
                            CallRecord.isAnswered(csv),
                            record.billed));
        }
    }

    /** Number of the one who called in, where the CDR tells it. */
    public Optional<String> caller(long call) {
        return Optional.ofNullable(callers.get(call)).filter(number -> !number.isBlank());
    }

    /** The legs of all calls outwards, by the linked id that their records bear. */
    public Map<Long, List<Outward>> outward() {
        return outward;
    }
}
