package org.infolinia.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The desk of a consultant who takes calls, in a tab that is behind another one.
 *
 * <p>Nobody drives the browser any more once the desk is open, so it does to a tab that nobody sees what it does to
 * anybody's: its timers wake once a second, from a minute on once a minute.
 */
final class HiddenDesk implements AutoCloseable {

    /** A minute for a tab that the browser takes for still loading too, as for one that is loaded. */
    private static final String STRICT_AFTER_A_MINUTE =
            "--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/60";

    /** Any page may notify on the desktop. */
    private static final String NOTIFICATIONS =
            "{\"profile\": {\"default_content_setting_values\": {\"notifications\": 1}}}";

    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on ws://([0-9.:]+)/");

    /** A timer of a tenth of a second, set again and again; how often it woke is counted. */
    private static final String WAKES =
            "window.woken = 0; (function wake() { window.woken += 1; setTimeout(wake, 100); })();";

    /** Five seconds of a tab that is seen. */
    private static final int A_WHILE = 50;

    private static final int A_MOMENT = 3;

    /** All that is waited for comes in half of it. */
    private static final int PATIENCE = 2000;

    private final Path profile;
    private final Process browser;
    private final String tools;
    private final Tab desk;
    private final Tab inFront;

    /** Signs in, takes calls, then turns to another tab. */
    HiddenDesk(Instance instance, String name) {
        this(instance, name, DeskBrowser.CHROMIUM);
    }

    /** The same, by a network that can be cut. */
    HiddenDesk(Cable cable, Instance instance, String name) {
        this(instance, name, cable.browser());
    }

    private HiddenDesk(Instance instance, String name, Path chromium) {
        List<String> command = new ArrayList<>(List.of(
                chromium.toString(),
                "--headless=new",
                "--no-sandbox",
                "--remote-debugging-port=0",
                STRICT_AFTER_A_MINUTE));
        command.addAll(DeskBrowser.FAKE_MEDIA);
        try {
            profile = Files.createTempDirectory("infolinia-browser");
            Files.writeString(Files.createDirectory(profile.resolve("Default")).resolve("Preferences"), NOTIFICATIONS);
            command.add("--user-data-dir=" + profile);
            browser = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("starting a browser", e);
        }
        // Also where this is never closed.
        Runtime.getRuntime().addShutdownHook(new Thread(browser::destroy));
        tools = "http://" + address(browser);
        DeskBrowser.in(tools, instance, name).isReachable().takesCalls().letsGo();
        desk = theDesk();
        desk.evaluate("""
                {
                  const phone = document.querySelector('infolinia-phone');
                  new MutationObserver(() => {
                    if (phone.dataset.state === 'ringing') window.rangAt ??= Date.now();
                  }).observe(phone, { attributeFilter: ['data-state'] });
                  phone.sound.ringer.addEventListener('playing', () => window.soundedAt ??= Date.now());
                  document.addEventListener('visibilitychange', () => window.hiddenAt = performance.now());
                  window.Notification = class extends Notification {
                    constructor(title, more) {
                      super(title, more);
                      window.told = more.body;
                    }
                  };
                }
                """ + WAKES);
        inFront = tab(asks("PUT", "/json/new?about:blank"));
        inFront.evaluate(WAKES);
    }

    private static String address(Process browser) {
        CompletableFuture<String> found = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    // To its end: a browser whose complaints nobody reads stands still.
                    try (BufferedReader said = browser.errorReader()) {
                        String line;
                        while ((line = said.readLine()) != null) {
                            Matcher told = ADDRESS.matcher(line);
                            if (told.find()) {
                                found.complete(told.group(1));
                            }
                        }
                    } catch (IOException closed) {
                        return; // by us, when the test is over
                    }
                },
                "browser");
        reader.setDaemon(true);
        reader.start();
        return found.orTimeout(Instance.patience().toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** What the browser says to its developer tools. */
    private JsonNode asks(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tools + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException("asking the browser for " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the browser for " + path, e);
        }
    }

    private Tab theDesk() {
        for (JsonNode one : asks("GET", "/json/list")) {
            if (one.get("url").asText().endsWith("/desk")) {
                return tab(one);
            }
        }
        throw new AssertionError("the desk is not open");
    }

    private static Tab tab(JsonNode told) {
        return new Tab(URI.create(told.get("webSocketDebuggerUrl").asText()));
    }

    /** Whether people see it, in the browser's own word. */
    String visibility() {
        return desk.evaluate("document.visibilityState").asText();
    }

    /** Waits until the browser holds back the timers of the page as it does after a minute. */
    void isThrottled() {
        for (int wakes = 0; wakes < PATIENCE; wakes += A_WHILE) {
            int before = woken();
            inFrontWakes(A_WHILE);
            if (woken() - before <= 1) {
                return;
            }
        }
        throw new AssertionError("the browser lets a tab that nobody sees wake as it likes");
    }

    /** How often a timer of the page has woken, of those that the browser may hold back. */
    int woken() {
        return desk.evaluate("woken").asInt();
    }

    /** The tab that is seen measures the time of the one that is not: its own timers are as fast as they were set. */
    private void inFrontWakes(int times) {
        inFront.evaluate("""
                new Promise(done => {
                  const end = woken + %d;
                  (function look() { if (woken >= end) done(); else setTimeout(look, 100); })();
                })
                """.formatted(times));
    }

    /** Waits until the server has told it so often, since it is hidden, where its consultant stands: its heartbeat. */
    void hasAsked(int times) {
        comesTrue("""
                performance.getEntriesByType('resource')
                  .filter(one => one.name.includes('/presence/state') && one.responseEnd > hiddenAt).length >= %d
                """.formatted(times));
    }

    /** Lets something happen to its connection with Asterisk, and waits until it is reached by another. */
    void isReachedAnewAfter(Runnable what) {
        desk.evaluate("window.before = document.querySelector('infolinia-phone').line.agent; true");
        what.run();
        comesTrue("""
                {
                  const phone = document.querySelector('infolinia-phone');
                  phone.dataset.line === 'registered' && phone.line.agent !== before;
                }
                """);
    }

    /** What its desktop says of it, once it says something; the next is another. */
    String isTold() {
        comesTrue("'told' in window");
        String said = desk.evaluate("window.told").asText();
        desk.evaluate("delete window.told");
        return said;
    }

    /** When it was first seen to ring. */
    Instant rangAt() {
        return moment("rangAt");
    }

    /** When that was first heard. */
    Instant soundedAt() {
        return moment("soundedAt");
    }

    private Instant moment(String noted) {
        comesTrue("'" + noted + "' in window");
        return Instant.ofEpochMilli(desk.evaluate(noted).asLong());
    }

    /** Answers when it rings, and waits until so many packets of sound have come and gone, by the browser's own count. */
    void answers(int packets) {
        comesTrue("document.querySelector('infolinia-phone').dataset.state === 'ringing'");
        desk.evaluate("document.querySelector('[data-do=answer]').click()");
        comesTrue("document.querySelector('infolinia-phone').dataset.state === 'talking'");
        comesTrue("""
                import('/assets/desk/phone-network.js')
                  .then(({ figures }) => figures(document.querySelector('infolinia-phone').call.connection))
                  .then(({ received, sent }) => received >= %1$d && sent >= %1$d)
                """.formatted(packets));
    }

    /** The page is asked from outside: its own timers would look once a minute. */
    private void comesTrue(String condition) {
        for (int wakes = 0; !desk.evaluate(condition).asBoolean(); wakes += A_MOMENT) {
            if (wakes > PATIENCE) {
                throw new AssertionError("it has not come to be: " + condition);
            }
            inFrontWakes(A_MOMENT);
        }
    }

    /** Signs out, so that the line is free. */
    @Override
    public void close() {
        try {
            desk.evaluate("""
                    fetch('/sign-out', {
                      method: 'POST',
                      body: new URLSearchParams(new FormData(document.querySelector("form[action='/sign-out']"))),
                    }).then(answer => answer.status)
                    """);

        } catch (AssertionError left) {
            // It is signed out as well when the page has left for the sign-in before it could tell.
            if (!String.valueOf(left.getMessage()).contains("navigated")) {
                throw left;
            }
        }
        browser.destroy();
        browser.onExit()
                .orTimeout(Instance.patience().toSeconds(), TimeUnit.SECONDS)
                .join();
        Instance.run(List.of("rm", "-rf", profile.toString()));
    }
}
