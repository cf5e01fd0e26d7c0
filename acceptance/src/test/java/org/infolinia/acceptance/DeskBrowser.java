package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A consultant at the desk, in a browser of their own whose microphone beeps. */
final class DeskBrowser implements AutoCloseable {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** A microphone that beeps, or speaks from a file, and that nobody has to allow. */
    static final List<String> FAKE_MEDIA =
            List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");

    private static final String CHOSEN = "nowe hasło na dziś";
    private static final double PATIENCE_MILLIS = Instance.patience().toMillis();

    final String name;
    private final Instance instance;
    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private Page page;

    private DeskBrowser(
            Instance instance, String name, Playwright playwright, Browser browser, BrowserContext context) {
        this.instance = instance;
        this.name = name;
        this.playwright = playwright;
        this.browser = browser;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        // Who reloads the page in a call is asked whether they mean it.
        context.onDialog(Dialog::accept);
        page = context.newPage();
    }

    /** In a browser of its own. */
    private static DeskBrowser started(Instance instance, String name, Path chromium, String... further) {
        Playwright playwright = Playwright.create();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(Stream.concat(FAKE_MEDIA.stream(), Stream.of(further))
                                .toList()));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setPermissions(List.of("microphone"))
                .setViewportSize(1280, 720));
        return new DeskBrowser(instance, name, playwright, browser, context);
    }

    /** Signs in; the first password gives way to one of their own, the first time. */
    static DeskBrowser signedIn(Instance instance, String name) {
        return signedIn(started(instance, name, CHROMIUM));
    }

    /** The same, speaking what is in a WAV file over and over. */
    static DeskBrowser speaking(Instance instance, String name, Path speech) {
        return signedIn(started(instance, name, CHROMIUM, "--use-file-for-fake-audio-capture=" + speech));
    }

    /** The same as {@link #signedIn}, by a network that can be cut. */
    static DeskBrowser on(Cable cable, Instance instance, String name) {
        return signedIn(started(instance, name, cable.browser()));
    }

    /**
     * The same, in a browser that somebody else has started.
     *
     * @param tools address of its developer tools
     */
    static DeskBrowser in(String tools, Instance instance, String name) {
        Playwright playwright = Playwright.create();
        Browser browser = connected(playwright, tools);
        return signedIn(new DeskBrowser(
                instance, name, playwright, browser, browser.contexts().get(0)));
    }

    /** A browser that is still starting may take the connection and never tell of its first page: it is asked once more. */
    private static Browser connected(Playwright playwright, String tools) {
        try {
            return playwright
                    .chromium()
                    .connectOverCDP(
                            tools,
                            new BrowserType.ConnectOverCDPOptions()
                                    .setTimeout(Instance.patience().toMillis()));
        } catch (TimeoutError unheard) {
            return playwright.chromium().connectOverCDP(tools);
        }
    }

    /** Leaves such a browser to itself, the page open in it; this is of no further use. */
    void letsGo() {
        playwright.close();
    }

    private static DeskBrowser signedIn(DeskBrowser desk) {
        desk.open("/");
        if (desk.instance.hasOwnPassword(desk.name)) {
            desk.signsInAgain();
        } else {
            String first = desk.instance.secret("desk-" + desk.name);
            desk.signIn(first);
            desk.page.locator("[name=old]").fill(first);
            desk.page.locator("[name=new]").fill(CHOSEN);
            desk.page.locator("[name=again]").fill(CHOSEN);
            desk.page.locator("main button.main").click();
            desk.open("/");
            desk.instance.choosesOwnPassword(desk.name);
        }
        return desk;
    }

    /** Opens a page of the site; to be looked at by whoever tests it. */
    Page at(String path) {
        open(path);
        return page;
    }

    void open(String path) {
        page.navigate("http://127.0.0.1:" + instance.staff().getPort() + path);
    }

    private void signIn(String password) {
        page.locator("[name=name]").fill(name);
        page.locator("[name=password]").fill(password);
        page.locator("main button.main").click();
    }

    /** What this browser shows. */
    Page page() {
        return page;
    }

    /** On the page of the sign-in, with the password of their own. */
    void signsInAgain() {
        page.locator("[name=password]").waitFor();
        signIn(CHOSEN);
        page.locator("header form[action='/sign-out']").waitFor();
    }

    /** Waits until the page says that calls reach it. */
    DeskBrowser isReachable() {
        page.locator("infolinia-phone[data-line=registered]").waitFor();
        return this;
    }

    /** Signs in to the queues, as by any telephone. */
    DeskBrowser joinsQueues() {
        triesToDial("*10");
        // So soon over that the page may never be seen in this call; what is said of it stays, whatever rings next.
        page.locator("[data-part=last]", new Page.LocatorOptions().setHasText("rozmowa zakończona"))
                .waitFor();
        return this;
    }

    /** What axe-core finds against WCAG 2.2 A and AA on a page, in light and in dark; a line each. */
    List<String> barriers(String path) {
        AxeBuilder all = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
        // In the dark a page has other colours, and nothing else that these rules look at.
        AxeBuilder colours = new AxeBuilder(page).withRules(List.of("color-contrast", "link-in-text-block"));
        return Stream.concat(barriers(path, ColorScheme.LIGHT, all), barriers(path, ColorScheme.DARK, colours))
                .toList();
    }

    private Stream<String> barriers(String path, ColorScheme scheme, AxeBuilder rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        open(path);
        page.waitForLoadState(LoadState.LOAD);
        // Our pages are of one document each: without this, axe opens one more to gather what their frames say.
        return rules.setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> path + " " + scheme + " " + rule.getId() + ": " + node.getHtml() + " "
                                + node.getFailureSummary()));
    }

    /** What sticks out of a page at 200 % on the smallest screen; a line each. What scrolls by itself does not. */
    List<String> tooWideWhenTwiceAsLarge(String path) {
        page.setViewportSize(640, 360);
        open(path);
        page.waitForLoadState(LoadState.LOAD);
        Object found = page.evaluate("""
                () => {
                  const room = document.documentElement.clientWidth;
                  if (document.scrollingElement.scrollWidth <= room) return [];
                  return [...document.querySelectorAll('body *')]
                    .filter(one => one.getBoundingClientRect().right > room + 1)
                    .map(one => `${one.localName}.${one.className} ${one.getBoundingClientRect().right}`).slice(0, 5);
                }
                """);
        return Stream.of(Objects.requireNonNull(found))
                .flatMap(all -> ((List<?>) all).stream())
                .map(one -> path + " " + one)
                .toList();
    }

    /** What is seen of the page now, into a file. */
    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /** What is seen of another page of the site, once a script has put there what the selector names. */
    void pictureOf(String path, String filled, Path file) {
        open(path);
        page.locator(filled).first().waitFor();
        picture(file);
    }

    /** Takes calls in the page; waits until Asterisk has it so. */
    DeskBrowser takesCalls() {
        clicks("Odbieraj w przeglądarce");
        return is("Dostępny");
    }

    /** Begins a break for that reason; waits until Asterisk has it so. */
    void takesABreak(String reason) {
        page.getByLabel("Powód przerwy").selectOption(new SelectOption().setLabel(reason));
        clicks("Zacznij przerwę");
        is("Przerwa: " + reason);
    }

    /** Waits until the page says that this is their state. */
    DeskBrowser is(String standing) {
        page.locator("infolinia-presence [role=status]", new Page.LocatorOptions().setHasText(standing))
                .waitFor();
        return this;
    }

    /** What the page tells of whoever calls, once it tells of their last contacts. */
    String tellsOfTheCaller(String ofContacts) {
        page.locator("infolinia-caller", new Page.LocatorOptions().setHasText(ofContacts))
                .waitFor();
        return page.locator("infolinia-caller").innerText();
    }

    /** Dials, and waits until somebody or something answers. */
    void dials(String number) {
        triesToDial(number);
        talks();
    }

    /** Waits until the telephone has that number to be dialled. */
    void hasTypedIn(String number) {
        PlaywrightAssertions.assertThat(page.locator("infolinia-phone [data-part=number]"))
                .hasValue(
                        number,
                        new LocatorAssertions.HasValueOptions()
                                .setTimeout(Instance.patience().toMillis()));
    }

    void triesToDial(String number) {
        page.getByLabel("Numer", new Page.GetByLabelOptions().setExact(true)).fill(number);
        page.keyboard().press("Enter");
    }

    /** Waits until it rings. */
    DeskBrowser rings() {
        page.locator("infolinia-phone[data-state=ringing]").waitFor();
        return this;
    }

    /** Answers by the keyboard. */
    DeskBrowser answers() {
        page.keyboard().press("F2");
        return talks();
    }

    DeskBrowser talks() {
        page.locator("infolinia-phone[data-state=talking]").waitFor();
        return this;
    }

    void presses(String key) {
        page.keyboard().press(key);
    }

    void clicks(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    /** Waits until the button of the recording says so. */
    DeskBrowser recordingIs(String words) {
        page.getByText(words).waitFor();
        return this;
    }

    /** Waits until the state of the call is told so. */
    void says(String state) {
        page.locator("[data-part=state]", new Page.LocatorOptions().setHasText(state))
                .waitFor();
    }

    /** Waits until the alarm says so. */
    void warns(String words) {
        page.locator("[data-part=alert]", new Page.LocatorOptions().setHasText(words))
                .waitFor();
    }

    /** Waits until there is no call, and what became of the last one is told so. */
    void isOver(String words) {
        page.locator("infolinia-phone[data-state=none]").waitFor();
        page.locator("[data-part=last]", new Page.LocatorOptions().setHasText(words))
                .waitFor();
    }

    String caller() {
        return page.locator("[data-part=who]").innerText();
    }

    /** Opens the transfer, to a number or, in its place, to a colleague. */
    void choosesToTransferTo(String number, String colleague) {
        clicks("Przekaż");
        page.getByLabel("Na numer").fill(number);
        if (!colleague.isEmpty()) {
            page.getByLabel("albo do osoby lub kolejki").selectOption(colleague);
        }
    }

    void transfers() {
        page.locator("[data-part=transfers] button[value=hand]").click();
    }

    void asksFirst() {
        page.locator("[data-part=transfers] button[value=ask]").click();
        page.locator("[data-part=connect]:enabled").waitFor();
    }

    void connects() {
        page.locator("[data-part=connect]").click();
    }

    /** Waits until so many packets of sound have come and gone, by the browser's own count. */
    void soundGoesBothWays(int packets) {
        waitsUntil("""
                async packets => {
                  const { figures } = await import('/assets/desk/phone-network.js');
                  const connection = document.querySelector('infolinia-phone').call?.connection;
                  const now = connection && await figures(connection);
                  return now && now.received >= packets && now.sent >= packets;
                }
                """, packets);
    }

    /**
     * Waits until an asynchronous function of the page says so; Playwright's own waiting takes its promise for a yes.
     *
     * @param condition JavaScript
     */
    void waitsUntil(String condition, Object argument) {
        page.evaluate(
                "async argument => { const so = " + condition
                        + "; for (let tries = 0; !(await so(argument)); tries += 1) {"
                        + " if (tries > 300) throw new Error('it has not come to be within a minute');"
                        + " await new Promise(done => setTimeout(done, 200)); } }",
                argument);
    }

    /** Answers each call from now on, and counts those that are over. */
    void answersByItself() {
        page.evaluate("""
                () => {
                  const phone = document.querySelector('infolinia-phone');
                  let talking = false;
                  window.callsTaken = 0;
                  setInterval(() => phone.dataset.state === 'ringing' && phone.act('answer'), 50);
                  // Each change: the next caller may ring at once.
                  new MutationObserver(() => {
                    const { state } = phone.dataset;
                    if (talking && state === 'none') window.callsTaken += 1;
                    talking = state === 'talking' || (talking && state !== 'none');
                  }).observe(phone, { attributeFilter: ['data-state'] });
                }
                """);
    }

    /** Once the page is in no call. */
    long callsTaken() {
        waitsUntil("() => document.querySelector('infolinia-phone').dataset.state === 'none'", "");
        return ((Number) Objects.requireNonNull(page.evaluate("() => window.callsTaken"))).longValue();
    }

    /** What a page of this session is told when it asks for the line. */
    Map<?, ?> line() {
        return (Map<?, ?>) Objects.requireNonNull(page.evaluate("""
                async () => {
                  const proof = document.querySelector('[name=proof]').value;
                  const answer = await fetch('/desk/line', { method: 'POST', headers: { 'X-Infolinia-Proof': proof },
                    body: new URLSearchParams() });
                  return { ...await answer.json(), cache: answer.headers.get('Cache-Control') };
                }
                """));
    }

    void reloads() {
        page.reload();
    }

    /** The page is gone without a word: its process is killed. */
    void crashes() {
        signal("-KILL", processes("renderer"));
    }

    /** All of the browser stands still and says nothing to anybody, as when a laptop is closed. */
    void sleeps(Duration time) {
        List<String> processes = processes("");
        signal("-STOP", processes);
        CompletableFuture.runAsync(
                        () -> signal("-CONT", processes),
                        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    /** The browser's own processes, those of a type or all. */
    private List<String> processes(String type) {
        List<String> found = new ArrayList<>();
        browser.newBrowserCDPSession()
                .send("SystemInfo.getProcessInfo")
                .getAsJsonArray("processInfo")
                .forEach(one -> {
                    if (one.getAsJsonObject().get("type").getAsString().startsWith(type)) {
                        found.add(one.getAsJsonObject().get("id").getAsString());
                    }
                });
        return found;
    }

    private static void signal(String signal, List<String> processes) {
        List<String> words = new ArrayList<>(List.of("kill", signal));
        words.addAll(processes);
        assertThat(Instance.run(words).code()).isZero();
    }

    /** The tab is closed, whatever goes on in it. */
    void closesTheTab() {
        page.close();
    }

    /** Opens the desk in a tab of its own. */
    DeskBrowser opensTheDesk() {
        page = context.newPage();
        open("/desk");
        return isReachable();
    }

    /** A second tab comes to the front; gives the way back. */
    Page opensAnotherTab() {
        Page before = page;
        page = context.newPage();
        open("/desk");
        return before;
    }

    void turnsTo(Page tab) {
        page = tab;
    }

    void signsOut() {
        clicks("Wyloguj");
        page.locator("[name=password]").waitFor();
    }

    /** Signs out, so that the line is free; whatever state the page is in. */
    @Override
    public void close() {
        if (page.isClosed()) {
            page = context.newPage();
        }
        open("/password");
        if (!page.url().contains("/sign-in")) {
            signsOut();
        }
        playwright.close();
    }
}
