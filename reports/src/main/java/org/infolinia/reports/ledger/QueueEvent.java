package org.infolinia.reports.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a line of the queue log says happened; each constant is spelled as {@code apps/app_queue.c} of Asterisk 18 to 22
 * spells it, or as our dialplan does.
 */
public enum QueueEvent {
    /** The caller joined a queue: url, caller's number, place, and caller's name where that is switched on. */
    ENTERQUEUE(4),
    /** A consultant answered: wait, unique id of the consultant's leg, ring in seconds. */
    CONNECT(3),
    /** The caller hung up while waiting, or as they were being joined: place, first place, wait. */
    ABANDON(3),
    EXITWITHTIMEOUT(3),
    EXITWITHKEY(4),
    EXITEMPTY(3),
    WITHDRAW(4),
    SYSCOMPAT(1),
    COMPLETECALLER(3),
    COMPLETEAGENT(3),
    BLINDTRANSFER(5),
    /** BRIDGE with 2, APP with 2 or LINK with 3 columns, then wait, talk and place. */
    ATTENDEDTRANSFER(6),
    /** Asterisk before 12. */
    TRANSFER(5),
    /** One consultant's telephone stopped ringing unanswered: ring in milliseconds. */
    RINGNOANSWER(1),
    RINGCANCELED(1),
    AGENTDUMP(1),
    /** Asterisk started; nobody who was there before is there now. */
    QUEUESTART(1),
    /** Ours: turned away because the hotline was closed; dialled number. */
    CLOSED(2),
    /** Ours: ended before any queue, in opening hours; node of the IVR tree. */
    LEFTIVR(2),
    /** Ours: what follows under this call id is a promised call back; linked id of the call it was asked for in. */
    CALLBACK(2),
    /** Ours: it was no hang-up that ended the conversation just before, the consultant's page was gone. */
    LINELOST(1),
    /** Ours: a queue did not let the caller in; its word for why. */
    REFUSED(2),
    ADDMEMBER(2),
    REMOVEMEMBER(2),
    PAUSE(2),
    UNPAUSE(2),
    PAUSEALL(2),
    UNPAUSEALL(2),
    PENALTY(2),
    RINGINUSE(2),
    AGENTLOGIN(3),
    AGENTLOGOFF(3),
    CONFIGRELOAD(1),
    /** Ours: a consultant had the recording fall silent, and go on; neither changes a call. */
    RECPAUSE(5),
    RECRESUME(5),
    /** Anything else: counted nowhere, tolerated. */
    OTHER(Integer.MAX_VALUE);

    private static final int LONGEST = 16;

    private final int mostColumns;
    private final int length;
    private final long firstEight;
    private final long lastEight;

    QueueEvent(int mostColumns) {
        this.mostColumns = mostColumns;
        byte[] spelling = Arrays.copyOf(name().getBytes(StandardCharsets.US_ASCII), LONGEST);
        this.length = name().length();
        this.firstEight = Words.first(spelling, 0, length);
        this.lastEight = length <= Long.BYTES ? 0 : Words.at(spelling, length - Long.BYTES);
    }

    /** Data columns that a line of this event can have; more of them means that two lines ran into one. */
    int mostColumns() {
        return mostColumns;
    }

    /** The first and the last eight letters are all there are. */
    boolean isSpelled(byte[] bytes, int from, int to) {
        return to - from == length
                && Words.first(bytes, from, length) == firstEight
                && (length <= Long.BYTES || Words.at(bytes, to - Long.BYTES) == lastEight);
    }

    /** Whether the line is about a caller, so that its call id must be one. */
    public boolean isOfCall() {
        return compareTo(REFUSED) <= 0 && this != QUEUESTART;
    }

    /** Whether the line tells that a consultant came, went, paused or came back. */
    public boolean isOfConsultant() {
        return compareTo(ADDMEMBER) >= 0 && compareTo(UNPAUSEALL) <= 0;
    }

    /** Whether a conversation ended. */
    public boolean endsTalk() {
        return this == COMPLETECALLER || this == COMPLETEAGENT || isTransfer();
    }

    /** Whether a conversation ended by being handed on; such lines end in wait, talk and place. */
    boolean isTransfer() {
        return this == BLINDTRANSFER || this == ATTENDEDTRANSFER || this == TRANSFER;
    }

    /** Whether the line is written where no queue need be named. */
    public boolean isBeforeQueue() {
        return this == CLOSED || this == LEFTIVR || this == CALLBACK || this == REFUSED;
    }
}
