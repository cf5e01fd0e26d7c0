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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        // Last: it ends the session.
        ALLOWED.put("POST /sign-out", ALL);
    }

    private static final Set<String> FOR_ANYBODY =
            Set.of("GET /sign-in", "POST /sign-in", "POST /language", "GET /assets/{name: .+}");

    @TempDir
    private Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Hotline hotline = demonstration();
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
        pages = StaffPages.of(
                () -> database,
                () -> hotline,
                orders -> {
                    throw new IOException("there is no Asterisk here");
                },
                thread,
                Clock.fixed(NOON, ZoneOffset.UTC));
        health = new Health(Map.of(), Duration.ofDays(1));
        metrics = new Metrics();
        listener = WebListener.facingStaff(
                new ListenerSettings("staff", "127.0.0.1", 0),
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
            for (Map.Entry<Role, Session> signedIn : sessions.entrySet()) {
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
                .contains("<td class=\"num\">2026-11-25 12:00:00</td><td>ewa</td><td>account.added</td><td>zofia</td>");
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
                form(Map.of("proof", lead.proof(), "name", "Anna", "role", "consultant", "disabled", "yes")),
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
        if (!method.equals("GET")) {
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
