package org.infolinia.agi.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.number.NumberRefused;
import org.infolinia.hotline.number.PhoneNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a number that a consultant dialled.
 *
 * <p>The dialplan passes the token and the number, cut to {@code +0-9}. It gets {@code INFOLINIA_NUMBER} in E.164 and an
 * empty {@code INFOLINIA_REFUSED}, or there a {@link NumberRefused.Reason}'s name.
 */
public final class NumberHandler implements CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(NumberHandler.class);

    private final PhoneNumbers numbers;

    public NumberHandler(PhoneNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void handle(InboundCall call) throws CallerHungUp {
        List<String> arguments = call.arguments();
        Optional<Nonce> nonce = Nonce.among(arguments);
        if (nonce.isEmpty() || arguments.size() != 2) {
            LOG.error("call {}: the dialplan passed no fit completion token or no number", call.uniqueId());
            return;
        }
        call.leave(answerTo(arguments.get(1)), nonce.get());
    }

    private Map<String, String> answerTo(String dialled) {
        try {
            return Map.of("INFOLINIA_NUMBER", numbers.callable(dialled).value(), "INFOLINIA_REFUSED", "");
        } catch (NumberRefused e) {
            return Map.of("INFOLINIA_REFUSED", e.reason().name());
        }
    }
}
