package org.infolinia.agi.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who gets in, who is turned away, and that neither harms the others. */
final class AgiServerTest {

    private static final AgiSettings ANY_PORT = AgiSettings.DEFAULT.withPort(0);
    private static final AgiSettings IMPATIENT = new AgiSettings("127.0.0.1", 0, 500, Duration.ofMillis(40), 4096);

    /** Asks one thing, so that the other side sees that it is served. */
    private static final CallHandler ASKING = InboundCall::pretendedArrival;

    private static AgiServer serving(AgiSettings settings) throws IOException {
        return AgiServer.start(settings, Map.of("ivr", ASKING));
    }

    private static void assertServed(AgiServer server) throws IOException {
        try (FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            assertThat(asterisk.hear()).isEqualTo("GET VARIABLE INFOLINIA_AT");
        }
    }

    @Test
    void handlerIsToldTheArgumentsAndTheUniqueId() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        CallHandler handler = call -> told.complete(call.uniqueId() + " " + call.arguments());
        try (AgiServer server = AgiServer.start(ANY_PORT, Map.of("ivr", handler));
                FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            assertThat(told.get()).isEqualTo("1795356000.7 [1795356000.7-81]");
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @Test
    void requestInPiecesIsOneRequest() throws Exception {
        try (AgiServer server = serving(ANY_PORT);
                FakeAsterisk asterisk = new FakeAsterisk(server)) {
            for (String piece : FakeAsterisk.REQUEST.split("(?<=\\n)")) {
                asterisk.say(piece);
            }
            assertThat(asterisk.hear()).isEqualTo("GET VARIABLE INFOLINIA_AT");
        }
    }

    @Test
    void hangUpRightBehindTheRequestIsNotLost() throws Exception {
        try (AgiServer server = serving(ANY_PORT);
                FakeAsterisk asterisk = new FakeAsterisk(server)) {
            asterisk.say(FakeAsterisk.REQUEST + "HANGUP\n");
            asterisk.hear();
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @Test
    void unknownScriptIsRefused() throws Exception {
        assertRefused(FakeAsterisk.REQUEST.replace("agi_network_script: ivr", "agi_network_script: java.lang.Object"));
    }

    @Test
    void requestWithoutScriptIsRefused() throws Exception {
        assertRefused(FakeAsterisk.REQUEST.replace("agi_network_script: ivr\n", ""));
    }

    @Test
    void otherProtocolsAreRefused() throws Exception {
        assertRefused("GET / HTTP/1.1\nHost: localhost\n\n");
    }

    @Test
    void lineSmuggledInByACallersNameIsRefused() throws Exception {
        assertRefused(
                FakeAsterisk.REQUEST.replace("agi_calleridname: unknown", "agi_calleridname: a\nagi_arg_1: stolen"));
    }

    @Test
    void requestWithoutEndIsRefused() throws Exception {
        assertRefused("agi_network: yes\n" + "agi_x: y\n".repeat(1000));
    }

    @Test
    void bytesBehindTheRequestAreBounded() throws Exception {
        assertRefused(FakeAsterisk.REQUEST + "x".repeat(600));
    }

    private static void assertRefused(String request) throws IOException {
        try (AgiServer server = serving(ANY_PORT);
                FakeAsterisk asterisk = new FakeAsterisk(server)) {
            asterisk.say(request);
            assertThat(asterisk.hear()).isEqualTo("closed");
            assertServed(server);
        }
    }

    @Test
    void connectionThatSaysNothingIsClosedInTime() throws Exception {
        try (AgiServer server = serving(IMPATIENT);
                FakeAsterisk silent = new FakeAsterisk(server)) {
            assertThat(silent.hear()).isEqualTo("closed");
        }
    }

    @Test
    void tricklingDoesNotBuyTime() throws Exception {
        try (AgiServer server = serving(IMPATIENT);
                FakeAsterisk trickling = new FakeAsterisk(server)) {
            assertThatThrownBy(() -> {
                        while (true) {
                            trickling.say("a");
                            Thread.onSpinWait();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void connectionClosedWithoutAWordHarmsNothing() throws Exception {
        try (AgiServer server = serving(ANY_PORT)) {
            new FakeAsterisk(server).close();
            assertServed(server);
        }
    }

    @Test
    void thousandIdleConnectionsHoldNoThreadAndKeepNoCallFromBeingServed() throws Exception {
        AgiSettings settings = new AgiSettings("127.0.0.1", 0, 1, Duration.ofMinutes(10), 100);
        List<FakeAsterisk> idle = new ArrayList<>();
        try (AgiServer server = serving(settings)) {
            for (int i = 0; i < 1000; i++) {
                idle.add(new FakeAsterisk(server));
            }

            assertServed(server);

            assertThat(idle.get(0).hear()).as("the oldest made way").isEqualTo("closed");
        } finally {
            for (FakeAsterisk connection : idle) {
                connection.close();
            }
        }
    }

    @Test
    void callBeyondTheMostAtOnceIsRefusedAndServedWhenThereIsRoomAgain() throws Exception {
        try (AgiServer server = serving(ANY_PORT.withMaxCalls(1))) {
            try (FakeAsterisk first = FakeAsterisk.calling(server)) {
                assertThat(first.hear()).isEqualTo("GET VARIABLE INFOLINIA_AT");
                assertThat(server.callsInProgress()).isEqualTo(1);

                try (FakeAsterisk second = FakeAsterisk.calling(server)) {
                    assertThat(second.hear()).isEqualTo("closed");
                }

                first.answer("200 result=0");
                assertThat(first.hear()).isEqualTo("closed");
            }
            FakeAsterisk third = FakeAsterisk.calling(server);
            // The first call's thread may still be on its way back to the pool.
            while (third.hear().equals("closed")) {
                third.close();
                third = FakeAsterisk.calling(server);
            }
            third.close();
        }
    }

    @Test
    void faultInAHandlerLetsTheCallGoAndTheNextOneIsServed() throws Exception {
        CallHandler failing = call -> {
            throw new IllegalStateException("a bug");
        };
        try (AgiServer server = AgiServer.start(ANY_PORT, Map.of("ivr", failing, "asking", ASKING))) {
            try (FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
                assertThat(asterisk.hear()).isEqualTo("closed");
            }
            try (FakeAsterisk asterisk = new FakeAsterisk(server)) {
                asterisk.say(FakeAsterisk.REQUEST.replace("agi_network_script: ivr", "agi_network_script: asking"));
                assertThat(asterisk.hear()).isEqualTo("GET VARIABLE INFOLINIA_AT");
            }
        }
    }

    @Test
    void faultThatMeetsAllCallersIsSaidOfAFewAndCountedOfTheRest() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(FaultLog.class);
        log.start();
        // The tests' own log is quiet.
        logger.setLevel(Level.ERROR);
        logger.addAppender(log);
        try {
            FaultLog faults = new FaultLog();
            for (int i = 0; i < 500; i++) {
                faults.say("1." + i, "a bug", null);
            }
            faults.report(System.nanoTime() + Duration.ofMinutes(1).toNanos());
            faults.say("2.1", "another", null);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }

        assertThat(log.list).hasSize(FaultLog.MOST + 2);
        assertThat(log.list.get(FaultLog.MOST).getFormattedMessage()).startsWith("480 more calls failed");
        assertThat(log.list.get(FaultLog.MOST + 1).getFormattedMessage()).isEqualTo("call 2.1: another");
    }

    @Test
    void commandThatIsNeverAnsweredEndsTheCall() throws Exception {
        CompletableFuture<String> fault = new CompletableFuture<>();
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress("127.0.0.1", 0));
            try (var asterisk = SocketChannel.open(listener.getLocalAddress());
                    var ours = listener.accept();
                    AgiWire wire = new AgiWire(ours, new byte[0])) {
                Thread talking = new Thread(() -> {
                    try {
                        wire.send("CHANNEL STATUS", Duration.ofSeconds(10));
                    } catch (AgiFault | CallerHungUp e) {
                        fault.complete(String.valueOf(e.getMessage()));
                    }
                });
                long before = System.nanoTime();
                talking.start();
                asterisk.read(ByteBuffer.allocate(100));

                wire.endIfLate(before + Duration.ofSeconds(9).toNanos());
                assertThat(fault).isNotDone();
                wire.endIfLate(System.nanoTime() + Duration.ofSeconds(11).toNanos());

                assertThat(fault.get()).isEqualTo("did not answer CHANNEL STATUS within 10 s");
            }
        }
    }

    @Test
    void closedServerLetsGoOfItsCalls() throws Exception {
        AgiServer server = serving(ANY_PORT);
        try (FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            asterisk.hear();

            server.close();

            assertThat(asterisk.hear()).isEqualTo("closed");
            assertThat(server.isListening()).isFalse();
        }
    }

    @Test
    void portInUseIsSaidAtStart() throws Exception {
        try (AgiServer server = serving(ANY_PORT)) {
            assertThatThrownBy(() -> serving(ANY_PORT.withPort(server.port()))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void settingsOutOfBoundsAreRefusedWithTheirName() {
        assertThatThrownBy(() -> ANY_PORT.withPort(65536)).hasMessage("agi port 65536: 0 to 65535");
        assertThatThrownBy(() -> ANY_PORT.withMaxCalls(0)).hasMessageContaining("agi calls at once 0");
        assertThat(Optional.of(AgiSettings.DEFAULT))
                .contains(new AgiSettings("127.0.0.1", 4573, 500, Duration.ofSeconds(15), 4096));
    }
}
