package org.infolinia.agi.asterisk;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where connections wait until they have said all of their request, on one thread however many they are.
 *
 * <p>A connection that says nothing, too much, or says it too slowly is closed here and has never held a call's thread.
 */
final class AgiDoor implements Runnable, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(AgiDoor.class);

    /** Asterisk's request takes about 600 bytes, with long names and numbers below 3,000. */
    private static final int LONGEST_REQUEST = 8192;

    /** How many may wait in the kernel; it may allow fewer ({@code net.core.somaxconn}). */
    private static final int BACKLOG = 4096;

    /** So that those who wait are read between the newcomers of a flood. */
    private static final int ACCEPTED_AT_ONCE = 256;

    /** After a failed accept, for want of descriptors as a rule: trying again at once would only spin. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** A thread that wakes costs more than what it looks at; nobody is served late by it. */
    private static final Duration MOST_TICK = Duration.ofSeconds(1);

    /** What happens to those whose request is complete. */
    interface Reception {

        /** Takes the connection, blocking and unregistered; {@code rest} came after the request. */
        void receive(SocketChannel channel, AgiRequest request, byte[] rest) throws RequestRefused;

        /** Called once a second, oftener where the settings' patience is short. */
        void tick(long nanoTime);
    }

    private final AgiSettings settings;
    private final Reception reception;
    private final Refusals refusals = new Refusals();
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final SelectionKey accepting;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(LONGEST_REQUEST);
    private final Set<Arrival> waiting = new LinkedHashSet<>();
    private final List<Arrival> complete = new ArrayList<>();
    private long resumeAt;
    private long nextTick = System.nanoTime();
    private volatile boolean open = true;

    /** @throws IOException when the address cannot be listened on */
    AgiDoor(AgiSettings settings, Reception reception) throws IOException {
        this.settings = settings;
        this.reception = reception;
        this.selector = Selector.open();
        this.listener = ServerSocketChannel.open();
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
            listener.configureBlocking(false);
            accepting = listener.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException | RuntimeException e) {
            Closing.quietly(listener);
            Closing.quietly(selector);
            throw e;
        }
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    @Override
    public void run() {
        long tickMillis =
                Math.max(5, Math.min(MOST_TICK.toMillis(), settings.patience().toMillis() / 4));
        try {
            while (open) {
                selector.select(restMillis());
                long now = System.nanoTime();
                attend(now);
                handOver();
                endThePatienceOfOthers(now);
                if (now - nextTick >= 0) {
                    // Looks at every call, so not with every word that somebody says.
                    nextTick = now + Duration.ofMillis(tickMillis).toNanos();
                    reception.tick(now);
                    refusals.report(now);
                }
            }
        } catch (IOException | ClosedSelectorException e) {
            if (open) {
                LOG.error("the FastAGI server stopped; every caller takes the dialplan's fallback", e);
            }
        } finally {
            Closing.quietly(listener);
            waiting.forEach(Arrival::close);
            Closing.quietly(selector);
        }
    }

    /** Until something has to be done though nobody says anything. */
    private long restMillis() {
        long untilTick = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextTick - System.nanoTime()));
        return accepting.interestOps() == 0 ? Math.min(untilTick, PAUSE.toMillis()) : untilTick;
    }

    private void attend(long now) {
        if (accepting.interestOps() == 0 && now - resumeAt >= 0) {
            accepting.interestOps(SelectionKey.OP_ACCEPT);
        }
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
            SelectionKey key = ready.next();
            ready.remove();
            if (key == accepting) {
                accept(now);
            } else if (key.isValid() && key.attachment() instanceof Arrival arrival) {
                read(arrival, key);
            }
        }
    }

    private void accept(long now) {
        try {
            for (int i = 0; i < ACCEPTED_AT_ONCE; i++) {
                SocketChannel channel = listener.accept();
                if (channel == null) {
                    return;
                }
                admit(channel, now);
            }
        } catch (IOException e) {
            refusals.count("could not be accepted (" + e.getMessage() + ")");
            // The longest silent go first: Asterisk speaks at once, and may be next in line behind a flood.
            endOldest(1 + waiting.size() / 4);
            accepting.interestOps(0);
            resumeAt = now + PAUSE.toNanos();
        }
    }

    private void admit(SocketChannel channel, long now) {
        if (waiting.size() >= settings.maxWaiting()) {
            endOldest(1);
        }
        Arrival arrival = new Arrival(channel, now + settings.patience().toNanos());
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, arrival);
            waiting.add(arrival);
        } catch (IOException e) {
            LOG.debug("a connection was gone before it was let in", e);
            arrival.close();
        }
    }

    private void read(Arrival arrival, SelectionKey key) {
        try {
            chunk.clear();
            if (arrival.channel().read(chunk) < 0) {
                // A health check, a port scan: nothing was asked, nothing is wrong.
                end(arrival);
                return;
            }
            chunk.flip();
            if (arrival.take(chunk, LONGEST_REQUEST)) {
                waiting.remove(arrival);
                key.cancel();
                complete.add(arrival);
            }
        } catch (RequestRefused refused) {
            refusals.count(refused.why());
            end(arrival);
        } catch (IOException gone) {
            LOG.debug("a connection broke while it was read", gone);
            end(arrival);
        }
    }

    private void handOver() throws IOException {
        if (complete.isEmpty()) {
            return;
        }
        // Lets go of the cancelled keys, so that their channels may block.
        selector.selectNow();
        for (Arrival arrival : complete) {
            try {
                AgiRequest request = AgiRequest.parse(arrival.request());
                arrival.channel().configureBlocking(true);
                reception.receive(arrival.channel(), request, arrival.rest());
            } catch (RequestRefused refused) {
                refusals.count(refused.why());
                arrival.close();
            } catch (IOException gone) {
                LOG.debug("a connection broke while it was handed over", gone);
                arrival.close();
            } catch (RuntimeException | OutOfMemoryError e) {
                // One connection's trouble (no memory for a thread, say) must not end the door for all.
                LOG.error("a call could not be served", e);
                arrival.close();
            }
        }
        complete.clear();
    }

    private void endThePatienceOfOthers(long now) {
        Iterator<Arrival> oldestFirst = waiting.iterator();
        while (oldestFirst.hasNext()) {
            Arrival arrival = oldestFirst.next();
            if (now - arrival.until() < 0) {
                return;
            }
            oldestFirst.remove();
            arrival.close();
            refusals.count("said nothing, or not enough, in time");
        }
    }

    private void endOldest(int most) {
        Iterator<Arrival> oldestFirst = waiting.iterator();
        for (int i = 0; i < most && oldestFirst.hasNext(); i++) {
            Arrival oldest = oldestFirst.next();
            oldestFirst.remove();
            oldest.close();
            refusals.count("said nothing, or not enough, and made way for another");
        }
    }

    private void end(Arrival arrival) {
        waiting.remove(arrival);
        arrival.close();
    }

    /** Listens no more; those who wait are closed by the door's own thread. */
    @Override
    public void close() {
        open = false;
        selector.wakeup();
    }
}
