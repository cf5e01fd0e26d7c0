package org.infolinia.sidecar.ami;

import java.io.IOException;
import java.util.Map;

/** Whoever wants to know what happens in Asterisk. Called by one thread. */
public interface AmiHearer {

    /** The line stands: what was known before it may be out of date, and may be asked for with {@code line.send}. */
    void listening(AmiConnection line) throws IOException;

    /** An event, or an answer to what was asked. */
    void heard(Map<String, String> said);

    /** The line is broken, or never was one; it is tried again. */
    void notListening(String reason);
}
