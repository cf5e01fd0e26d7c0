package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.infolinia.launcher.phone.Caller;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Callers who mean harm: they get in nowhere, leave nothing behind, and disturb nobody. */
@Isolated("it loads the machine on purpose")
class HostileCallersTest {

    /** Another seed, other words; a failure names it and the cases. */
    private static final long SEED = Long.getLong("infolinia.hostile.seed", 20261124L);

    private static final int CALLS = 2000;

    /** As many as are on at once; each call lasts until so many others have been begun. */
    private static final int AT_ONCE = 100;

    /** The last of them are watched step by step, which costs Asterisk more than the calls themselves. */
    private static final int NARRATED_FROM = CALLS - 300;

    private static Instance instance;

    @TempDir
    private Path folder;

    @BeforeAll
    static void bringUp() throws IOException {
        // A tree without a menu: hostile names and numbers come into a queue without a key pressed.
        instance = Instance.up(Instance.briefHotline()
                .replaceAll("capacity=\"\\d+\"", "capacity=\"500\"")
                .replaceAll("(?s)<ivr .*</ivr>", """
                                <ivr start="start">
                                  <hours id="start" open="told" closed="closed"/>
                                  <announce id="told" say="recording-notice" then="to-nis2"/>
                                  <announce id="closed" say="closed" then="bye"/>
                                  <end id="bye"/>
                                  <queue id="to-nis2" queue="nis2"/>
                                </ivr>"""));
        // A tenth of a second each: callers are in the queue before many others have come.
        try (Stream<Path> sounds = Files.walk(instance.folder.resolve("asterisk/data/sounds/pl"))) {
            for (Path sound :
                    sounds.filter(file -> file.toString().endsWith(".wav")).toList()) {
                AudioSystem.write(
                        new AudioInputStream(
                                new ByteArrayInputStream(new byte[1600]),
                                new AudioFormat(8000, 16, 1, true, false),
                                800),
                        AudioFileFormat.Type.WAVE,
                        sound.toFile());
            }
        }
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @Test
    void aStrangerIsToldTheSameOfEveryNameAndCannotRegister() throws IOException {
        try (StrangersDoor door = new StrangersDoor(instance.sip())) {
            String port = "-p" + door.port();
            Path names =
                    Files.write(folder.resolve("names"), List.of("anna", "bartosz", "zenon", "100", "trunk", "filip"));
            Path guesses = Files.write(folder.resolve("guesses"), List.of("1234", "anna", "password"));

            // First svwar asks for a name that nobody has: whoever is told the same is not found.
            for (String method : List.of("REGISTER", "INVITE")) {
                assertThat(sipvicious("svwar", "--force", "-m", method, port, "-d", names.toString(), "127.0.0.1"))
                        .as(method)
                        .contains("Bad user = SIP/2.0 401", "found nothing")
                        .doesNotContain("reqauth");
            }
            assertThat(sipvicious("svcrack", "-u", "anna", port, "-d", guesses.toString(), "127.0.0.1"))
                    .contains("found nothing");
            // That it would tell a password which was found:
            Files.write(guesses, List.of("1234", instance.secret("anna")));
            assertThat(sipvicious("svcrack", "-u", "anna", port, "-d", guesses.toString(), "127.0.0.1"))
                    .contains(instance.secret("anna"));
            assertThat(sipvicious("svmap", port, "127.0.0.1"))
                    .contains("Infolinia")
                    .doesNotContain("Asterisk");
        }
        assertThat(instance.command("console", "pjsip show contacts").output())
                .as("a contact of theirs")
                .doesNotContain(":15060");
    }

    @Test
    void twoThousandCallsOfEveryByteLeaveNothingBehindAndDisturbNobody() throws Exception {
        String canary = instance.folder.resolve("asterisk/spool/canary").toString();
        long services = instance.servicesProcess();
        instance.signedIn("anna").answer(Duration.ofMillis(200), Duration.ofMinutes(8));
        try (TestCall undisturbed = TestCall.dial(instance);
                ManagerWire floor = new ManagerWire(instance.manager(), "infolinia", instance.secret("ami"));
                RawCallers strangers = new RawCallers(StrangersDoor.STRANGER, instance.sip());
                RawCallers callers = new RawCallers("127.0.0.1", instance.sip())) {
            assertThat(undisturbed.isConnected()).isEqualTo("anna");
            undisturbed.isWatchedNoMore();

            List<Integer> told = statuses(call(strangers, CALLS, CALLS + 100, canary));
            List<RawCallers.Dialogue> calls = new ArrayList<>(call(callers, 0, NARRATED_FROM, canary));
            String narrated;
            try (ManagerWire narrator =
                    new ManagerWire(instance.manager(), "infolinia-narrator", instance.secret("narrator"))) {
                calls.addAll(call(callers, NARRATED_FROM, CALLS, canary));
                callers.awaitAllOver(Duration.ofSeconds(60));
                narrated = narrator.said();
            }
            undisturbed.hangsUp();
            undisturbed.isOver();

            assertThat(told)
                    .as("what strangers are told, who may not call at all")
                    .containsOnly(401, 0);
            assertThat(told)
                    .filteredOn(status -> status == 401)
                    .as("words that SIP can read")
                    .hasSizeGreaterThan(40);
            long taken = calls.stream().filter(RawCallers.Dialogue::isTaken).count();
            assertThat(calls)
                    .as("cases that were told other than to come in, %s", cases())
                    .filteredOn(one -> !one.isTaken() && one.answered.isDone())
                    // Who calls by a telephone's name is asked for its password, whatever else they are.
                    .allMatch(one ->
                            one.answered.getNow(0) == 401 && one.toString().contains("<sip:anna"));
            assertThat(taken).as("calls that SIP can read").isGreaterThan(1500);

            assertNothingWasRun(canary, narrated);
            assertEventsAreWhole(floor.said());
            Set<String> ids = assertCallRecordsAreWhole(taken + 2); // with the call undisturbed and anna's *10
            assertQueueLogIsWhole(ids);
            assertOurLogsAreWhole();
            JsonNode report = instance.report();
            assertThat(report.at("/unreadable")).as("%s", cases()).isEmpty();
            assertThat(report.at("/reconciliation")).as("%s", cases()).isEmpty();
            assertThat(report.at("/calls/total/received").asLong()).isEqualTo(taken + 1);
            assertBothWereHeardThroughout(undisturbed);
            assertThat(instance.servicesProcess()).isEqualTo(services);
        }
    }

    private static List<RawCallers.Dialogue> call(RawCallers callers, int from, int to, String canary) {
        List<RawCallers.Dialogue> all = new ArrayList<>();
        Deque<RawCallers.Dialogue> on = new ArrayDeque<>();
        for (int i = from; i < to; i++) {
            RawCallers.Dialogue dialogue = callers.invite(i, HostileInvite.at(i, SEED, canary));
            all.add(dialogue);
            on.add(dialogue);
            if (on.size() > AT_ONCE) {
                leave(callers, on.remove());
            }
        }
        on.forEach(dialogue -> leave(callers, dialogue));
        List<RawCallers.Dialogue> unheard =
                all.stream().filter(dialogue -> !dialogue.answered.isDone()).toList();
        unheard.forEach(callers::askOnceMore);
        unheard.forEach(dialogue -> leave(callers, dialogue));
        return all;
    }

    private static void leave(RawCallers callers, RawCallers.Dialogue dialogue) {
        callers.awaitAnswer(dialogue);
        callers.leave(dialogue);
    }

    private static List<Integer> statuses(List<RawCallers.Dialogue> dialogues) {
        return dialogues.stream().map(dialogue -> dialogue.answered.getNow(0)).toList();
    }

    private static void assertNothingWasRun(String canary, String narrated) {
        assertThat(Path.of(canary)).as("%s", cases()).doesNotExist();
        assertThat(instance.command("console", "dialplan show globals").output())
                .as("%s", cases())
                .doesNotContain("CANARY");
        List<String> set = Pattern.compile("\r\nVariable: ([^\r\n]*)\r\nValue: ([^\r\n]*)")
                .matcher(narrated)
                .results()
                .map(found -> found.group(1) + "=" + found.group(2))
                .filter(variable -> variable.contains("INFOLINIA"))
                .distinct()
                .toList();
        assertThat(set).as("the variables set were narrated").anyMatch(one -> one.startsWith("INFOLINIA_DIALLED=22"));
        assertThat(set)
                .as("variables of ours that hold more than plain words, %s", cases())
                .allMatch(variable -> variable.matches("[A-Z_a-z()]+=[A-Za-z0-9 +.,:/_&@=-]*"))
                .noneMatch(variable -> variable.contains("CANARY="));
    }

    /** What the user that reads the queues' events gets; the narrator's are Asterisk's own before we may filter. */
    private static void assertEventsAreWhole(String said) {
        List<String> events = Arrays.stream(said.split("\r\n\r\n"))
                .filter(block -> block.startsWith("Event: "))
                .toList();
        assertThat(events)
                .filteredOn(event -> event.startsWith("Event: QueueCallerJoin"))
                .hasSizeGreaterThan(300);
        assertThat(said)
                .as("%s", cases())
                .doesNotContain(HostileInvite.MARK + ": ")
                .doesNotContain("Event: Forged");
        for (String event : events) {
            Set<String> names = new HashSet<>();
            for (String line : event.split("\r\n")) {
                assertThat(line).as("a line of %s, %s", event, cases()).matches("[A-Za-z0-9]+: ?[ -~]*");
                // Of an Asterisk built for tests, as Debian's is: these say their own "State" twice.
                assertThat(names.add(line.substring(0, line.indexOf(':'))) || event.startsWith("Event: TestEvent"))
                        .as("%s twice in %s", line, event)
                        .isTrue();
            }
        }
    }

    /** Gives the unique ids of all calls. */
    private static Set<String> assertCallRecordsAreWhole(long calls) throws IOException {
        // Asterisk writes a call's record a moment after its end.
        for (int looks = 0; looks < 60 && idsRecorded().size() < calls; looks++) {
            instance.command("console", "core show uptime");
        }
        List<String> lines = lines("asterisk/log/cdr-csv/Master.csv");
        Pattern record = Pattern.compile("(?:(?:\"(?:[^\"]|\"\")*\"|\\d+),){20}\\d+");
        assertThat(lines)
                .as("%s", cases())
                .allMatch(line -> record.matcher(line).matches());
        assertThat(lines).allMatch(line -> line.matches("[ -~]*")).noneMatch(line -> line.startsWith("\"Forged"));
        Set<String> ids = idsRecorded();
        assertThat((long) ids.size()).as("calls recorded").isEqualTo(calls);
        return ids;
    }

    /** A caller who was in a queue while anna was free to be rung has a record for each telephone that rang. */
    private static Set<String> idsRecorded() throws IOException {
        Set<String> ids = new HashSet<>();
        for (String line : lines("asterisk/log/cdr-csv/Master.csv")) {
            if (line.contains("\"infolinia-callback-restore")) {
                continue; // What looks for open call-backs when Asterisk has started; of no caller.
            }
            Matcher id = Pattern.compile(",\"(\\d+\\.\\d+)\",\"[^\"]*\",\"[^\"]*\",\"(\\d+\\.\\d+)\",\\d+$")
                    .matcher(line);
            assertThat(id.find()).as(line).isTrue();
            ids.add(id.group(2));
        }
        return ids;
    }

    private static void assertQueueLogIsWhole(Set<String> ids) throws IOException {
        List<String> lines = lines("asterisk/log/queue_log");
        Pattern form = Pattern.compile("(\\d{10})\\|([0-9.]+|NONE|MANAGER|REALTIME)\\|(nis2|dojrzalosc|cra|ogolna|NONE)"
                + "\\|(NONE|anna)\\|([A-Z]+)\\|([0-9a-zA-Z+|./-]*)");
        Set<String> counted = new HashSet<>();
        for (String line : lines) {
            Matcher parts = form.matcher(line);
            assertThat(parts.matches())
                    .as("the line \"%s\" is well-formed, %s", line, cases())
                    .isTrue();
            if (parts.group(2).contains(".") && ids.contains(parts.group(2))) {
                counted.add(parts.group(2));
            } else {
                assertThat(parts.group(2)).as(line).isIn("NONE", "MANAGER", "REALTIME");
            }
            if (parts.group(5).equals("ENTERQUEUE")) {
                // Twenty of theirs, and the + that we put in front.
                assertThat(parts.group(6)).as(line).matches("\\|[+0-9]{0,21}\\|\\d+");
            }
        }
        assertThat(lines).filteredOn(line -> line.contains("|ENTERQUEUE|")).hasSizeGreaterThan(300);
        assertThat(counted).as("calls with a line of their own").isEqualTo(ids);
    }

    private static void assertOurLogsAreWhole() throws IOException {
        for (String log : List.of("asterisk/log/messages.log", "asterisk/log/security.log")) {
            // The first line is Asterisk's version. A line too long for Asterisk has the next one behind it.
            assertThat(lines(log).stream().skip(1))
                    .as("%s, %s", log, cases())
                    .allMatch(line -> line.startsWith("{\"hostname\""));
        }
        assertThat(lines("log/infolinia.log"))
                .as("%s", cases())
                .noneMatch(line -> line.contains(HostileInvite.MARK))
                .noneMatch(line -> line.contains(" ERROR "));
    }

    private static void assertBothWereHeardThroughout(TestCall call) {
        List<Sound> recorded =
                Sound.ofWav(instance.recording(call.linkedId).orElseThrow()).eachSecond();
        assertThat(recorded).as("seconds of the call undisturbed").hasSizeGreaterThan(10);
        assertThat(recorded).allMatch(second -> second.shareAt(Caller.HERTZ) > 0.1);
        assertThat(recorded).allMatch(second -> second.shareAt(ConsultantPhone.HERTZ) > 0.1);
    }

    private static List<String> lines(String file) throws IOException {
        String text = Files.readString(instance.folder.resolve(file), StandardCharsets.ISO_8859_1);
        return List.of(text.split("\n"));
    }

    private static String cases() {
        return "seed " + SEED + "; \"Forged\" and CANARY tell which words of HostileInvite";
    }

    private String sipvicious(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(1, List.of("-P", "15060"));
        return Instance.run(all).output();
    }
}
