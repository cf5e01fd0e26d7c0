package org.infolinia.agi.ami;

import java.util.Map;
import org.infolinia.agi.trunk.TrunkStates;
import org.infolinia.sidecar.ami.AmiConnection;
import org.infolinia.sidecar.ami.AmiHearer;

/**
 * Hears from Asterisk how the operators' trunks are.
 *
 * <p>The events {@code Registry} and {@code PeerStatus} are of the class {@code system}; of that class the account's
 * {@code eventfilter} leaves it these alone. Asking what stands ({@code PJSIPShowRegistrationsOutbound}) would take a
 * right to write, and its answer holds passwords.
 */
public final class TrunkHearer implements AmiHearer {

    /** The classes of events it wants to hear. */
    public static final String EVENTS = "system";

    /** How Asterisk calls the endpoints of {@code pjsip-trunks.conf}. */
    private static final String ENDPOINTS = "PJSIP/infolinia-";

    private final TrunkStates trunks;

    public TrunkHearer(TrunkStates trunks) {
        this.trunks = trunks;
    }

    @Override
    public void listening(AmiConnection line) {
        trunks.listening();
    }

    @Override
    public void notListening(String reason) {
        trunks.notListening(reason);
    }

    @Override
    public void heard(Map<String, String> said) {
        switch (said.getOrDefault("Event", "")) {
            case "Registry" ->
                trunks.registration(
                        said.getOrDefault("Username", ""),
                        said.getOrDefault("Domain", ""),
                        said.getOrDefault("Status", ""));
            case "PeerStatus" -> {
                String peer = said.getOrDefault("Peer", "");
                if (peer.startsWith(ENDPOINTS)) {
                    trunks.server(peer.substring(ENDPOINTS.length()), said.getOrDefault("PeerStatus", ""));
                }
            }
            default -> {
                // Answers to the feed's own question, and whatever an account without eventfilter is told.
            }
        }
    }
}
