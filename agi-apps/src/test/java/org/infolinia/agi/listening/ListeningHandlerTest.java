package org.infolinia.agi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.agi.call.Asked;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.junit.jupiter.api.Test;

class ListeningHandlerTest {

    private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");

    private final Entries audit = new Entries();
    private final ListeningHandler handler = new ListeningHandler(new Team(), audit, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void whoListensToWhomIsWrittenDownBeforeTheyHearAnything() throws Exception {
        assertThat(answers("t-1", "grazyna", "anna", "2", "1795424400.7")).containsExactly(Map.entry("token", "t-1"));

        assertThat(audit.entries)
                .containsExactly(new AuditEntry(NOON, "grazyna", "listening.whisper", "anna", "call 1795424400.7"));
    }

    @Test
    void anAttemptAtNoCallIsWrittenDownToo() throws Exception {
        assertThat(answers("t-1", "grazyna", "anna", "1", "none")).isNotEmpty();

        assertThat(audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("listening.listen");
            assertThat(entry.detail()).isEqualTo("was in no conversation, nothing was heard");
        });
    }

    @Test
    void whoIsNoLeadAnyMoreOrNeverWasHearsNothing() throws Exception {
        assertThat(answers("t-1", "anna", "bartosz", "1", "1.1")).isEmpty();
        assertThat(answers("t-1", "dawna", "anna", "1", "1.1")).isEmpty();
        assertThat(answers("t-1", "nobody", "anna", "1", "1.1")).isEmpty();
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void whatIsNoNameOrModeIsRefused() throws Exception {
        assertThat(answers()).isEmpty();
        assertThat(answers("t-1", "grazyna", "anna", "1")).isEmpty();
        assertThat(answers("to ken", "grazyna", "anna", "1", "1.1")).isEmpty();
        assertThat(answers("t-1", "grazyna", "anna", "4", "1.1")).isEmpty();
        assertThat(answers("t-1", "grazyna", "", "1", "1.1")).isEmpty();
        assertThat(answers("t-1", "grazyna", "anna", "1", "1.1 ; drop")).isEmpty();
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void whatCannotBeWrittenDownIsNotHeard() {
        audit.full = true;
        Asked call = new Asked(List.of("t-1", "grazyna", "anna", "1", "1.1"));

        assertThatThrownBy(() -> handler.handle(call)).hasMessage("the database is away");
        assertThat(call.answered()).isEmpty();
    }

    private Map<String, String> answers(String... arguments) throws Exception {
        Asked call = new Asked(List.of(arguments));
        handler.handle(call);
        return call.answered();
    }

    private static final class Entries implements AuditLog {

        private final List<AuditEntry> entries = new ArrayList<>();
        private boolean full;

        @Override
        public void append(AuditEntry entry) {
            if (full) {
                throw new IllegalStateException("the database is away");
            }
            entries.add(entry);
        }

        @Override
        public List<AuditEntry> latest(int most, int skip) {
            return entries;
        }
    }

    /** grazyna leads, anna answers, dawna led until her account was disabled. */
    private static final class Team implements Accounts {

        @Override
        public Optional<Account> find(LoginName login) {
            return all().stream().filter(one -> one.login().equals(login)).findFirst();
        }

        @Override
        public List<Account> all() {
            return List.of(
                    new Account(new LoginName("grazyna"), "Grażyna", Role.LEAD, "", false, false),
                    new Account(new LoginName("dawna"), "Dawna", Role.LEAD, "", false, true),
                    new Account(new LoginName("anna"), "Anna", Role.CONSULTANT, "", false, false));
        }

        @Override
        public boolean add(Account account, AuditEntry entry) {
            throw new AssertionError("nobody is added");
        }

        @Override
        public boolean password(
                LoginName login, String hash, boolean firstPassword, Optional<String> stays, AuditEntry entry) {
            throw new AssertionError("no password is changed");
        }

        @Override
        public boolean change(Account seen, String name, Role role, boolean disabled, AuditEntry entry) {
            throw new AssertionError("nobody is changed");
        }
    }
}
