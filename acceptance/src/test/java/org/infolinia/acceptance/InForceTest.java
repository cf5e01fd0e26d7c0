package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** C2, C3: what the coordinator saves is in force for the next call, without a restart of anything. */
class InForceTest {

    private static Instance instance;
    private static String original;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up();
        original = Files.readString(hotline());
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @AfterEach
    void clear() throws IOException {
        instance.clear();
        if (!Files.readString(hotline()).equals(original)) {
            saveAndAwait(original);
        }
    }

    @Test
    void theNextCallHearsWhatWasSaved() {
        edit(text -> keysOneAndTwoSwapped(text)
                .replace("To jest welcome.", "Nowe powitanie, dłuższe i zupełnie inne niż dotychczas."));
        instance.signedIn("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("1");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
            call.hangsUp();
            call.ends();
            assertThat(Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound("pl", "welcome"))))
                    .as("the caller heard the new welcome")
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void aWrongEditStaysOutAndIsToldUntilItIsMended() throws Exception {
        String wrong = original.replace("press=\"2\" then=\"to-nis2\"", "press=\"2\" then=\"to-nis3\"");
        int line = wrong.substring(0, wrong.indexOf("to-nis3")).split("\n").length;
        save(wrong);

        instance.servicesSay(0, "hotline.xml:" + line + ":22: there is no node \"to-nis3\"");
        assertThat(health())
                .contains("\"status\":\"degraded\"", "hotline.xml:" + line + ":22: there is no node", "stays in force");
        instance.signedIn("anna");
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
        }

        long before = instance.servicesLogLength();
        edit(text -> text.replace("tries=\"3\"", "tries=\"2\""));
        instance.servicesSay(before, "hotline.xml is mended");
        assertThat(health()).contains("\"hotline.xml\":{\"status\":\"up\"}");
    }

    @Test
    void aCallInTheMenuFinishesInTheTreeItBeganIn() {
        instance.signedIn("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main");
            edit(InForceTest::keysOneAndTwoSwapped);
            call.presses("2");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
        }
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            assertThat(call.joinsQueue()).isEqualTo("dojrzalosc");
        }
    }

    @Test
    void theLongestWaitTheCapacityAndANewQueueAreInForceToo() {
        edit(text -> text.replace(
                        "<queue name=\"nis2\" topic=\"nis2\" strategy=\"rrmemory\"\n"
                                + "           ring-seconds=\"15\" longest-wait-seconds=\"900\" capacity=\"30\"/>",
                        "<queue name=\"nis2\" topic=\"nis2\" strategy=\"rrmemory\"\n"
                                + "           ring-seconds=\"15\" longest-wait-seconds=\"4\" capacity=\"1\"/>\n"
                                + "    <queue name=\"nowa\" strategy=\"rrmemory\"\n"
                                + "           ring-seconds=\"15\" longest-wait-seconds=\"900\" capacity=\"30\"/>")
                .replace(
                        "<key press=\"9\" then=\"english\"/>",
                        "<key press=\"9\" then=\"english\"/>\n<key press=\"4\" then=\"to-nowa\"/>")
                .replace(
                        "<queue id=\"to-nis2\" queue=\"nis2\" then=\"still-busy\"/>",
                        "<queue id=\"to-nis2\" queue=\"nis2\"/>\n<queue id=\"to-nowa\" queue=\"nowa\"/>"));
        instance.signedIn("anna");

        try (TestCall first = TestCall.dial(instance)) {
            first.reaches("main").presses("2");
            first.joinsQueue();
            first.ends();
            assertThat(instance.queueLog(first.linkedId)).anyMatch(line -> line.contains("|EXITWITHTIMEOUT|"));
        }
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("4");
            assertThat(call.joinsQueue()).isEqualTo("nowa");
        }
        assertThat(instance.command("console", "queue show nis2").output()).contains("(max 1)");
    }

    @Test
    void withTheGeneratedFileGoneAndTheServicesDeadCallersStillReachTheGeneralQueue() throws IOException {
        instance.signedIn("anna");
        instance.killServices();
        Files.delete(instance.folder.resolve("asterisk/etc/infolinia/generated/hotline.conf"));
        try (TestCall call = TestCall.dial(instance)) {
            assertThat(call.joinsQueue()).isEqualTo("ogolna");
        }
        instance.upAgain();
        assertThat(instance.folder.resolve("asterisk/etc/infolinia/generated/hotline.conf"))
                .exists();
    }

    @Test
    void anEarlierVersionCanBeGotBack() {
        edit(text -> text.replace("tries=\"3\"", "tries=\"5\""));

        Instance.Ran listed = instance.command("ivr", "history");
        assertThat(listed.code()).as(listed.output()).isZero();
        assertThat(listed.output()).contains(version(original), "in force");
        String number = listed.output()
                .lines()
                .filter(line -> line.contains(version(original)))
                .findFirst()
                .orElseThrow()
                .strip()
                .split("\\s+")[0];
        assertThat(instance.command("ivr", "history", "--show", number).output())
                .isEqualTo(original);
    }

    @Test
    void savesAgainAndAgainDuringCallsDisturbNobodyAndTheLastOneComesIntoForce() throws Exception {
        instance.signedIn("anna");
        String said = instance.servicesLog();
        String asteriskSaid = instance.asteriskLog();
        long before = instance.servicesLogLength();

        String last = "";
        for (int tries = 4; tries < 8; tries++) {
            String text = original.replace("tries=\"3\"", "tries=\"" + tries + "\"");
            last = text.replace("patience-seconds=\"2\"", "patience-seconds=\"3\"");
            try (TestCall call = TestCall.dial(instance)) {
                // In place, by an editor that is slow, then twice within a second.
                Files.writeString(hotline(), text.substring(0, text.length() / 2));
                call.reaches("main");
                Files.writeString(hotline(), text);
                call.presses("2");
                Files.writeString(hotline(), last);
                assertThat(call.joinsQueue()).as(call.story()).isEqualTo("nis2");
                call.hangsUp();
                call.ends();
            }
        }

        instance.servicesSay(before, "hotline.xml version " + version(last) + " is in force");
        assertThat(health()).doesNotContain("stays in force");
        assertThat(instance.servicesLog().substring(said.length()).lines())
                .filteredOn(line -> line.contains(" ERROR "))
                .as("what was refused was half a file, and nothing else went wrong")
                .allMatch(line -> line.contains("HotlineWatch"));
        assertThat(instance.asteriskLog().substring(asteriskSaid.length()))
                .doesNotContain("the caller goes on without it");
    }

    private static String keysOneAndTwoSwapped(String text) {
        return text.replace("press=\"1\" then=\"to-dojrzalosc\"", "press=\"1\" then=\"to-nis2\"")
                .replace("press=\"2\" then=\"to-nis2\"", "press=\"2\" then=\"to-dojrzalosc\"");
    }

    private static Path hotline() {
        return instance.folder.resolve("hotline.xml");
    }

    private static void edit(UnaryOperator<String> change) {
        String text = change.apply(original);
        assertThat(text).isNotEqualTo(original);
        saveAndAwait(text);
    }

    private static void saveAndAwait(String text) {
        long before = instance.servicesLogLength();
        save(text);
        instance.servicesSay(before, "hotline.xml version " + version(text) + " is in force");
    }

    /** As most editors do: a new file takes the place of the old. */
    private static void save(String text) {
        try {
            Path saved = Files.writeString(instance.folder.resolve("hotline.xml.new"), text);
            Files.move(saved, hotline(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("saving hotline.xml", e);
        }
    }

    private static String version(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String health() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + instance.staff().getPort() + "/health");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
