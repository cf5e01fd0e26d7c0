package org.infolinia.agi.listening;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters in the audit log that somebody listens in, before they hear anything.
 *
 * <p>The dialplan passes the token, who listens, to whom, the mode (1 to 3) and the call's linked id, {@code none} where
 * the consultant talks to nobody. Without the token given back nobody listens.
 */
public final class ListeningHandler implements CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ListeningHandler.class);

    private static final int ARGUMENTS = 5;
    private static final String NO_CALL = "none";
    private static final Pattern CALL = Pattern.compile("[0-9A-Za-z_.-]{1,80}");

    /** What the audit log calls the act, by the dialplan's digit. */
    private static final Map<String, String> MODES =
            Map.of("1", "listening.listen", "2", "listening.whisper", "3", "listening.barge");

    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    public ListeningHandler(Accounts accounts, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void handle(InboundCall call) throws CallerHungUp {
        List<String> arguments = call.arguments();
        Optional<Nonce> nonce = Nonce.among(arguments);
        if (nonce.isEmpty() || arguments.size() != ARGUMENTS) {
            LOG.error("call {}: the dialplan passed no fit completion token or not who listens", call.uniqueId());
            return;
        }
        String who = arguments.get(1);
        String whom = arguments.get(2);
        Optional<String> mode = Optional.ofNullable(MODES.get(arguments.get(3)));
        String linkedId = arguments.get(4);
        if (mode.isEmpty()
                || !LoginName.isOne(who)
                || !LoginName.isOne(whom)
                || !CALL.matcher(linkedId).matches()) {
            LOG.warn("call {}: nobody of such a name can listen, or be listened to", call.uniqueId());
            return;
        }
        // The line is a lead's; that they still are one is known here alone.
        if (accounts.find(new LoginName(who))
                .filter(ListeningHandler::mayListen)
                .isEmpty()) {
            LOG.warn("call {}: {} may not listen in", call.uniqueId(), who);
            return;
        }
        audit.append(new AuditEntry(
                clock.instant(),
                who,
                mode.get(),
                whom,
                linkedId.equals(NO_CALL) ? "was in no conversation, nothing was heard" : "call " + linkedId));
        call.leave(Map.of(), nonce.get());
    }

    private static boolean mayListen(Account account) {
        return account.role() == Role.LEAD && !account.disabled();
    }
}
