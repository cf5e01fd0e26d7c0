package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.FakeManager;
import org.infolinia.launcher.phone.PhoneFault;
import org.junit.jupiter.api.Test;

/** Events as Asterisk 20 sends them, numbers replaced and all headers left out that nobody reads. */
final class CallStoryTest {

    private static final String RINGS = """
            Event: Newchannel
            Channel: PJSIP/trunk-7
            CallerIDNum: 999999999
            Linkedid: 1764000000.6

            Event: Newchannel
            Channel: PJSIP/trunk-8
            CallerIDNum: 600123456
            Linkedid: 1764000000.7

            Event: Newstate
            Channel: PJSIP/trunk-8
            ChannelStateDesc: Up
            Linkedid: 1764000000.7

            """;

    private final List<String> told = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();
    private final List<Runnable> whenPatienceEnds = new ArrayList<>();
    private final CallStory.Handset handset = new CallStory.Handset() {
        @Override
        public void press(String key) {
            pressed.add(key);
        }

        @Override
        public void hangUp() {
            pressed.add("hangs up");
        }
    };

    @Test
    void anAnsweredCallIsToldFromRingingToItsEnd() throws Exception {
        Optional<String> linkedId =
                tell("2", RINGS + variable("INFOLINIA_NODE", "welcome") + variable("INFOLINIA_NODE", "main") + """
                Event: QueueCallerJoin
                Channel: PJSIP/trunk-8
                Queue: nis2
                Position: 1
                Linkedid: 1764000000.7

                Event: AgentCalled
                MemberName: anna
                Linkedid: 1764000000.7

                Event: AgentRingNoAnswer
                MemberName: anna
                Linkedid: 1764000000.7

                Event: AgentConnect
                MemberName: filip
                HoldTime: 17
                Linkedid: 1764000000.7

                Event: AgentComplete
                MemberName: filip
                Reason: agent
                Linkedid: 1764000000.7

                Event: Hangup
                Channel: PJSIP/filip-9
                Linkedid: 1764000000.7

                Event: Hangup
                Channel: PJSIP/trunk-8
                Linkedid: 1764000000.7""");

        assertThat(linkedId).contains("1764000000.7");
        assertThat(told)
                .containsExactly(
                        "ringing at the hotline",
                        "answered by the hotline",
                        "IVR: welcome",
                        "IVR: main",
                        "the caller presses 2",
                        "waits in queue nis2, place 1",
                        "rings at anna",
                        "anna does not answer",
                        "connected to filip after 17 s",
                        "ended by the consultant");
        assertThat(pressed).containsExactly("2");
    }

    /** As Asterisk has it where both channels are gone by the time that the queue tells of it. */
    @Test
    void theEndOfATalkThatNamesNoChannelIsKnownByTheConsultant() throws Exception {
        tell("", RINGS + """
                Event: AgentConnect
                MemberName: filip
                HoldTime: 17
                Linkedid: 1764000000.7

                """ + HANGUP + """


                Event: AgentComplete
                MemberName: anna
                Reason: agent

                Event: AgentComplete
                MemberName: filip
                Reason: caller
                """);

        assertThat(told).endsWith("connected to filip after 17 s", "ended by the caller");
    }

    @Test
    void keysArePressedOneAMenuAndNoneWhereNoneIsLeft() throws Exception {
        tell(
                "92",
                RINGS
                        + variable("INFOLINIA_NODE", "main")
                        + variable("INFOLINIA_NODE", "welcome-en")
                        + variable("INFOLINIA_NODE", "main")
                        + variable("INFOLINIA_NODE", "main")
                        + HANGUP);

        assertThat(pressed).containsExactly("9", "2");
    }

    @Test
    void aCallerWhoGivesUpWaitingEndsTheCallThemselves() throws Exception {
        tell("", RINGS + """
                Event: QueueCallerAbandon
                Position: 2
                HoldTime: 9
                Linkedid: 1764000000.7

                Event: HangupRequest
                Channel: PJSIP/trunk-8
                Linkedid: 1764000000.7

                """ + HANGUP);

        assertThat(told).endsWith("left the queue, place 2, after 9 s", "ended by the caller");
    }

    @Test
    void aClosedHotlineIsToldAndEndsTheCallItself() throws Exception {
        tell("", RINGS + variable("INFOLINIA_CLOSED", "0") + variable("INFOLINIA_CLOSED", "1") + HANGUP);

        assertThat(told)
                .containsExactly(
                        "ringing at the hotline",
                        "answered by the hotline",
                        "the hotline is closed",
                        "ended by the hotline");
    }

    @Test
    void impatienceAfterTheEndIsNeitherToldNorActedOn() throws Exception {
        tell("", RINGS + HANGUP);
        int lines = told.size();

        whenPatienceEnds.forEach(Runnable::run);

        assertThat(whenPatienceEnds).hasSize(1);
        assertThat(told).hasSize(lines);
        assertThat(pressed).isEmpty();
    }

    @Test
    void aCallThatNeverBeganIsToldAndHasNoLinkedId() throws Exception {
        assertThat(tell("", "Event: FullyBooted")).isEmpty();

        assertThat(told)
                .containsExactly("Asterisk took no notice of the call: Asterisk closed the line before: the call's"
                        + " beginning");
    }

    @Test
    void anAsteriskThatGoesAwayInTheMiddleIsAFault() {
        assertThatThrownBy(() -> tell("", RINGS.stripTrailing())).isInstanceOf(PhoneFault.class);
    }

    private static final String HANGUP = """
            Event: Hangup
            Channel: PJSIP/trunk-8
            Linkedid: 1764000000.7""";

    private static String variable(String name, String value) {
        return """
                Event: VarSet
                Channel: PJSIP/trunk-8
                Variable: %s
                Value: %s
                Linkedid: 1764000000.7

                """.formatted(name, value);
    }

    private Optional<String> tell(String keys, String events) throws Exception {
        try (FakeManager manager = FakeManager.saying(events);
                AsteriskEvents asterisk = new AsteriskEvents(manager.address(), "narrator", "s3cret")) {
            return new CallStory(
                            HotlineFile.read(Path.of("../dialplan/hotline.xml")),
                            asterisk,
                            handset,
                            "600123456",
                            keys,
                            this::later,
                            told::add)
                    .tell(Duration.ofMinutes(3));
        }
    }

    /** Hesitation before a key is over at once; patience ends when the test says so. */
    private void later(Duration after, Runnable task) {
        if (after.compareTo(Duration.ofMinutes(1)) < 0) {
            task.run();
        } else {
            whenPatienceEnds.add(task);
        }
    }
}
