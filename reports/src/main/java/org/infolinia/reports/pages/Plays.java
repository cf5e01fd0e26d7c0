package org.infolinia.reports.pages;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Players that were opened: each is one access, at its first sound, however many parts of it the browser asks for. */
final class Plays {

    /** The latest; a page left open longer than that many others has to be opened again. */
    private static final int KEPT = 2000;

    private static final int TOKEN_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Play> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Play> eldest) {
            return size() > KEPT;
        }
    };

    /** One player. */
    static final class Play {
        private final String session;
        private final String recording;
        private boolean begun;

        private Play(String session, String recording) {
            this.session = session;
            this.recording = recording;
        }

        /** Enters the access, unless it was; who asks meanwhile waits for it. */
        synchronized void enterOnce(Runnable access) {
            if (!begun) {
                access.run();
                begun = true;
            }
        }
    }

    /**
     * Opens a player.
     *
     * @param session   that alone may use it
     * @param recording that alone it plays
     * @return what its sound is asked for with
     */
    synchronized String open(String session, String recording) {
        byte[] bits = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        open.put(token, new Play(session, recording));
        return token;
    }

    /** The player of that token; empty of another session's, of another recording's, of one that is forgotten. */
    synchronized Optional<Play> find(String token, String session, String recording) {
        return Optional.ofNullable(open.get(token))
                .filter(play -> play.session.equals(session) && play.recording.equals(recording));
    }
}
