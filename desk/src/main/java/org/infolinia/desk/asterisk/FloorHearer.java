package org.infolinia.desk.asterisk;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.infolinia.desk.floor.Floor;
import org.infolinia.desk.floor.Membership;
import org.infolinia.desk.floor.RecordingState;
import org.infolinia.desk.floor.WaitingCaller;
import org.infolinia.sidecar.ami.AmiConnection;
import org.infolinia.sidecar.ami.AmiHearer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what Asterisk tells of conversations into a {@link Floor}: app_queue's events, our dialplan's. */
public final class FloorHearer implements AmiHearer {

    private static final Logger LOG = LoggerFactory.getLogger(FloorHearer.class);

    /** The classes of events it wants to hear. */
    public static final String EVENTS = "agent,user";

    /** Asterisk drops events when it is flooded: all is read anew so often. */
    private static final Duration READ_ANEW = Duration.ofSeconds(60);

    private static final String DIGITS = "ChanVariable(INFOLINIA_DIGITS)";

    private final Floor floor;
    private final Clock clock;
    private @Nullable AmiConnection line;
    private Instant read = Instant.EPOCH;

    public FloorHearer(Floor floor, Clock clock) {
        this.floor = floor;
        this.clock = clock;
    }

    @Override
    public void listening(AmiConnection open) throws IOException {
        line = open;
        readAnew();
    }

    @Override
    public void notListening(String reason) {
        line = null;
        floor.silent(reason);
    }

    @Override
    public void heard(Map<String, String> said) {
        String queue = said.getOrDefault("Queue", "");
        switch (said.getOrDefault("Event", "")) {
            case "QueueParams" -> floor.queue(queue);
            case "QueueMember" -> floor.member(queue, said.getOrDefault("Name", ""), membership(said, "Location"));
            case "QueueMemberAdded", "QueueMemberPause", "QueueMemberPenalty", "QueueMemberStatus" ->
                floor.member(queue, said.getOrDefault("MemberName", ""), membership(said, "Interface"));
            case "QueueMemberRemoved" -> floor.memberGone(queue, said.getOrDefault("MemberName", ""));
            case "QueueEntry" -> floor.joins(queue, caller(said, clock.instant().minusSeconds(number(said, "Wait"))));
            case "QueueCallerJoin" -> floor.joins(queue, caller(said, clock.instant()));
            case "QueueCallerLeave", "QueueCallerAbandon" -> floor.leaves(queue, said.getOrDefault("Uniqueid", ""));
            case "AgentCalled" ->
                floor.rings(queue, said.getOrDefault("MemberName", ""), caller(said, clock.instant()));
            case "AgentConnect" ->
                floor.answers(
                        queue,
                        said.getOrDefault("MemberName", ""),
                        caller(said, clock.instant()),
                        Duration.ofSeconds(number(said, "HoldTime")));
            case "AgentComplete" -> floor.completes(said.getOrDefault("MemberName", ""));
            case "AgentRingNoAnswer", "AgentDump" -> floor.misses(said.getOrDefault("MemberName", ""));
            case "UserEvent" -> outsideQueues(said, queue);
            case "QueueStatusComplete" -> floor.readingEnds();
            default -> {
                // What the floor does not show.
            }
        }
        if (line != null && Duration.between(read, clock.instant()).compareTo(READ_ANEW) > 0) {
            try {
                readAnew();
            } catch (IOException e) {
                LOG.debug("the line breaks; the feed will notice", e);
            }
        }
    }

    private void outsideQueues(Map<String, String> said, String queue) {
        String name = said.getOrDefault("MemberName", "");
        String with = said.getOrDefault("With", "");
        switch (said.getOrDefault("UserEvent", "")) {
            case "InfoliniaRings" ->
                floor.ringsOutside(queue, name, said.getOrDefault("Interface", ""), caller(said, clock.instant()));
            case "InfoliniaDialled" ->
                floor.dialled(
                        name,
                        said.getOrDefault("Interface", ""),
                        new WaitingCaller(
                                with,
                                said.getOrDefault("Linkedid", with),
                                said.getOrDefault("Number", ""),
                                language(said.getOrDefault("Language", "")),
                                "",
                                clock.instant()));
            case "InfoliniaTalks" -> floor.talks(name, with);
            case "InfoliniaLost" -> floor.isAwaited(name, Instant.ofEpochSecond(number(said, "Until")));
            case "InfoliniaOver" -> floor.ends(name, with);
            case "InfoliniaRecording" -> {
                RecordingState state = RecordingState.of(said.getOrDefault("State", ""));
                floor.records(
                        name,
                        said.getOrDefault("Uniqueid", ""),
                        state,
                        state == RecordingState.PAUSED
                                ? Optional.of(Instant.ofEpochMilli(number(said, "Until")))
                                : Optional.empty());
            }
            default -> {
                // Somebody else's.
            }
        }
    }

    private void readAnew() throws IOException {
        if (line != null) {
            read = clock.instant();
            floor.readingBegins();
            line.send("QueueStatus");
        }
    }

    private static Membership membership(Map<String, String> said, String device) {
        boolean paused = "1".equals(said.get("Paused"));
        long changed =
                paused ? number(said, "LastPause") : Math.max(number(said, "LoginTime"), number(said, "LastCall"));
        return new Membership(
                said.getOrDefault(device, ""),
                paused,
                said.getOrDefault("PausedReason", ""),
                (int) number(said, "Status"),
                changed,
                (int) number(said, "CallsTaken"),
                (int) number(said, "Penalty"),
                number(said, "LoginTime"),
                "1".equals(said.get("InCall")));
    }

    private static WaitingCaller caller(Map<String, String> said, Instant since) {
        String number = said.getOrDefault("CallerIDNum", "");
        return new WaitingCaller(
                said.getOrDefault("Uniqueid", ""),
                said.getOrDefault("Linkedid", said.getOrDefault("Uniqueid", "")),
                number.equals("<unknown>") || number.equals("unknown") ? "" : number,
                language(said.getOrDefault("Language", "")),
                digits(said.getOrDefault(DIGITS, "")),
                since);
    }

    /** A caller for whom a consultant is free speaks {@code pl_now}, which the dialplan gave them for a silence. */
    private static String language(String asterisks) {
        int mark = asterisks.indexOf('_');
        return mark < 0 ? asterisks : asterisks.substring(0, mark);
    }

    /** Only where manager.conf has {@code channelvars = INFOLINIA_DIGITS}; whatever is no key of a telephone is none. */
    private static String digits(String value) {
        return value.matches("[0-9*#]{1,40}") ? value : "";
    }

    /** What Asterisk counts is a number; whatever is none counts as 0. */
    private static long number(Map<String, String> said, String header) {
        String text = said.getOrDefault(header, "");
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
