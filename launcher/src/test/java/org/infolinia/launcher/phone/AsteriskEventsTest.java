package org.infolinia.launcher.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AsteriskEventsTest {

    /** Never waited out: what is waited for comes, or the line closes. */
    private static final Duration LONG = Duration.ofMinutes(4);

    @Test
    void signsInWithUserAndSecret() {
        try (FakeManager manager = FakeManager.saying("");
                AsteriskEvents events = new AsteriskEvents(manager.address(), "narrator", "s3cret")) {
            assertThat(events).isNotNull();
            assertThat(manager.asked()).containsExactly("Action: Login", "Username: narrator", "Secret: s3cret");
        }
    }

    @Test
    void aFittingEventIsGivenAndThoseBeforeItAreDropped() {
        try (FakeManager manager = FakeManager.saying("""
                        Event: Newchannel
                        Channel: PJSIP/trunk-1
                        CallerIDName: Zażółć: gęślą

                        Event: Hangup
                        Channel: PJSIP/trunk-1""");
                AsteriskEvents events = new AsteriskEvents(manager.address(), "narrator", "s3cret")) {
            assertThat(events.await("a channel", LONG, event -> "Newchannel".equals(event.get("Event"))))
                    .containsEntry("Channel", "PJSIP/trunk-1")
                    .containsEntry("CallerIDName", "Zażółć: gęślą");
            assertThat(events.await("the end", LONG, event -> event.containsKey("Channel")))
                    .containsEntry("Event", "Hangup");
        }
    }

    @Test
    void aRefusedLoginIsToldWithTheReasonAndWithoutTheSecret() {
        try (FakeManager manager = FakeManager.refusing()) {
            assertThatThrownBy(() -> new AsteriskEvents(manager.address(), "narrator", "s3cret"))
                    .isInstanceOf(PhoneFault.class)
                    .hasMessage("Asterisk's manager at " + manager.address().getHostString() + ":"
                            + manager.address().getPort()
                            + " does not let us in: it refused narrator: Authentication failed");
        }
    }

    @Test
    void aLineClosedInsteadOfAnAnswerIsTold() {
        try (FakeManager manager = FakeManager.silent()) {
            assertThatThrownBy(() -> new AsteriskEvents(manager.address(), "narrator", "s3cret"))
                    .isInstanceOf(PhoneFault.class)
                    .hasMessageEndingWith("Asterisk's manager closed the line");
        }
    }

    @Test
    void nobodyThereIsTold() {
        assertThatThrownBy(() -> new AsteriskEvents(FakeManager.nobody(), "narrator", "s3cret"))
                .isInstanceOf(PhoneFault.class)
                .hasMessageContaining("Connection refused");
    }

    @Test
    void aHostThatNobodyKnowsIsTold() {
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("asterisk.invalid", 5038);

        assertThatThrownBy(() -> new AsteriskEvents(unknown, "narrator", "s3cret"))
                .isInstanceOf(PhoneFault.class)
                .hasMessageContaining("asterisk.invalid:5038");
    }

    @Test
    void aClosedLineIsToldAtOnceBehindTheLastEventAndAgain() {
        try (FakeManager manager = FakeManager.saying("Event: Newchannel");
                AsteriskEvents events = new AsteriskEvents(manager.address(), "narrator", "s3cret")) {
            assertThatThrownBy(() -> events.await("the end", LONG, event -> "Hangup".equals(event.get("Event"))))
                    .isInstanceOf(PhoneFault.class)
                    .hasMessage("Asterisk closed the line before: the end");
            assertThatThrownBy(() -> events.await("the end", LONG, event -> true))
                    .hasMessage("Asterisk closed the line before: the end");
        }
    }
}
