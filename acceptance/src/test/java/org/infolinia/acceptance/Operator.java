package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A telephone operator: an Asterisk of its own, inside the instance's mount namespace, on an address of its own. */
final class Operator implements AutoCloseable {

    /** What its side of a call sounds like, in hertz. */
    static final int HERTZ = 700;

    static final String PASSWORD = "opera;tor";

    private static final String HEARD = " is what was heard";

    private static final String CALLS = "the hotline calls ";

    private final Instance instance;
    private final Path folder;
    private final List<String> inside;
    private final boolean registered;
    private Process process;

    /**
     * Starts one.
     *
     * @param address    of 127.0.0.0/8
     * @param registered whether the hotline signs in to it as {@code hotline}; else both know each other by address
     */
    Operator(Instance instance, String name, String address, int port, boolean registered) {
        this.instance = instance;
        this.folder = instance.folder.resolve(name);
        this.registered = registered;
        this.inside = List.of("nsenter", "-t", Long.toString(instance.asteriskProcess()), "--mount", "--root", "--wd");
        try {
            write(name, address, port, registered);
        } catch (IOException e) {
            throw new UncheckedIOException("making an operator's folder", e);
        }
        process = start();
    }

    /** As if its building had no power. */
    void dies() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Where the hotline signs in, it has done so anew. */
    void returns() {
        process = start();
        while (registered && !console("pjsip show aor hotline").contains("sip:")) {
            assertThat(process.isAlive()).as("the operator's Asterisk runs").isTrue();
        }
    }

    /** Somebody calls the hotline: a number, or {@code anonymous}, dials what the operator sends on as it is. */
    void calls(String number, String dialled) {
        console("channel originate Local/" + number + "-" + dialled + "@call extension s@listen");
    }

    /** The same; the caller presses a key every two seconds. */
    void callsAndPresses(String number, String dialled, String key) {
        console("channel originate Local/" + number + "-" + dialled + "@call extension " + key + "@listen");
    }

    void hangsUpAll() {
        console("channel request hangup all");
    }

    /** How many calls of the hotline have been answered here and are over. */
    int answered() {
        return (int) log().lines().filter(line -> line.endsWith(HEARD)).count();
    }

    String console(String command) {
        List<String> words = new ArrayList<>(inside);
        words.addAll(List.of("asterisk", "-C", folder + "/etc/asterisk.conf", "-rx", command));
        return Instance.run(words).output();
    }

    /** All numbers that the hotline has called here, with the number that it showed, in order. */
    List<String> called() {
        return log().lines()
                .filter(line -> line.contains("NOTICE[") && line.contains(CALLS))
                .map(line -> line.substring(line.indexOf(CALLS) + CALLS.length()))
                .toList();
    }

    /** Waits for the end of the given call that the hotline made here, 0 the first; gives what was heard on this side of it. */
    Sound heard(int call) {
        Instance.Ran ran = Instance.run(List.of(
                "timeout",
                "60",
                "bash",
                "-c",
                "tail -c +1 -F \"$0\" 2>/dev/null | grep -m $1 -o '[^ ]*" + HEARD + "$' | tail -1",
                folder.resolve("log/messages.log").toString(),
                Integer.toString(call + 1)));
        assertThat(ran.output().strip()).endsWith(HEARD);
        return Sound.ofWav(
                folder.resolve("spool/monitor").resolve(ran.output().strip().replace(HEARD, "")));
    }

    String log() {
        try {
            return Files.readString(folder.resolve("log/messages.log"));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the operator's log", e);
        }
    }

    @Override
    public void close() {
        dies();
    }

    private Process start() {
        try {
            List<String> words = new ArrayList<>(inside);
            words.addAll(List.of("asterisk", "-f", "-C", folder + "/etc/asterisk.conf"));
            Process started = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // Answers once it is up; the console itself waits for it.
            while (!console("core waitfullybooted").contains("fully booted")) {
                assertThat(started.isAlive()).as("the operator's Asterisk runs").isTrue();
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("starting an operator", e);
        }
    }

    private void write(String name, String address, int port, boolean registered) throws IOException {
        for (String part : List.of("etc", "lib", "run", "spool/monitor", "log")) {
            Files.createDirectories(folder.resolve(part));
        }
        Path etc = folder.resolve("etc");
        Path ours = instance.folder.resolve("asterisk/etc");
        String modules;
        try (Stream<String> lines = Files.lines(ours.resolve("asterisk.conf"))) {
            modules = lines.filter(line -> line.startsWith("astmoddir"))
                    .findFirst()
                    .orElseThrow();
        }
        String directories = String.join(
                "\n",
                "[directories]",
                modules,
                "astetcdir => " + etc,
                "astvarlibdir => " + folder.resolve("lib"),
                "astdbdir => " + folder.resolve("lib"),
                "astkeydir => " + folder.resolve("lib"),
                "astdatadir => " + instance.folder.resolve("asterisk/data"),
                "astagidir => " + folder.resolve("lib"),
                "astspooldir => " + folder.resolve("spool"),
                "astrundir => " + folder.resolve("run"),
                "astlogdir => " + folder.resolve("log"),
                "[options]",
                "documentation_language = en_US",
                "");
        Files.writeString(etc.resolve("asterisk.conf"), directories);
        Files.writeString(
                etc.resolve("modules.conf"),
                Files.readString(ours.resolve("modules.conf"))
                        + "load = app_playtones.so\nload = app_record.so\nload = app_senddtmf.so\n"
                        + "load = app_transfer.so\nload = res_clioriginate.so\n");
        for (String empty : List.of(
                "acl",
                "ccss",
                "cdr",
                "cel",
                "features",
                "indications",
                "manager",
                "musiconhold",
                "pjproject",
                "queuerules",
                "queues",
                "udptl")) {
            Files.writeString(etc.resolve(empty + ".conf"), "");
        }
        Files.writeString(
                etc.resolve("logger.conf"), "[general]\n[logfiles]\nmessages.log => notice,warning,error,verbose(3)\n");
        Files.writeString(
                etc.resolve("rtp.conf"), "[general]\nrtpstart = %d\nrtpend = %d\n".formatted(port + 100, port + 198));
        Files.writeString(etc.resolve("pjsip.conf"), pjsip(address, port, registered));
        Files.writeString(etc.resolve("extensions.conf"), EXTENSIONS.formatted(Instance.OPEN.getEpochSecond()));
    }

    private String pjsip(String address, int port, boolean registered) {
        String common = """
                [udp]
                type = transport
                protocol = udp
                bind = %s:%d

                [hotline]
                type = endpoint
                context = from-hotline
                disallow = all
                allow = ulaw,alaw
                aors = hotline
                direct_media = no
                trust_id_inbound = yes
                trust_id_outbound = yes
                send_pai = yes
                """.formatted(address, port);
        // µ-law first: the hotline is to choose A-law all the same.
        return common
                + (registered
                        ? """
                        auth = hotline

                        [hotline]
                        type = auth
                        auth_type = userpass
                        username = hotline
                        password = %s

                        [hotline]
                        type = aor
                        max_contacts = 1
                        remove_existing = yes
                        minimum_expiration = 5
                        """.formatted(PASSWORD.replace(";", "\\;"))
                        : """

                        [hotline]
                        type = aor
                        contact = sip:221000100@127.0.0.1:%d

                        [hotline]
                        type = identify
                        endpoint = hotline
                        match = 127.0.0.1
                        """.formatted(instance.sip().getPort()));
    }

    /** What becomes of a call is told by the last digit of the number called. */
    private static final String EXTENSIONS = """
            [from-hotline]
            exten = _[+0-9]!,1,Log(NOTICE,the hotline calls ${EXTEN} as ${CALLERID(num)})
             same = n,Goto(as-${EXTEN:-1},1)
            exten = as-1,1,Set(CHANNEL(hangup_handler_push)=heard,s,1)
             same = n,Answer()
             same = n,Playtones(!700/180000)
             ; Not by MixMonitor, which throws away what comes in late and at once.
             same = n,Record(${ASTSPOOLDIR}/monitor/heard-${UNIQUEID}.wav,0,180,kqx)
            exten = as-2,1,Busy(1)
            exten = as-3,1,Ringing()
             same = n,Wait(60)
            exten = as-4,1,Transfer(PJSIP/sip:*10@127.0.0.1)
            exten = as-5,1,Hangup(34)
            exten = as-6,1,Hangup(1)
            exten = as-7,1,Answer()
             same = n,Transfer(PJSIP/sip:*10@127.0.0.1)
             same = n,Log(NOTICE,the hotline's answer to REFER is ${TRANSFERSTATUS})
             same = n,Hangup()

            ; Only then is the file whole.
            [heard]
            exten = s,1,Log(NOTICE,heard-${UNIQUEID}.wav is what was heard)
             same = n,Return()

            [call]
            exten = _[0-9a-z]!,1,Set(from=${CUT(EXTEN,-,1)})
             same = n,Set(CALLERID(num)=${IF($["${from}" = "anonymous"]?600100200:${from})})
             same = n,ExecIf($["${from}" = "anonymous"]?Set(CALLERID(pres)=prohib))
             same = n,Dial(PJSIP/${CUT(EXTEN,-,2)}@hotline,30,b(open^s^1))

            ; Whatever the time, the hotline is to believe that it is open.
            [open]
            exten = s,1,Set(PJSIP_HEADER(add,X-Infolinia-At)=%d)
             same = n,Return()

            [listen]
            exten = s,1,Answer()
             same = n,Wait(60)
            exten = _[0-9],1,Answer()
             same = n(on),Wait(2)
             same = n,SendDTMF(${EXTEN})
             same = n,Goto(on)
            """;
}
