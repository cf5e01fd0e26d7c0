import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Many Asterisks at once for one FastAGI server: calls in the demonstration's menu, one call too many, and connections
 * that say nothing or a byte now and then.
 *
 * <p>One thread; a hundred calls together go up to their menu, where all of them stay until the last one is there.
 */
final class AgiLoad {

    /** Calls that come in together; one after the other would take longer than the first one may be in its menu. */
    private static final int AT_A_TIME = 100;

    private static final int ANSWER_MILLIS = 30_000;

    private final InetSocketAddress server;

    private AgiLoad(int port) {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** @param arguments port, calls at once, idle connections */
    public static void main(String[] arguments) throws Exception {
        AgiLoad load = new AgiLoad(Integer.parseInt(arguments[0]));
        boolean well = load.callsAtOnce(Integer.parseInt(arguments[1]));
        well &= load.idle(Integer.parseInt(arguments[2]));
        System.exit(well ? 0 : 1);
    }

    private boolean callsAtOnce(int many) throws IOException {
        long began = System.nanoTime();
        List<Call> inMenu = new ArrayList<>();
        while (inMenu.size() < many) {
            List<Call> together = new ArrayList<>();
            while (together.size() < AT_A_TIME && inMenu.size() + together.size() < many) {
                together.add(new Call(inMenu.size() + together.size()));
            }
            for (Call call : together) {
                if (!call.goesOnTo("Background(")) {
                    System.out.printf("call %d of %d was dropped before its menu%n", call.number + 1, many);
                    return false;
                }
            }
            inMenu.addAll(together);
        }
        long all = System.nanoTime();
        boolean refused = !new Call(many).goesOnTo("Background(");
        int served = 0;
        for (Call call : inMenu) {
            served += call.isServed() ? 1 : 0;
            call.close();
        }
        System.out.printf("calls at once            %,d, all in the menu after %.1f s%n", many, (all - began) / 1e9);
        System.out.printf("of these served          %,d to their completion token%n", served);
        System.out.printf("call %,d too many       %s%n", 1, refused ? "turned away at once, to the fallback" : "SERVED");
        return served == many && refused;
    }

    private boolean idle(int many) throws IOException {
        Deque<SocketChannel> silent = new ArrayDeque<>();
        int served = 0;
        int calls = 0;
        long longest = 0;
        for (int i = 0; i < many; i++) {
            SocketChannel one = SocketChannel.open(server);
            silent.add(one);
            if (i % 2 == 1) {
                one.write(ByteBuffer.wrap("agi_".getBytes(StandardCharsets.US_ASCII)));
            }
            if (i % 200 == 199) {
                long began = System.nanoTime();
                Call call = new Call(i);
                calls++;
                served += call.goesOnTo("Background(") && call.isServed() ? 1 : 0;
                call.close();
                longest = Math.max(longest, System.nanoTime() - began);
            }
        }
        System.out.printf("idle and trickling       %,d connections, opened one after the other%n", many);
        System.out.printf("calls meanwhile          %d of %d served, the slowest in %.0f ms%n", served, calls, longest / 1e6);
        for (SocketChannel one : silent) {
            one.close();
        }
        return served == calls;
    }

    /** One call as Asterisk would lead it. */
    private final class Call {

        private final int number;
        private final SocketChannel channel;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final ByteBuffer arrived = ByteBuffer.allocate(4096).flip();

        Call(int number) throws IOException {
            this.number = number;
            channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().setSoTimeout(ANSWER_MILLIS);
            say(String.join(
                    "\n",
                    "agi_network: yes",
                    "agi_network_script: ivr",
                    "agi_request: agi://127.0.0.1/ivr",
                    "agi_channel: PJSIP/trunk-1",
                    "agi_language: pl",
                    "agi_type: PJSIP",
                    "agi_uniqueid: 1." + number,
                    "agi_callerid: 221110000",
                    "agi_context: infolinia-call",
                    "agi_extension: s",
                    "agi_priority: 1",
                    "agi_arg_1: 1." + number + "-1",
                    ""));
        }

        /** In the menu: presses 2; whether the call gets its completion token then. */
        boolean isServed() {
            try {
                say("200 result=50");
                boolean done = goesOnTo("INFOLINIA_DONE=1." + number + "-1");
                say("200 result=0");
                return done;
            } catch (IOException ended) {
                return false;
            }
        }

        /** Says yes to each command until one that holds this text; false where the connection ends before. */
        boolean goesOnTo(String text) throws IOException {
            try {
                while (true) {
                    String command = next();
                    if (command.contains(text)) {
                        return true;
                    }
                    say("200 result=0");
                }
            } catch (IOException ended) {
                return false;
            }
        }

        void say(String words) throws IOException {
            ByteBuffer out = ByteBuffer.wrap((words + "\n").getBytes(StandardCharsets.US_ASCII));
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        void close() throws IOException {
            channel.close();
        }

        private String next() throws IOException {
            line.reset();
            while (true) {
                while (arrived.hasRemaining()) {
                    byte next = arrived.get();
                    if (next == '\n') {
                        return line.toString(StandardCharsets.US_ASCII);
                    }
                    line.write(next);
                }
                arrived.clear();
                int count = channel.read(arrived);
                arrived.flip();
                if (count < 0) {
                    throw new IOException("closed");
                }
            }
        }
    }
}
