import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infolinia.launcher.phone.ConsultantPhone;

/** From Asterisk's event of a pause to the floor page of a lead, which waits for the next state as the page does. */
final class Floor {

    private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final Pattern STANDING = Pattern.compile("\"name\":\"anna\"[^}]*?\"standing\":\"([a-z-]+)\"");
    private static final int WARMING_UP = 50;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String site;
    private String proof = "";
    private String state = "";

    private Floor(String site) {
        this.site = site;
    }

    /** @param arguments port of the staff's site, of Asterisk's manager, of SIP; the instance's folder; how many times */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[3]);
        int times = Integer.parseInt(arguments[4]);
        Path log = folder.resolve("asterisk/log/queue_log");
        Floor lead = new Floor("http://127.0.0.1:" + arguments[0]);
        lead.signIn(secret(folder, "desk-grazyna"));
        try (ConsultantPhone anna =
                        new ConsultantPhone(local(arguments[2]), "anna", secret(folder, "anna"));
                Socket manager = new Socket()) {
            anna.register();
            anna.dial("*10");
            manager.connect(local(arguments[1]));
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(manager.getInputStream(), StandardCharsets.UTF_8));
            say(manager, "Login", "Username: infolinia\r\nSecret: " + secret(folder, "ami") + "\r\nEvents: off\r\n");
            lead.isThere("available");
            long[] fromEvent = new long[times];
            long[] fromAction = new long[times];
            for (int i = -WARMING_UP; i < times; i++) {
                boolean paused = (i & 1) == 0;
                Line line = new Line(log);
                Thread watching = new Thread(line, "line");
                watching.start();
                long asked = System.nanoTime();
                say(
                        manager,
                        "QueuePause",
                        "Interface: PJSIP/anna\r\nPaused: " + paused + "\r\nReason: " + (paused ? "meal" : "") + "\r\n");
                lead.isThere(paused ? "break" : "available");
                long shown = System.nanoTime();
                watching.join();
                while (said.ready()) {
                    said.readLine();
                }
                if (i >= 0) {
                    fromEvent[i] = shown - line.written;
                    fromAction[i] = shown - asked;
                }
            }
            tell("from Asterisk's event, known by its line in the queue log, to the floor page", fromEvent);
            System.out.printf(
                    "answers that came before the line was seen, as less than nothing among these: %d%n",
                    Arrays.stream(fromEvent).filter(nanos -> nanos < 0).count());
            tell("from what was asked of Asterisk to the floor page", fromAction);
            anna.dial("*11");
        }
    }

    /** Looks at the end of a file all the time. */
    private static final class Line implements Runnable {

        private final Path log;
        private final long before;
        private volatile long written;

        Line(Path log) throws IOException {
            this.log = log;
            this.before = Files.size(log);
        }

        @Override
        public void run() {
            try {
                while (Files.size(log) == before) {
                    LockSupport.parkNanos(NANOS_PER_MILLI / 10);
                }
                written = System.nanoTime();
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            }
        }
    }

    private static void tell(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %.1f ms, 99th percentile %.1f ms, at most %.1f ms (%d times)%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 99 / 100)] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                nanos.length);
    }

    /** Waits until the floor shows anna so. */
    private void isThere(String standing) throws Exception {
        while (true) {
            Matcher found = STANDING.matcher(state);
            if (found.find() && found.group(1).equals(standing)) {
                return;
            }
            Matcher version = VERSION.matcher(state);
            state = send(HttpRequest.newBuilder(
                            URI.create(site + "/floor/state?seen=" + (version.find() ? version.group(1) : "-1")))
                    .header("Accept", "application/json"));
        }
    }

    private void signIn(String first) throws Exception {
        String page = post("/sign-in", Map.of("name", "grazyna", "password", first));
        Matcher found = PROOF.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("the lead cannot sign in: " + page);
        }
        proof = found.group(1);
        post("/password", Map.of("old", first, "new", "kawa rower zeszyt 9", "again", "kawa rower zeszyt 9"));
    }

    private String post(String path, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Infolinia-Proof", proof)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void say(Socket manager, String action, String headers) throws IOException {
        manager.getOutputStream()
                .write(("Action: " + action + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
        manager.getOutputStream().flush();
    }

    private static InetSocketAddress local(String port) {
        return new InetSocketAddress("127.0.0.1", Integer.parseInt(port));
    }

    private static String secret(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve("secrets").resolve(name)).strip();
    }
}
