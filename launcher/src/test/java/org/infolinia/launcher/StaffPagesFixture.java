package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.signin.Passwords;
import org.infolinia.sidecar.store.DatabaseAccounts;
import org.infolinia.sidecar.web.Health;
import org.infolinia.sidecar.web.ListenerSettings;
import org.infolinia.sidecar.web.Metrics;
import org.infolinia.sidecar.web.WebListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The staff's site at work on a database of its own, with a browser before it. */
abstract class StaffPagesFixture {

    static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");
    static final String PASSWORD = "kawa rower zeszyt";
    static final Passwords PASSWORDS = new Passwords();
    static final String HASH = PASSWORDS.hash(PASSWORD);

    @TempDir
    Path folder;

    final HttpClient browser = HttpClient.newHttpClient();
    final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    final Hotline hotline = demonstration();
    final MovableClock clock = new MovableClock(NOON);
    Database database;
    DatabaseAccounts accounts;
    Coordinator coordinator;
    StaffPages pages;
    Health health;
    Metrics metrics;
    WebListener listener;

    static Hotline demonstration() {
        try {
            return HotlineFile.read(Path.of("../dialplan/hotline.xml"));
        } catch (HotlineRefused e) {
            throw new IllegalStateException("the demonstration's hotline.xml", e);
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")));
        accounts = new DatabaseAccounts(() -> database);
        health = new Health(Map.of(), Duration.ofDays(1));
        metrics = new Metrics();
        listen(Set.of());
    }

    /** Proxies on this machine are believed. */
    final void listen(Set<Role> secondFactor) {
        SystemFile.Desk desk =
                new SystemFile.Desk("ws://127.0.0.1:8088/ws", folder.resolve("lines.db"), List.of("alaw"));
        StaffPages.lines(desk).prepare();
        coordinator = TestCoordinator.in(folder, clock);
        pages = StaffPages.of(
                () -> database,
                secondFactor,
                () -> hotline,
                coordinator,
                Optional.of(desk),
                StaffPages.archive(folder.resolve("recordings"), () -> database, clock),
                orders -> {
                    throw new IOException("there is no Asterisk here");
                },
                thread,
                clock);
        listener = WebListener.facingStaff(
                new ListenerSettings("staff", "127.0.0.1", 0, Optional.of("127.0.0.1")),
                health,
                metrics,
                pages.site().application());
    }

    @AfterEach
    void close() {
        thread.shutdownNow();
        listener.close();
        metrics.close();
        health.close();
        database.close();
    }

    /** From now on nothing can be entered in the audit log; all else of the database is there. */
    final void auditGoesAway() {
        database.write(handle -> handle.execute("alter table audit rename to away"));
    }

    final void auditComesBack() {
        database.write(handle -> handle.execute("alter table away rename to audit"));
    }

    /** What a browser has of a session. */
    record Session(String cookie, String proof) {}

    Session signedIn(String login, Role role) throws Exception {
        accounts.add(account(login, role, false), entry(login));
        return signIn(login, PASSWORD);
    }

    Session signIn(String login, String password) throws Exception {
        String cookie =
                signInAnswer(login, password).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
        String token = cookie.substring("infolinia=".length(), cookie.indexOf(';'));
        // The page that nobody is led away from.
        String page = ask("GET", "/password", Optional.of(new Session(token, "")), "", "text/html")
                .body();
        Matcher proof = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"").matcher(page);
        assertThat(proof.find()).as(page).isTrue();
        return new Session(token, proof.group(1));
    }

    HttpResponse<String> signInAnswer(String login, String password) throws Exception {
        return ask(
                "POST", "/sign-in", Optional.empty(), form(Map.of("name", login, "password", password)), "text/html");
    }

    HttpResponse<String> ask(String method, String path, Optional<Session> session, String body, String accept)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(listener.address().toString().replaceAll("/$", "") + path))
                .header("Accept", accept)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        session.ifPresent(one -> request.header("Cookie", "infolinia=" + one.cookie()));
        if (method.equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        new HashMap<>(fields)
                .forEach((name, value) -> form.append(form.length() > 0 ? "&" : "")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    static String tokenOf(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring("infolinia=".length(), cookie.indexOf(';'));
    }

    static Account account(String login, Role role, boolean first) {
        return new Account(new LoginName(login), login, role, HASH, first, false);
    }

    static AuditEntry entry(String login) {
        return new AuditEntry(NOON, "(command line)", "account.added", login, "");
    }
}
