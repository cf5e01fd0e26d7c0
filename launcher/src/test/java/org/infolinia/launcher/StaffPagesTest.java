package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.glassfish.jersey.server.model.Resource;
import org.infolinia.hotline.Hotline;
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
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.infolinia.sidecar.web.Health;
import org.infolinia.sidecar.web.ListenerSettings;
import org.infolinia.sidecar.web.Metrics;
import org.infolinia.sidecar.web.WebListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The staff's site as a browser meets it. */
final class StaffPagesTest {

    private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");
    private static final String PASSWORD = "kawa rower zeszyt";
    private static final Passwords PASSWORDS = new Passwords();
    private static final String HASH = PASSWORDS.hash(PASSWORD);

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> KEEPERS = EnumSet.of(Role.LEAD, Role.COORDINATOR);

    private static final Set<Role> TAKE_CALLS = EnumSet.of(Role.CONSULTANT, Role.LEAD);
    private static final Set<Role> SEE_THE_FLOOR = EnumSet.of(Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER);

    /** Every route, and who may ask for it. */
    private static final Map<String, Set<Role>> ALLOWED = new LinkedHashMap<>();

    static {
        ALLOWED.put("GET /", ALL);
        ALLOWED.put("GET /password", ALL);
        ALLOWED.put("POST /password", ALL);
        ALLOWED.put("GET /people", KEEPERS);
        ALLOWED.put("POST /people", KEEPERS);
        ALLOWED.put("POST /people/{login}", KEEPERS);
        ALLOWED.put("POST /people/{login}/password", KEEPERS);
        ALLOWED.put("POST /people/{login}/second-factor", KEEPERS);
        ALLOWED.put("GET /audit", KEEPERS);
        ALLOWED.put("GET /audit/export", KEEPERS);
        ALLOWED.put("GET /floor", SEE_THE_FLOOR);
        ALLOWED.put("GET /floor/state", SEE_THE_FLOOR);
        ALLOWED.put("POST /floor/consultants/{login}/sign-out", EnumSet.of(Role.LEAD));
        ALLOWED.put("GET /presence/state", TAKE_CALLS);
        ALLOWED.put("GET /presence/caller", TAKE_CALLS);
        ALLOWED.put("POST /presence/sign-in", TAKE_CALLS);
        ALLOWED.put("POST /presence/sign-out", TAKE_CALLS);
        ALLOWED.put("POST /presence/available", TAKE_CALLS);
        ALLOWED.put("POST /presence/break", TAKE_CALLS);
        ALLOWED.put("GET /dictionaries", KEEPERS);
        ALLOWED.put("POST /dictionaries/{kind}", KEEPERS);
        ALLOWED.put("POST /dictionaries/{kind}/{code}", KEEPERS);
        ALLOWED.put("GET /desk", TAKE_CALLS);
        ALLOWED.put("GET /desk/line", TAKE_CALLS);
        ALLOWED.put("POST /desk/line", TAKE_CALLS);
        ALLOWED.put("POST /sign-out", ALL);
        ALLOWED.put("POST /sign-out/everywhere", ALL);
        ALLOWED.put("GET /second-factor", ALL);
        ALLOWED.put("POST /second-factor", ALL);
        ALLOWED.put("POST /second-factor/remove", ALL);
    }

    private static final Set<String> FOR_ANYBODY = Set.of(
            "GET /sign-in",
            "POST /sign-in",
            "GET /sign-in/code",
            "POST /sign-in/code",
            "POST /language",
            "GET /assets/{name: .+}");

    @TempDir
    private Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Hotline hotline = demonstration();
    private final SteppingClock clock = new SteppingClock(NOON);
    private Database database;
    private DatabaseAccounts accounts;
    private StaffPages pages;
    private Health health;
    private Metrics metrics;
    private WebListener listener;

    private static Hotline demonstration() {
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
    private void listen(Set<Role> secondFactor) {
        SystemFile.Desk desk =
                new SystemFile.Desk("ws://127.0.0.1:8088/ws", folder.resolve("lines.db"), List.of("alaw"));
        StaffPages.lines(desk).prepare();
        pages = StaffPages.of(
                () -> database,
                secondFactor,
                () -> hotline,
                Optional.of(desk),
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

    @Test
    void everyRouteIsInTheTable() {
        Set<String> routes = new TreeSet<>();
        for (Object resource : pages.site().resources()) {
            collect(Resource.from(resource.getClass()), "", routes);
        }

        Set<String> known = new TreeSet<>(ALLOWED.keySet());
        known.addAll(FOR_ANYBODY);
        assertThat(routes).isEqualTo(known);
    }

    private static void collect(Resource resource, String above, Set<String> routes) {
        String path = (above + "/" + resource.getPath()).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        resource.getResourceMethods().forEach(method -> routes.add(method.getHttpMethod() + " " + path));
        resource.getChildResources().forEach(child -> collect(child, path, routes));
    }

    @Test
    void everyRouteLetsInWhomTheTableNamesAndNobodyElse() throws Exception {
        Map<Role, Session> sessions = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            sessions.put(role, signedIn(role.word(), role));
        }
        for (Map.Entry<String, Set<Role>> route : ALLOWED.entrySet()) {
            String method = route.getKey().substring(0, route.getKey().indexOf(' '));
            String path = route.getKey()
                    .substring(method.length() + 1)
                    .replace("{login}", "nikt")
                    .replace("{kind}", "break")
                    .replace("{code}", "rest");

            HttpResponse<String> nobodys = ask(method, path, Optional.empty(), "", "text/html");
            assertThat(nobodys.statusCode()).as("nobody, %s", route).isIn(303, 401);
            if (nobodys.statusCode() == 303) {
                assertThat(nobodys.headers().firstValue("Location").orElse("")).contains("/sign-in?then=");
            }
            for (Map.Entry<Role, Session> signedIn : Map.copyOf(sessions).entrySet()) {
                Role role = signedIn.getKey();
                Session session = signedIn.getValue();
                if (!method.equals("GET")) {
                    assertThat(ask(method, path, Optional.of(session), "proof=made+up", "text/html")
                                    .statusCode())
                            .as("%s without the proof, %s", role, route)
                            .isEqualTo(403);
                }
                int status = ask(method, path, Optional.of(session), "proof=" + session.proof(), "text/html")
                        .statusCode();
                if (route.getValue().contains(role)) {
                    assertThat(status).as("%s, %s", role, route).isNotIn(401, 403, 500);
                } else {
                    assertThat(status).as("%s, %s", role, route).isEqualTo(403);
                }
                if (path.startsWith("/sign-out")) {
                    sessions.put(role, signIn(role.word(), PASSWORD));
                }
            }
        }
    }

    @Test
    void aFirstPasswordIsChangedBeforeAnythingElse() throws Exception {
        accounts.add(account("nowa", Role.LEAD, true), entry("nowa"));
        Session session = signIn("nowa", PASSWORD);

        assertThat(ask("GET", "/people", Optional.of(session), "", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/password");
        assertThat(change(session, PASSWORD, PASSWORD)).contains("jest takie samo");
        assertThat(change(session, "wrong one here", "inne słowa razem"))
                .contains("Dotychczasowe hasło jest nieprawidłowe");
        assertThat(change(session, PASSWORD, "krótkie")).contains("co najmniej 10 znaków");
        change(session, PASSWORD, "inne słowa razem");

        assertThat(ask("GET", "/people", Optional.of(session), "", "text/html").statusCode())
                .isEqualTo(200);
        assertThat(signInAnswer("nowa", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(signInAnswer("nowa", "inne słowa razem").statusCode()).isEqualTo(303);
    }

    private String change(Session session, String old, String chosen) throws Exception {
        return ask(
                        "POST",
                        "/password",
                        Optional.of(session),
                        form(Map.of("proof", session.proof(), "old", old, "new", chosen, "again", chosen)),
                        "text/html")
                .body();
    }

    @Test
    void aLeadAddsAConsultantWhoseNameIsAText() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);

        HttpResponse<String> added = ask(
                "POST",
                "/people",
                Optional.of(lead),
                form(Map.of(
                        "proof",
                        lead.proof(),
                        "login",
                        "zofia",
                        "name",
                        "<script>alert(1)</script>",
                        "role",
                        "consultant")),
                "text/html");

        assertThat(added.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        Matcher password = Pattern.compile("<code>([a-z2-9-]{14})</code>").matcher(added.body());
        assertThat(password.find()).isTrue();
        assertThat(signInAnswer("zofia", password.group(1)).statusCode()).isEqualTo(303);
        assertThat(ask("GET", "/audit", Optional.of(lead), "", "text/html").body())
                .contains("<td class=\"num\">2026-11-25 12:00:00</td><td>ewa</td><td>nowe konto</td><td>zofia</td>");
    }

    @Test
    void aLeadMakesNobodyMoreThanALead() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        accounts.add(account("irena", Role.COORDINATOR, false), entry("irena"));

        assertThat(ask(
                                "POST",
                                "/people",
                                Optional.of(lead),
                                form(Map.of("proof", lead.proof(), "login", "x", "name", "X", "role", "coordinator")),
                                "text/html")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("POST", "/people/irena/password", Optional.of(lead), "proof=" + lead.proof(), "text/html")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask(
                                "POST",
                                "/people/ewa",
                                Optional.of(lead),
                                form(Map.of("proof", lead.proof(), "name", "Ewa", "role", "lead", "disabled", "yes")),
                                "text/html")
                        .statusCode())
                .isEqualTo(409);
        assertThat(accounts.find(new LoginName("x"))).isEmpty();
        assertThat(accounts.find(new LoginName("irena")).orElseThrow().passwordHash())
                .isEqualTo(HASH);
    }

    @Test
    void whoIsDisabledIsOutAtOnce() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        Session consultant = signedIn("anna", Role.CONSULTANT);

        ask(
                "POST",
                "/people/anna",
                Optional.of(lead),
                form(Map.of(
                        "proof",
                        lead.proof(),
                        "name",
                        "Anna",
                        "role",
                        "consultant",
                        "disabled",
                        "yes",
                        "seen",
                        "consultant false anna")),
                "text/html");

        assertThat(ask("GET", "/password", Optional.of(consultant), "", "text/html")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void signingInLeadsOnToOurOwnPagesAlone() throws Exception {
        accounts.add(account("ewa", Role.LEAD, false), entry("ewa"));

        for (String elsewhere : new String[] {"https://example.org/", "//example.org", "/\\example.org", "/a?b"}) {
            HttpResponse<String> answer = ask(
                    "POST",
                    "/sign-in",
                    Optional.empty(),
                    form(Map.of("name", "ewa", "password", PASSWORD, "then", elsewhere)),
                    "text/html");
            assertThat(answer.headers().firstValue("Location"))
                    .as(elsewhere)
                    .contains(listener.address().toString());
        }
        assertThat(ask(
                                "POST",
                                "/sign-in",
                                Optional.empty(),
                                form(Map.of("name", "ewa", "password", PASSWORD, "then", "/audit")),
                                "text/html")
                        .headers()
                        .firstValue("Location"))
                .contains(listener.address() + "audit");
    }

    @Test
    void faultsAreToldInTheReadersLanguageAndNotOfWhatWeAreMade() throws Exception {
        HttpResponse<String> nothing = ask("GET", "/nothing", Optional.empty(), "", "text/html");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("Pod tym adresem niczego nie ma.").doesNotContain("jersey", "Jetty");
        assertThat(ask("DELETE", "/sign-in", Optional.empty(), "", "text/html").statusCode())
                .isEqualTo(405);
        assertThat(ask("GET", "/assets/site/../../logback.xml", Optional.empty(), "", "*/*")
                        .statusCode())
                .isIn(400, 404);
        assertThat(ask("GET", "/assets/site/look.css", Optional.empty(), "", "*/*")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/css;charset=utf-8");
        assertThat(nothing.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");

        database.close();
        HttpResponse<String> away =
                ask("GET", "/people", Optional.of(new Session("A".repeat(43), "")), "", "text/html");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("Baza danych jest chwilowo nieosiągalna");
    }

    @Test
    void theLineIsToldToItsOwnSessionAndGoneWithIt() throws Exception {
        Session consultant = signedIn("anna", Role.CONSULTANT);

        HttpResponse<String> page = ask("GET", "/desk", Optional.of(consultant), "", "text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("connect-src 'self' ws://127.0.0.1:8088/ws");
        HttpResponse<String> line =
                ask("POST", "/desk/line", Optional.of(consultant), "proof=" + consultant.proof(), "application/json");
        assertThat(line.body()).contains("\"user\":\"desk_anna\"", "\"webSocket\":\"ws://127.0.0.1:8088/ws\"");
        assertThat(line.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ask("GET", "/desk/line", Optional.of(consultant), "", "*/*").body())
                .isEqualTo("{\"held\":true}");

        Session second = signIn("anna", PASSWORD);
        HttpResponse<String> elsewhere =
                ask("POST", "/desk/line", Optional.of(second), "proof=" + second.proof(), "application/json");
        assertThat(elsewhere.statusCode()).isEqualTo(409);
        assertThat(elsewhere.body()).isEqualTo("{\"held\":false}");

        ask("POST", "/sign-out", Optional.of(consultant), "proof=" + consultant.proof(), "text/html");
        pages.lines().orElseThrow().look();
        assertThat(ask("POST", "/desk/line", Optional.of(second), "proof=" + second.proof(), "*/*")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherSitesFormDoesNothing() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        HttpRequest forged = HttpRequest.newBuilder(listener.address().resolve("/sign-out"))
                .header("Cookie", "infolinia=" + lead.cookie())
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("proof=" + lead.proof()))
                .build();

        assertThat(browser.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(ask("GET", "/people", Optional.of(lead), "", "text/html").statusCode())
                .isEqualTo(200);
    }

    @Test
    void tooLargeAFormIsToldByAPage() throws Exception {
        for (int size : new int[] {70_000, 3_000_000}) {
            HttpResponse<String> answer =
                    ask("POST", "/sign-in", Optional.empty(), "name=" + "a".repeat(size), "text/html");
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("To za dużo naraz");
        }
        assertThat(ask("POST", "/sign-in", Optional.empty(), "name=" + "a".repeat(60_000), "text/html")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFormAfterTheSignInHasEndedIsNotLost() throws Exception {
        HttpRequest late = HttpRequest.newBuilder(listener.address().resolve("/people/anna"))
                .header("Accept", "text/html")
                .header("Referer", listener.address() + "people?page=2")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "name", "<b>Zofia</b> długi opis", "proof", "p1", "old", "sekret", "password", "hasło"))))
                .build();

        HttpResponse<String> page = browser.send(late, HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("Logowanie się skończyło", "&lt;b&gt;Zofia&lt;/b&gt; długi opis")
                .contains("href=\"/sign-in?then=%2Fpeople\"")
                .doesNotContain("sekret", "hasło", "p1\"");
        HttpResponse<String> script = ask("POST", "/people", Optional.empty(), "name=a", "application/json");
        assertThat(script.statusCode()).isEqualTo(401);
        assertThat(script.body()).isEmpty();
    }

    @Test
    void theSecondOfTwoWhoEditOneAccountIsShownTheFirstsChange() throws Exception {
        Session ewa = signedIn("ewa", Role.LEAD);
        Session iza = signedIn("iza", Role.LEAD);
        accounts.add(account("anna", Role.CONSULTANT, false), entry("anna"));
        String seen = "consultant false anna";

        assertThat(change(ewa, "anna", "Anna Nowa", "consultant", seen).statusCode())
                .isEqualTo(303);
        HttpResponse<String> stale = change(iza, "anna", "Anna Stara", "lead", seen);

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Ktoś zmienił konto anna", "Anna Nowa; konsultant")
                .contains("name=\"name\" value=\"Anna Stara\"")
                .contains("name=\"seen\" value=\"consultant false Anna Nowa\"");
        assertThat(accounts.find(new LoginName("anna")).orElseThrow().name()).isEqualTo("Anna Nowa");
        assertThat(change(iza, "anna", "Anna Stara", "consultant", "consultant false Anna Nowa")
                        .statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> change(Session session, String login, String name, String role, String seen)
            throws Exception {
        return ask(
                "POST",
                "/people/" + login,
                Optional.of(session),
                form(Map.of("proof", session.proof(), "name", name, "role", role, "disabled", "no", "seen", seen)),
                "text/html");
    }

    @Test
    void nobodyTakesTheirOwnAccountOverFromAPageLeftOpen() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);

        for (String what : new String[] {"password", "second-factor"}) {
            HttpResponse<String> refused =
                    ask("POST", "/people/ewa/" + what, Optional.of(lead), "proof=" + lead.proof(), "text/html");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("pod swoim nazwiskiem");
        }
        assertThat(accounts.find(new LoginName("ewa")).orElseThrow().passwordHash())
                .isEqualTo(HASH);
        for (int i = 0; i < 4; i++) {
            assertThat(change(lead, "guess " + i, "inne słowa razem")).contains("Dotychczasowe hasło jest niepra");
        }
        assertThat(change(lead, "guess 5", "inne słowa razem")).contains("za 0:30");
        assertThat(change(lead, PASSWORD, "inne słowa razem")).contains("za 0:30");
    }

    @Test
    void signingOutEverywhereEndsEverySession() throws Exception {
        Session here = signedIn("anna", Role.CONSULTANT);
        Session there = signIn("anna", PASSWORD);

        ask("POST", "/sign-out/everywhere", Optional.of(here), "proof=" + here.proof(), "text/html");

        for (Session session : new Session[] {here, there}) {
            assertThat(ask("GET", "/", Optional.of(session), "", "text/html").statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void theAuditLogIsReadInTheReadersLanguageAndExportedInCodes() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        signInAnswer("kawarowerzeszyt", PASSWORD);
        accounts.add(
                account("zofia", Role.CONSULTANT, false),
                new AuditEntry(clock.instant(), "=HYPERLINK(1)", "case.new-code", "a\"b;c", "first\nsecond"));

        String page = ask("GET", "/audit", Optional.of(lead), "", "text/html").body();
        HttpResponse<String> csv = ask("GET", "/audit/export", Optional.of(lead), "", "text/csv");

        assertThat(page)
                .contains("<td>(nikt)</td><td>nieudane logowanie</td><td>(nieznana nazwa)</td>")
                .contains("<td>(wiersz poleceń)</td><td>nowe konto</td>")
                .contains("<td>case.new-code</td>")
                .doesNotContain("kawarower");
        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"audit.csv\"");
        assertThat(csv.body())
                .startsWith("\ufefftime;who;what;on;detail\r\n")
                .contains(
                        "\"2026-11-25 12:00:00\";\"'=HYPERLINK(1)\";\"case.new-code\";\"a\"\"b;c\";\"first\nsecond\"\r\n")
                .contains(";\"(nobody)\";\"sign-in.refused\";\"(unknown name)\";\"from 127.0.0.1\"")
                .doesNotContain("kawarower");
        assertThat(csv.body().lines().filter(line -> line.startsWith("\"2026"))).hasSize(4);
    }

    @Test
    void headAsksForSignInAsGetDoesAndOptionsTellNothing() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);

        assertThat(ask("HEAD", "/people", Optional.empty(), "", "text/html").statusCode())
                .isEqualTo(303);
        HttpResponse<String> head = ask("HEAD", "/people", Optional.of(lead), "", "text/html");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        HttpResponse<String> options = ask("OPTIONS", "/people", Optional.empty(), "", "text/html");
        assertThat(options.statusCode()).isIn(200, 204);
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        assertThat(options.body()).doesNotContain("ewa", "wadl");
    }

    @Test
    void behindATlsProxyTheCookieIsKeptToTlsAndToThisHost() throws Exception {
        accounts.add(account("ewa", Role.LEAD, false), entry("ewa"));
        HttpRequest.Builder form = HttpRequest.newBuilder(listener.address().resolve("/sign-in"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "198.51.100.7")
                .header("Content-Type", "application/x-www-form-urlencoded");

        HttpResponse<String> in = browser.send(
                form.POST(HttpRequest.BodyPublishers.ofString(form(Map.of("name", "ewa", "password", PASSWORD))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("__Host-infolinia=")
                .contains(";Secure", "Path=/")
                .doesNotContain("Domain");
        assertThat(in.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(in.headers().firstValue("Location").orElse("")).startsWith("https://");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(withCookie(pair, "https")).isEqualTo(200);
        assertThat(withCookie(pair, "http")).isEqualTo(303);
        assertThat(withCookie(pair.replace("__Host-", ""), "https")).isEqualTo(303);
        assertThat(ask("GET", "/sign-in", Optional.empty(), "", "text/html")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isEmpty();
        assertThat(new DatabaseAuditLog(() -> database).latest(10, 0))
                .extracting(AuditEntry::detail)
                .contains("from 198.51.100.7");
    }

    private int withCookie(String pair, String scheme) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(listener.address().resolve("/people"))
                                .header("Accept", "text/html")
                                .header("Cookie", pair)
                                .header("X-Forwarded-Proto", scheme)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aSecondFactorIsSetUpOnAPageAndAskedForAtTheNextSignIn() throws Exception {
        Session session = signedIn("anna", Role.CONSULTANT);
        String offered = ask("GET", "/second-factor", Optional.of(session), "", "text/html")
                .body();
        String secret = secretOf(offered);
        assertThat(offered).contains("otpauth://totp/Infolinia:anna?secret=" + secret + "&amp;issuer=Infolinia");
        assertThat(offered).contains("<svg class=\"code\"");

        assertThat(setUp(session, "wrong", code(secret)).body()).contains("Dotychczasowe hasło jest nieprawidłowe");
        assertThat(setUp(session, PASSWORD, "000000").body()).contains("Ten kod jest nieprawidłowy");
        HttpResponse<String> done = setUp(session, PASSWORD, code(secret));
        List<String> recovery = Pattern.compile("<code>([a-z2-9-]{14})</code>")
                .matcher(done.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(recovery).hasSize(10);
        assertThat(ask("GET", "/second-factor", Optional.of(session), "", "text/html")
                        .body())
                .contains("Niezużytych kodów zapasowych: 10.")
                .doesNotContain(secret);

        clock.forward(Duration.ofMinutes(1));
        HttpResponse<String> password = signInAnswer("anna", PASSWORD);
        assertThat(password.headers().firstValue("Location").orElse("")).contains("/sign-in/code?then=/");
        Session waiting = new Session(tokenOf(password), "");
        assertThat(ask("GET", "/", Optional.of(waiting), "", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/sign-in/code?then=");
        HttpResponse<String> wrong = ask("POST", "/sign-in/code", Optional.of(waiting), "code=000000", "text/html");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Kod jest nieprawidłowy");
        HttpResponse<String> right = ask(
                "POST",
                "/sign-in/code",
                Optional.of(waiting),
                form(Map.of("code", code(secret), "then", "/")),
                "text/html");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(ask("GET", "/desk", Optional.of(new Session(tokenOf(right), "")), "", "text/html")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/sign-in/code", Optional.of(waiting), "", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/sign-in?then=/");
    }

    @Test
    void aLeadTakesAnothersSecondFactorAway() throws Exception {
        Session lead = signedIn("ewa", Role.LEAD);
        Session anna = signedIn("anna", Role.CONSULTANT);
        setUp(
                anna,
                PASSWORD,
                code(secretOf(ask("GET", "/second-factor", Optional.of(anna), "", "text/html")
                        .body())));
        assertThat(ask("GET", "/people", Optional.of(lead), "", "text/html").body())
                .contains("action=\"/people/anna/second-factor\"");

        ask("POST", "/people/anna/second-factor", Optional.of(lead), "proof=" + lead.proof(), "text/html");

        assertThat(signInAnswer("anna", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("code");
        assertThat(ask("GET", "/audit", Optional.of(lead), "", "text/html").body())
                .contains("<td>ewa</td><td>zdjęcie drugiego składnika</td><td>anna</td>");
    }

    @Test
    void onesOwnSecondFactorIsTakenAwayWithThePassword() throws Exception {
        Session anna = signedIn("anna", Role.CONSULTANT);
        setUp(
                anna,
                PASSWORD,
                code(secretOf(ask("GET", "/second-factor", Optional.of(anna), "", "text/html")
                        .body())));

        assertThat(removal(anna, "wrong").body()).contains("Dotychczasowe hasło jest nieprawidłowe");
        assertThat(removal(anna, PASSWORD).body()).contains("Drugi składnik zdjęto");
    }

    private HttpResponse<String> removal(Session session, String password) throws Exception {
        return ask(
                "POST",
                "/second-factor/remove",
                Optional.of(session),
                form(Map.of("proof", session.proof(), "password", password)),
                "text/html");
    }

    @Test
    void whoIsRequiredToHaveASecondFactorSetsItUpBeforeAnythingElse() throws Exception {
        listener.close();
        listen(EnumSet.of(Role.LEAD));
        Session lead = signedIn("ewa", Role.LEAD);
        Session consultant = signedIn("anna", Role.CONSULTANT);

        assertThat(ask("GET", "/desk", Optional.of(consultant), "", "text/html").statusCode())
                .isEqualTo(200);
        for (String path : new String[] {"/people", "/audit"}) {
            assertThat(ask("GET", path, Optional.of(lead), "", "text/html")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/second-factor");
        }
        String offered =
                ask("GET", "/second-factor", Optional.of(lead), "", "text/html").body();
        assertThat(offered).contains("Od osób z Twoją rolą wymagany jest drugi składnik");
        setUp(lead, PASSWORD, code(secretOf(offered)));
        assertThat(ask("GET", "/people", Optional.of(lead), "", "text/html").statusCode())
                .isEqualTo(200);
        assertThat(removal(lead, PASSWORD).statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> setUp(Session session, String password, String code) throws Exception {
        return ask(
                "POST",
                "/second-factor",
                Optional.of(session),
                form(Map.of("proof", session.proof(), "password", password, "code", code)),
                "text/html");
    }

    private static String secretOf(String page) {
        Matcher secret = Pattern.compile("secret=([A-Z2-7]{32})").matcher(page);
        assertThat(secret.find()).as(page).isTrue();
        return secret.group(1);
    }

    /** As a telephone makes it, by a program that is not ours: RFC 6238 in a few lines. */
    private String code(String secret) throws Exception {
        byte[] key = new BigInteger(
                        secret.chars()
                                .mapToObj(sign -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign))
                                .map(five -> String.format("%5s", Integer.toBinaryString(five))
                                        .replace(' ', '0'))
                                .collect(Collectors.joining()),
                        2)
                .setBit(160)
                .toByteArray();
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, key.length - 20, 20, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(clock.instant().getEpochSecond() / 30)
                .array());
        int binary = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
        return String.format("%06d", binary % 1_000_000);
    }

    private static String tokenOf(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring("infolinia=".length(), cookie.indexOf(';'));
    }

    /** A clock that stands until it is moved. */
    private static final class SteppingClock extends Clock {

        private volatile Instant now;

        SteppingClock(Instant now) {
            this.now = now;
        }

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("instants alone are asked for");
        }
    }

    /** What a browser has of a session. */
    private record Session(String cookie, String proof) {}

    private Session signedIn(String login, Role role) throws Exception {
        accounts.add(account(login, role, false), entry(login));
        return signIn(login, PASSWORD);
    }

    private Session signIn(String login, String password) throws Exception {
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

    private HttpResponse<String> signInAnswer(String login, String password) throws Exception {
        return ask(
                "POST", "/sign-in", Optional.empty(), form(Map.of("name", login, "password", password)), "text/html");
    }

    private HttpResponse<String> ask(String method, String path, Optional<Session> session, String body, String accept)
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

    private static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        new HashMap<>(fields)
                .forEach((name, value) -> form.append(form.length() > 0 ? "&" : "")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    private static Account account(String login, Role role, boolean first) {
        return new Account(new LoginName(login), login, role, HASH, first, false);
    }

    private static AuditEntry entry(String login) {
        return new AuditEntry(NOON, "(command line)", "account.added", login, "");
    }
}
