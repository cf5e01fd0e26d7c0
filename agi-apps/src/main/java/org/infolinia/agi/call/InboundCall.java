package org.infolinia.agi.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.CallerLine;
import org.infolinia.hotline.ivr.Destination;

/** One call that the dialplan has put into a handler's hands. */
public interface InboundCall {

    /** Unique id of the caller's channel, for the log; {@code ?} where Asterisk sent none that is fit to print. */
    String uniqueId();

    /** The number dialled, {@code + 0-9}, at most 20 of them; empty where it is not known. */
    String dialled();

    /** The language that the channel has been set to; empty where it is none of two letters. */
    Optional<Language> language();

    /** What the dialplan passed along, in order; not yet checked. */
    List<String> arguments();

    /**
     * The caller's line; a language has to be spoken before anything can be said.
     *
     * @param sounds what announcements sound like in this call
     */
    CallerLine line(Sounds sounds);

    /** The same line as a prompt studio needs it. */
    StudioLine studioLine(Sounds sounds);

    /**
     * The moment at which a tester wants the call to have arrived: whole seconds since 1970 in {@code INFOLINIA_AT}.
     * Empty when the variable is absent or no such number. To be asked in development instances only.
     */
    Optional<Instant> pretendedArrival() throws CallerHungUp;

    /**
     * What the dialplan has in these variables and functions, in one question to Asterisk.
     *
     * @param expressions as the dialplan writes them, such as <code>${INFOLINIA_QUEUE}</code>; the program's own words,
     *                    nothing that came from a caller
     * @return as many values, in order; empty where there is none, or one that holds anything else but
     *         {@code 0-9 A-Z a-z _ . + -}
     */
    List<String> values(List<String> expressions) throws CallerHungUp;

    /** Sets one variable; works on a line that is dead already. */
    void set(String variable, String value) throws CallerHungUp;

    /**
     * Gives values and the token back to the dialplan; the last thing said in a call.
     *
     * @param values by variable; of {@code 0-9 A-Z a-z _ . + -}
     */
    void leave(Map<String, String> values, Nonce nonce) throws CallerHungUp;

    /**
     * Tells the dialplan where the caller goes, with the token that proves it; the last thing said in a visit.
     *
     * @param version of the hotline.xml the visit was walked in, for the next
     */
    void leave(Destination destination, String version, Nonce nonce) throws CallerHungUp;
}
