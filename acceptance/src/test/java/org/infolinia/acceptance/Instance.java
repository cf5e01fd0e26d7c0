package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.ConsultantPhone;

/** One Infolinia brought up by {@code ./infolinia up} in a folder and on ports of its own. */
final class Instance implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    /** A Monday morning on which every hotline of these tests is open. */
    static final Instant OPEN = moment("2026-11-23T10:00");

    static final Path HOME =
            Path.of(System.getProperty("infolinia.home", "..")).toAbsolutePath().normalize();

    /** What the first instance of these tests has spoken: most of it is the same in all, and speaking takes a while. */
    private static final Path SPOKEN = HOME.resolve("acceptance/target/spoken");

    private static final Object SPEAKING = new Object();

    private static boolean spoken;

    /** Shifts so far apart that no two instances have a port in common, the sound's five hundred included. */
    private static final Set<Integer> SHIFTS = Set.of(12_000, 12_500, 13_000, 13_500, 14_000, 14_500);

    private static final Map<Integer, FileChannel> taken = new HashMap<>();

    final Path folder;
    private final int shift;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Set<String> signedIn = ConcurrentHashMap.newKeySet();
    private final Set<String> withOwnPassword = ConcurrentHashMap.newKeySet();

    private Instance(Path folder, int shift) {
        this.folder = folder;
        this.shift = shift;
    }

    /** Brings one up with the demonstration hotline, its announcements cut short so that tests are quick. */
    static Instance up() {
        try {
            return up(briefHotline());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the demonstration hotline", e);
        }
    }

    /** Brings one up with that hotline.xml. */
    static Instance up(String text) {
        try {
            Path folder = Files.createTempDirectory("infolinia-acceptance");
            Path hotline = folder.resolve("hotline.xml");
            Files.writeString(hotline, text);
            return up(folder, hotline);
        } catch (IOException e) {
            throw new UncheckedIOException("making an instance's folder", e);
        }
    }

    /**
     * Brings one up with that hotline.xml, on a box whose system.xml is not the demonstration's.
     *
     * @param system  makes it of the demonstration's, and of the instance's folder
     * @param further other files in that folder
     */
    static Instance up(String text, BinaryOperator<String> system, Map<String, String> further) {
        try {
            Path folder = Files.createTempDirectory("infolinia-acceptance");
            Path hotline = folder.resolve("hotline.xml");
            Files.writeString(hotline, text);
            Instance instance = new Instance(folder, freeShift());
            String demonstration = Files.readString(HOME.resolve("dialplan/instance/system.xml"))
                    .replace("@HOTLINE@", hotline.toString())
                    .replace("@VAR@", folder.toString())
                    .replace("@PUBLIC_PORT@", instance.port(8080))
                    .replace("@STAFF_PORT@", instance.port(8081))
                    .replace("@AGI_PORT@", instance.port(4573))
                    .replace("@AMI_PORT@", instance.port(5038))
                    .replace("@SIP_PORT@", instance.port(5060))
                    .replace("@WEB_SOCKET_PORT@", instance.port(8088));
            for (Map.Entry<String, String> file : further.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            // It is there already, so the script takes it for the administrator's.
            Files.writeString(folder.resolve("system.xml"), system.apply(demonstration, folder.toString()));
            return up(instance, hotline);
        } catch (IOException e) {
            throw new UncheckedIOException("making an instance's folder", e);
        }
    }

    private static Instance up(Path folder, Path hotline) {
        return up(new Instance(folder, freeShift()), hotline);
    }

    private static Instance up(Instance instance, Path hotline) {
        Path sounds = instance.folder.resolve("asterisk/data/sounds");
        // The first one speaks alone, and makes Asterisk's root where there is none.
        synchronized (SPEAKING) {
            if (!spoken) {
                start(instance, hotline);
                run(List.of("rm", "-rf", SPOKEN.toString()));
                copy(sounds, SPOKEN);
                spoken = true;
                return instance;
            }
        }
        copy(SPOKEN, sounds);
        start(instance, hotline);
        return instance;
    }

    private static void start(Instance instance, Path hotline) {
        Ran ran = instance.command(
                "up", "--detach", "--port-shift", Integer.toString(instance.shift), "--hotline", hotline.toString());
        assertThat(ran.code()).as("up said: %s", ran.output()).isZero();
    }

    private static void copy(Path from, Path to) {
        Ran ran = run(List.of("mkdir", "-p", to.toString()));
        assertThat(ran.code()).as(ran.output()).isZero();
        ran = run(List.of("cp", "-a", from + "/.", to.toString()));
        assertThat(ran.code()).as(ran.output()).isZero();
    }

    /** Every text of the demonstration cut to its announcement's name; the shortest limits that tests need. */
    static String briefHotline() throws IOException {
        return Files.readString(HOME.resolve("dialplan/hotline.xml"))
                .replaceAll(
                        "(?s)(<announcement id=\"([a-z0-9-]+)\">\\s*<text language=\"pl\">).*?(</text>\\s*<text"
                                + " language=\"en\">).*?(</text>)",
                        "$1To jest $2.$3This is $2.$4")
                .replaceFirst("(<menu id=\"main\"[^>]* patience-seconds=)\"5\"", "$1\"2\"");
    }

    /** Brings up what is not up, as an administrator would after a crash. */
    void upAgain() {
        Ran ran = command(
                "up", "--detach", "--hotline", folder.resolve("hotline.xml").toString());
        assertThat(ran.code()).as("up said: %s", ran.output()).isZero();
    }

    /**
     * @param code   exit code
     * @param output both streams
     */
    record Ran(int code, String output) {}

    Ran command(String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command, "--var", folder.toString()));
        words.addAll(List.of(arguments));
        return infolinia(words.toArray(String[]::new));
    }

    /** Runs the script without naming an instance. */
    static Ran infolinia(String... arguments) {
        List<String> words = new ArrayList<>(List.of(HOME.resolve("infolinia").toString()));
        words.addAll(List.of(arguments));
        return run(words);
    }

    static Ran run(List<String> words) {
        try {
            Path output = Files.createTempFile("infolinia", ".out");
            // To a file: a program left running in the background may hold a pipe open for ever.
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(words + " did not end in ten minutes: " + Files.readString(output));
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Ran(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException("running " + words, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words, e);
        }
    }

    /** What an administrator does who has changed system.xml and whose calls are to go on. */
    void preparesAnew() {
        Ran ran = run(List.of(
                "java",
                "-jar",
                folder.resolve("infolinia.jar").toString(),
                "prepare",
                "--system",
                folder.resolve("system.xml").toString()));
        assertThat(ran.code()).as("prepare said: %s", ran.output()).isZero();
        command("console", "dialplan reload");
    }

    InetSocketAddress sip() {
        return address(5060);
    }

    InetSocketAddress manager() {
        return address(5038);
    }

    InetSocketAddress agi() {
        return address(4573);
    }

    InetSocketAddress staff() {
        return address(8081);
    }

    /** One at a time: Asterisk lets only so many sign in at once. */
    synchronized AsteriskEvents events() {
        AsteriskEvents events = new AsteriskEvents(manager(), "infolinia-narrator", secret("narrator"));
        open.add(events);
        return events;
    }

    /** A telephone that only calls. */
    ConsultantPhone phone(String name) {
        ConsultantPhone phone = new ConsultantPhone(sip(), name, secret(name));
        open.add(phone);
        return phone;
    }

    /** A registered telephone that is signed in to the queues. */
    ConsultantPhone signedIn(String name) {
        ConsultantPhone phone = phone(name);
        phone.register();
        phone.dial("*10");
        signedIn.add(name);
        return phone;
    }

    /** Whether that person has signed in to the desk before, so has chosen a password. */
    boolean hasOwnPassword(String name) {
        return withOwnPassword.contains(name);
    }

    void choosesOwnPassword(String name) {
        withOwnPassword.add(name);
    }

    String secret(String name) {
        return read(folder.resolve("secrets").resolve(name)).strip();
    }

    /** Signs everybody out and hangs up all calls, so that the next test begins afresh. */
    void clear() {
        closeAll();
        command("console", "channel request hangup all");
        for (String queue : List.of("dojrzalosc", "nis2", "cra", "ogolna")) {
            for (String name : signedIn) {
                command("console", "queue remove member PJSIP/" + name + " from " + queue);
            }
        }
        signedIn.clear();
    }

    /** All lines of the queue log. */
    List<String> queueLog() {
        return read(folder.resolve("asterisk/log/queue_log")).lines().toList();
    }

    /** The queue log's lines of one call. */
    List<String> queueLog(String linkedId) {
        return read(folder.resolve("asterisk/log/queue_log"))
                .lines()
                .filter(line -> line.contains("|" + linkedId + "|"))
                .toList();
    }

    /** Waits until the queue log has such a line. */
    void awaitsQueueLog(String part) {
        Ran ran = run(List.of(
                "timeout",
                "60",
                "bash",
                "-c",
                "grep -m 1 -q -F \"$1\" < <(tail -n +1 -F \"$0\" 2>/dev/null)",
                folder.resolve("asterisk/log/queue_log").toString(),
                part));
        assertThat(ran.code()).as("the queue log says: %s", part).isZero();
    }

    String asteriskLog() {
        return read(folder.resolve("asterisk/log/messages.log"));
    }

    String servicesLog() {
        return read(servicesLogFile());
    }

    /** Where the services' log ends now, for {@link #servicesSay}. */
    long servicesLogLength() {
        try {
            return Files.size(servicesLogFile());
        } catch (IOException e) {
            throw new UncheckedIOException("measuring the services' log", e);
        }
    }

    /** Waits until the services' log says so, behind so many bytes. */
    void servicesSay(long behind, String words) {
        Ran ran = run(List.of(
                "timeout",
                "60",
                "bash",
                "-c",
                "grep -m 1 -q -F \"$2\" < <(tail -c +$(($1 + 1)) -F \"$0\" 2>/dev/null)",
                servicesLogFile().toString(),
                Long.toString(behind),
                words));
        assertThat(ran.code()).as("the log says: %s", words).isZero();
    }

    private Path servicesLogFile() {
        return folder.resolve("log/infolinia.log");
    }

    /** The first recording of a call that is over, once Asterisk has closed the file: until then its header tells too little. */
    Optional<Path> recording(String linkedId) {
        Optional<Path> file = recordings(linkedId).stream().findFirst();
        file.ifPresent(Instance::awaitClosed);
        return file;
    }

    /** Waits until a WAV file's header tells of all that is in it. */
    static void awaitClosed(Path wav) {
        Ran ran = run(List.of(
                "timeout",
                "60",
                "bash",
                "-c",
                "until (( $(od -An -t u4 -j 40 -N 4 \"$0\") + 44 == $(stat -c %s \"$0\") )); do sleep 0.1; done",
                wav.toString()));
        assertThat(ran.code()).as("%s is closed; %s", wav, ran.output()).isZero();
    }

    /** The recordings of all conversations of one call, the first one first. */
    List<Path> recordings(String linkedId) {
        try (Stream<Path> files = Files.walk(folder.resolve("recordings"))) {
            return files.filter(file -> file.getFileName().toString().contains("+" + linkedId + "+"))
                    .filter(file -> file.getFileName().toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking for the recording of " + linkedId, e);
        }
    }

    Path sound(String language, String announcement) {
        return folder.resolve("asterisk/data/sounds")
                .resolve(language)
                .resolve("infolinia")
                .resolve(announcement + ".wav");
    }

    /** The month of the report: a day would do, were it not for tests that run over midnight. */
    static String month() {
        return YearMonth.from(Instant.now().atZone(ZONE)).toString();
    }

    /** This month's report, made from the logs alone. */
    JsonNode report(String... further) {
        List<String> words = new ArrayList<>(List.of(
                "report",
                "month",
                month(),
                "--from-logs",
                folder.resolve("asterisk/log").toString(),
                "--hotline",
                folder.resolve("hotline.xml").toString(),
                "--out",
                folder.toString()));
        words.addAll(List.of(further));
        Ran ran = infolinia(words.toArray(String[]::new));
        assertThat(ran.code()).as("report said: %s", ran.output()).isZero();
        try {
            return new ObjectMapper()
                    .readTree(folder.resolve("report-" + month() + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the report", e);
        }
    }

    /** Process id of its Asterisk, found as the script finds it. */
    long asteriskProcess() {
        return process("^asterisk -f -C " + folder + "/asterisk/etc/asterisk.conf$");
    }

    /** Process id of the services, found as the script finds it. */
    long servicesProcess() {
        return process("^java .*infolinia.jar run --system " + folder + "/system.xml");
    }

    private static long process(String commandLine) {
        Ran ran = run(List.of("pgrep", "-f", commandLine));
        return Long.parseLong(ran.output().lines().findFirst().orElseThrow());
    }

    void signalServices(String signal) {
        Ran ran = run(List.of("kill", "-" + signal, Long.toString(servicesProcess())));
        assertThat(ran.code()).as(ran.output()).isZero();
    }

    /** Kills the services and waits until the process is gone. */
    void killServices() {
        ProcessHandle process = ProcessHandle.of(servicesProcess()).orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        closeAll();
        Ran ran = command("down");
        assertThat(ran.code()).as("down said: %s", ran.output()).isZero();
        run(List.of("rm", "-rf", folder.toString()));
        giveBack(shift);
    }

    static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    static Duration patience() {
        return Duration.ofSeconds(60);
    }

    private void closeAll() {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing " + one, e);
            }
        }
        open.clear();
    }

    private InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port + shift);
    }

    private String port(int port) {
        return Integer.toString(port + shift);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** A shift of the ports that no other instance has, of another run of these tests either; to be given back. */
    static int freeShift() {
        synchronized (taken) {
            for (int shift : SHIFTS) {
                if (!taken.containsKey(shift) && free(8081 + shift) && free(4573 + shift) && free(5038 + shift)) {
                    Optional<FileChannel> mark = mark(shift);
                    if (mark.isPresent()) {
                        taken.put(shift, mark.get());
                        return shift;
                    }
                }
            }
        }
        throw new IllegalStateException("all of " + SHIFTS + " have ports in use: stop the instances left behind");
    }

    /** A locked file; empty where another program has locked it. */
    private static Optional<FileChannel> mark(int shift) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "infolinia-shift-" + shift);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("locking " + file, e);
        }
    }

    static void giveBack(int shift) {
        synchronized (taken) {
            FileChannel mark = Objects.requireNonNull(taken.remove(shift), "nobody has it");
            try {
                mark.close();
            } catch (IOException e) {
                throw new UncheckedIOException("unlocking the ports", e);
            }
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
