package org.infolinia.desk.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.line.Lines;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.people.Sessions;
import org.infolinia.hotline.people.Sessions.Session;
import org.infolinia.sidecar.Secret;
import org.junit.jupiter.api.Test;

/** Who has a consultant's line. */
final class LineKeeperTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final LoginName ANNA = new LoginName("anna");

    private final KnownSessions sessions = new KnownSessions();
    private final KnownLines lines = new KnownLines();
    private final List<LoginName> taken = new ArrayList<>();
    private boolean away;
    private final LineKeeper keeper =
            new LineKeeper(lines, sessions, this::signsOut, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void eachTimeThePageAsksItGetsAnotherSecret() {
        Session session = sessions.began("one", NOON);

        String first = keeper.give(session, false).orElseThrow().value();
        String second = keeper.give(session, false).orElseThrow().value();

        assertThat(first).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(second);
        assertThat(lines.secret).isEqualTo(second);
        assertThat(keeper.isHeldBy(session)).isTrue();
    }

    @Test
    void leadsListenInByTheirLinesAndNobodyElseDoes() {
        keeper.give(sessions.began("one", NOON, Role.LEAD), false);
        assertThat(lines.listening).isTrue();

        keeper.give(sessions.began("two", NOON, Role.CONSULTANT), true);
        assertThat(lines.listening).isFalse();
    }

    @Test
    void anotherBrowserGetsTheLineOnlyWhenItIsToTakeItOver() {
        Session first = sessions.began("one", NOON);
        Session second = sessions.began("two", NOON);
        Optional<Secret> secret = keeper.give(first, false);

        assertThat(keeper.give(second, false)).isEmpty();
        assertThat(lines.secret).isEqualTo(secret.orElseThrow().value());
        assertThat(keeper.give(second, true)).isPresent();
        assertThat(keeper.isHeldBy(first)).isFalse();
        assertThat(keeper.isHeldBy(second)).isTrue();
    }

    @Test
    void aSessionThatIsOverStandsInNobodysWay() {
        keeper.give(sessions.began("one", NOON), false);
        sessions.end("one");

        assertThat(keeper.give(sessions.began("two", NOON), false)).isPresent();
    }

    @Test
    void linesOfSessionsThatAreOverAreTakenAway() {
        keeper.give(sessions.began("one", NOON), false);
        keeper.look();
        assertThat(lines.held()).containsEntry(ANNA, "one");
        assertThat(taken).isEmpty();

        sessions.end("one");
        keeper.look();
        keeper.look();
        assertThat(lines.held()).isEmpty();
        assertThat(taken).containsExactly(ANNA);
    }

    @Test
    void whoCouldNotBeTakenOutOfTheQueuesIsSoOnceAsteriskIsBack() {
        keeper.give(sessions.began("one", NOON), false);
        sessions.end("one");
        away = true;
        keeper.look();
        assertThat(taken).isEmpty();

        away = false;
        keeper.look();
        keeper.look();
        assertThat(taken).containsExactly(ANNA);
    }

    @Test
    void whoIsBackBeforeThatStaysIn() {
        keeper.give(sessions.began("one", NOON), false);
        sessions.end("one");
        away = true;
        keeper.look();

        keeper.give(sessions.began("two", NOON), false);
        away = false;
        keeper.look();
        assertThat(taken).isEmpty();
    }

    private boolean signsOut(LoginName name) {
        return !away && taken.add(name);
    }

    @Test
    void anIdleSessionHasNoLine() {
        keeper.give(sessions.began("one", NOON.minus(Duration.ofMinutes(30))), false);

        keeper.look();
        assertThat(lines.held()).isEmpty();
    }

    private static final class KnownSessions implements Sessions {

        private final Map<String, Session> known = new HashMap<>();

        Session began(String key, Instant lastSeen) {
            return began(key, lastSeen, Role.CONSULTANT);
        }

        Session began(String key, Instant lastSeen, Role role) {
            Session session = new Session(
                    key, new Account(ANNA, "Anna", role, "", false, false), lastSeen, lastSeen, false, false);
            known.put(key, session);
            return session;
        }

        @Override
        public void begin(String key, LoginName login, boolean awaitsCode, Instant now) {
            throw new AssertionError("the lines begin no session");
        }

        @Override
        public Optional<Session> find(String key) {
            return Optional.ofNullable(known.get(key));
        }

        @Override
        public List<Session> findAll(Set<String> keys) {
            return keys.stream().map(known::get).filter(Objects::nonNull).toList();
        }

        @Override
        public void seen(String key, Instant now) {
            throw new AssertionError("looking is no request");
        }

        @Override
        public void end(String key) {
            known.remove(key);
        }

        @Override
        public void endAll(LoginName login, AuditEntry entry) {
            throw new AssertionError("the lines end no session");
        }

        @Override
        public void forget(Instant beganBefore, Instant seenBefore) {
            throw new AssertionError("the lines forget no session");
        }
    }

    private static final class KnownLines implements Lines {

        private final Map<LoginName, String> held = new HashMap<>();
        private String secret = "";
        private boolean listening;

        @Override
        public Optional<String> holder(LoginName consultant) {
            return Optional.ofNullable(held.get(consultant));
        }

        @Override
        public void give(LoginName consultant, String session, String given, boolean listensIn) {
            held.put(consultant, session);
            secret = given;
            listening = listensIn;
        }

        @Override
        public void take(LoginName consultant, String session) {
            held.remove(consultant, session);
        }

        @Override
        public Map<LoginName, String> held() {
            return Map.copyOf(held);
        }
    }
}
