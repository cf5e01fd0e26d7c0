package org.infolinia.agi.asterisk;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes calls from Asterisk's {@code AGI(agi://…)} into the handlers named in them. */
public final class AgiServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AgiServer.class);

    /** A handler's stack is some 40 frames deep; a thread per call has to be cheap. */
    private static final long STACK_BYTES = 256 * 1024;

    private final Map<String, CallHandler> handlers;
    private final Set<AgiWire> talking = ConcurrentHashMap.newKeySet();
    private final FaultLog faults = new FaultLog();
    private final ThreadPoolExecutor calls;
    private final AgiDoor door;
    private final Thread doorThread;

    private AgiServer(AgiSettings settings, Map<String, CallHandler> handlers) throws IOException {
        this.handlers = Map.copyOf(handlers);
        AtomicLong number = new AtomicLong();
        this.calls = new ThreadPoolExecutor(
                0,
                settings.maxCalls(),
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> new Thread(null, task, "agi-" + number.incrementAndGet(), STACK_BYTES));
        this.door = new AgiDoor(settings, new Reception());
        this.doorThread = new Thread(door, "agi-door");
    }

    /**
     * Listens from now on.
     *
     * @param handlers by script, the path in {@code agi://host:port/script}; any other script is refused
     * @throws IOException when the address cannot be listened on
     */
    public static AgiServer start(AgiSettings settings, Map<String, CallHandler> handlers) throws IOException {
        AgiServer server = new AgiServer(settings, handlers);
        server.doorThread.start();
        return server;
    }

    /** The port listened on; of use where the settings said 0. */
    public int port() {
        return door.port();
    }

    /** Calls that a handler is serving now. */
    public int callsInProgress() {
        return talking.size();
    }

    /** Whether calls are still accepted; false after {@link #close} or when the server has failed. */
    public boolean isListening() {
        return doorThread.isAlive();
    }

    /** Listens no more and lets go of every call; those callers take the dialplan's fallback. */
    @Override
    public void close() {
        door.close();
        try {
            doorThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        calls.shutdown();
        talking.forEach(AgiWire::close);
    }

    /** The side of the door that is ours; all on the door's thread. */
    private final class Reception implements AgiDoor.Reception {

        @Override
        public void receive(SocketChannel channel, AgiRequest request, byte[] rest) throws RequestRefused {
            CallHandler handler = handlers.get(request.script());
            if (handler == null) {
                throw new RequestRefused("an unknown script");
            }
            AgiWire wire = new AgiWire(channel, rest);
            talking.add(wire);
            try {
                calls.execute(() -> serve(handler, request, wire));
            } catch (RejectedExecutionException full) {
                talking.remove(wire);
                throw new RequestRefused("more calls than " + calls.getMaximumPoolSize() + " at once");
            } catch (RuntimeException | OutOfMemoryError e) {
                talking.remove(wire);
                throw e;
            }
        }

        @Override
        public void tick(long nanoTime) {
            talking.forEach(wire -> wire.endIfLate(nanoTime));
            faults.report(nanoTime);
        }
    }

    private void serve(CallHandler handler, AgiRequest request, AgiWire wire) {
        try (wire) {
            handler.handle(new AgiCall(request, wire));
        } catch (CallerHungUp ordinary) {
            LOG.debug("call {}: the line is gone", request.uniqueId());
        } catch (AgiFault fault) {
            faults.say(
                    request.uniqueId(),
                    "Asterisk " + fault.getMessage() + "; the caller takes the dialplan's fallback",
                    null);
        } catch (RuntimeException | StackOverflowError fault) {
            faults.say(
                    request.uniqueId(),
                    "fault in " + request.script() + "; the caller takes the dialplan's fallback",
                    fault);
        } finally {
            talking.remove(wire);
        }
    }
}
