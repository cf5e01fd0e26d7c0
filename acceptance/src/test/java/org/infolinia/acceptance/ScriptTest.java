package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator meets: the script itself, and what it says when something is wrong. */
class ScriptTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void upTwiceIsHarmlessAndDownLeavesNothingBehind() throws Exception {
        Path var;
        try (Instance instance = Instance.up()) {
            var = instance.folder;
            long first = instance.servicesProcess();
            assertThat(instance.command("up", "--detach").output()).contains("Already up.");
            assertThat(instance.servicesProcess()).isEqualTo(first);
            assertThat(health(instance)).contains("\"ivr\":{\"status\":\"up\"}", "\"database\":{\"status\":\"up\"}");
            assertThat(instance.command("status").code()).isZero();
        }

        assertThat(Instance.run(List.of("pgrep", "-f", var.toString())).output())
                .isEmpty();
        assertThat(Files.readString(Path.of("/proc/mounts"))).doesNotContain(var.toString());
    }

    @Test
    void aBrokenHotlineIsRefusedWithLineAndColumn() throws IOException {
        Path hotline = folder.resolve("hotline.xml");
        Files.writeString(hotline, Instance.briefHotline().replace("then=\"to-nis2\"", "then=\"to-nowhere\""));

        Instance.Ran ran = Instance.infolinia(
                "up",
                "--detach",
                "--var",
                folder.resolve("var").toString(),
                "--port-shift",
                "21000",
                "--hotline",
                hotline.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.output()).containsPattern("hotline\\.xml:\\d+:\\d+: .*to-nowhere");
        assertThat(Instance.run(List.of("pgrep", "-f", folder.toString())).output())
                .isEmpty();
    }

    @Test
    void aPortInUseIsNamedInOneSentence() throws IOException {
        int shift = Instance.freeShift();
        try (ServerSocket taken = new ServerSocket(5038 + shift, 1, InetAddress.getLoopbackAddress())) {

            Instance.Ran ran = Instance.infolinia(
                    "up",
                    "--detach",
                    "--var",
                    folder.resolve("var").toString(),
                    "--port-shift",
                    Integer.toString(shift));

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.output()).contains("port " + taken.getLocalPort() + "/tcp (AMI) is in use");
        } finally {
            Instance.giveBack(shift);
        }
    }

    @Test
    void wrongUseIsToldFromSomethingWrong() {
        assertThat(Instance.infolinia("dance").code()).isEqualTo(2);
        assertThat(Instance.infolinia("up", "--fly").code()).isEqualTo(2);
        assertThat(Instance.infolinia("call", "--press", "x", "--var", folder.toString())
                        .code())
                .isEqualTo(2);
        Instance.Ran nothingUp = Instance.infolinia("call", "--var", folder.toString());
        assertThat(nothingUp.code()).isEqualTo(1);
        assertThat(nothingUp.output()).contains("Nothing is up: run ./infolinia up first.");
        assertThat(Instance.infolinia("--help").code()).isZero();
    }

    @Test
    void aCallIsToldFromItsRingingToHowItIsCounted() {
        try (Instance instance = Instance.up()) {
            Instance.Ran ran = instance.command("call", "--press", "9,2", "--at", "2026-11-23T10:00", "--talk", "2");

            assertThat(ran.code()).as(ran.output()).isZero();
            assertThat(ran.output())
                    .contains(
                            "ringing at the hotline",
                            "answered by the hotline",
                            "IVR: welcome-en",
                            "waits in queue nis2, place 1",
                            "rings at filip",
                            "connected to filip",
                            "ended by the consultant",
                            "Recorded: " + instance.folder.resolve("recordings"),
                            "Counted: answered")
                    .doesNotContain("did not go on");
            // What looks for open call-backs when Asterisk starts is over by now, and was nobody's call.
            assertThat(instance.command("recordings", "list").output())
                    .contains("1 recording.")
                    .doesNotContain("restore");
        }
    }

    @Test
    void aCallThatIsInterruptedLeavesNoConsultantInTheQueues() throws Exception {
        try (Instance instance = Instance.up()) {
            Process call = new ProcessBuilder(
                            Instance.HOME.resolve("infolinia").toString(),
                            "call",
                            "--var",
                            instance.folder.toString(),
                            "--press",
                            "2",
                            "--at",
                            "2026-11-23T10:00",
                            "--talk",
                            "100")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            instance.awaitsQueueLog("|filip|CONNECT|");

            // As a terminal does it on Ctrl-C: to all that the command began.
            List<ProcessHandle> family = Stream.concat(call.descendants(), Stream.of(call.toHandle()))
                    .toList();
            family.forEach(ProcessHandle::destroy);

            assertThat(call.waitFor(30, TimeUnit.SECONDS)).isTrue();
            instance.awaitsQueueLog("|filip|REMOVEMEMBER|");
        }
    }

    private static String health(Instance instance) throws Exception {
        URI health = URI.create("http://127.0.0.1:" + instance.staff().getPort() + "/health");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
