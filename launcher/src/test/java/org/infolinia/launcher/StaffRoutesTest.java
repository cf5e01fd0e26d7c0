package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.infolinia.hotline.people.Role;
import org.junit.jupiter.api.Test;

/** Who may ask for what. */
final class StaffRoutesTest extends StaffPagesFixture {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> KEEPERS = EnumSet.of(Role.LEAD, Role.COORDINATOR);

    private static final Set<Role> TAKE_CALLS = EnumSet.of(Role.CONSULTANT, Role.LEAD);
    private static final Set<Role> SEE_THE_FLOOR = EnumSet.of(Role.LEAD, Role.COORDINATOR, Role.PROJECT_MANAGER);

    private static final Set<Role> COORDINATOR = EnumSet.of(Role.COORDINATOR);
    private static final String ANNOUNCEMENT = "{language: [a-z][a-z]}/{id: [A-Za-z0-9_/-]+}";

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
        ALLOWED.put("GET /people/{login}/skills", KEEPERS);
        ALLOWED.put("POST /people/{login}/skills", KEEPERS);
        ALLOWED.put("GET /audit", KEEPERS);
        ALLOWED.put("GET /audit/export", KEEPERS);
        ALLOWED.put("GET /floor", SEE_THE_FLOOR);
        ALLOWED.put("GET /floor/state", SEE_THE_FLOOR);
        ALLOWED.put("POST /floor/consultants/{login}/sign-out", EnumSet.of(Role.LEAD));
        ALLOWED.put("GET /recordings", KEEPERS);
        ALLOWED.put("GET /recordings/{id}", EnumSet.of(Role.LEAD));
        ALLOWED.put("GET /recordings/{id}/sound", EnumSet.of(Role.LEAD));
        ALLOWED.put("HEAD /recordings/{id}/sound", EnumSet.of(Role.LEAD));
        ALLOWED.put("POST /recordings/{id}/download", EnumSet.of(Role.LEAD));
        ALLOWED.put("GET /presence/state", TAKE_CALLS);
        ALLOWED.put("GET /presence/caller", TAKE_CALLS);
        ALLOWED.put("POST /presence/sign-in", TAKE_CALLS);
        ALLOWED.put("POST /presence/sign-out", TAKE_CALLS);
        ALLOWED.put("POST /presence/available", TAKE_CALLS);
        ALLOWED.put("POST /presence/break", TAKE_CALLS);
        ALLOWED.put("GET /callbacks/waiting", TAKE_CALLS);
        ALLOWED.put("GET /dictionaries", KEEPERS);
        ALLOWED.put("POST /dictionaries/{kind}", KEEPERS);
        ALLOWED.put("POST /dictionaries/{kind}/{code}", KEEPERS);
        ALLOWED.put("GET /cases", TAKE_CALLS);
        ALLOWED.put("POST /cases", TAKE_CALLS);
        ALLOWED.put("GET /cases/{number}", TAKE_CALLS);
        ALLOWED.put("GET /cases/{number}/state", TAKE_CALLS);
        ALLOWED.put("POST /cases/{number}", TAKE_CALLS);
        ALLOWED.put("GET /call-case", TAKE_CALLS);
        ALLOWED.put("POST /call-case/open", TAKE_CALLS);
        ALLOWED.put("POST /call-case/continue", TAKE_CALLS);
        ALLOWED.put("GET /ivr", KEEPERS);
        ALLOWED.put("GET /ivr/calendar", KEEPERS);
        ALLOWED.put("GET /ivr/history", KEEPERS);
        ALLOWED.put("GET /ivr/history/{number: [0-9]+}", KEEPERS);
        ALLOWED.put("GET /ivr/hotline", KEEPERS);
        ALLOWED.put("GET /ivr/hotline/state", KEEPERS);
        ALLOWED.put("POST /ivr/hotline", COORDINATOR);
        ALLOWED.put("POST /ivr/hotline/check", COORDINATOR);
        ALLOWED.put("GET /ivr/announcements", KEEPERS);
        ALLOWED.put("GET /ivr/announcements/" + ANNOUNCEMENT, KEEPERS);
        ALLOWED.put("GET /ivr/announcements/sound/" + ANNOUNCEMENT, KEEPERS);
        ALLOWED.put("POST /ivr/announcements/sound/" + ANNOUNCEMENT, COORDINATOR);
        ALLOWED.put("POST /ivr/announcements/revert/" + ANNOUNCEMENT, COORDINATOR);
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
                    .replace("{number}", "2026-000001")
                    .replace("{kind}", "break")
                    .replace("{code}", "rest")
                    .replace("{id}", "0")
                    .replace("{number: [0-9]+}", "1")
                    .replace(ANNOUNCEMENT, "pl/welcome");

            HttpResponse<String> nobodys = ask(method, path, Optional.empty(), "", "text/html");
            assertThat(nobodys.statusCode()).as("nobody, %s", route).isIn(303, 401);
            if (nobodys.statusCode() == 303) {
                assertThat(nobodys.headers().firstValue("Location").orElse("")).contains("/sign-in?then=");
            }
            for (Map.Entry<Role, Session> signedIn : Map.copyOf(sessions).entrySet()) {
                Role role = signedIn.getKey();
                Session session = signedIn.getValue();
                if (method.equals("POST")) {
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
}
