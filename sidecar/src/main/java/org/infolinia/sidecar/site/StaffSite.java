package org.infolinia.sidecar.site;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.signin.OpenSessions;
import org.infolinia.sidecar.signin.Passwords;
import org.infolinia.sidecar.signin.SecondFactor;
import org.infolinia.sidecar.signin.SignIn;

/** The site of all staff pages: what all of them share, with the pages that each service brings. */
public final class StaffSite {

    private final ResourceConfig application = new ResourceConfig();
    private final List<Object> resources = new ArrayList<>();

    /**
     * Whom the site lets in.
     *
     * @param required of whom a second factor is required
     */
    public record Entrance(
            Accounts accounts,
            SignIn signIn,
            OpenSessions sessions,
            Passwords passwords,
            SecondFactor secondFactor,
            Set<Role> required) {}

    /**
     * @param connections where scripts may connect to beside the site itself, for its Content-Security-Policy; may be
     *                    empty
     */
    public StaffSite(Entrance entrance, Templates templates, String connections, Clock clock) {
        application.register(new VisitorFilter(entrance.sessions()));
        application.register(new Guards(entrance.required()));
        application.register(new Faults());
        application.register(new LatePages(templates));
        application.register(new SecurityHeaders(connections));
        // Our own pages tell what went wrong; Jersey never makes one.
        application.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        application.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        SignIn signIn = entrance.signIn();
        add(new SignInPages(signIn, templates));
        add(new SignInCodePages(signIn, templates));
        add(new SignOutPages(entrance.sessions()));
        add(new LanguagePage());
        add(new PasswordPages(entrance.accounts(), signIn, entrance.passwords(), templates, clock));
        add(new SecondFactorPages(entrance.secondFactor(), signIn, entrance.required(), templates));
        add(new Assets());
    }

    /** Adds a resource, whose methods are {@link Allowed} each. */
    public StaffSite add(Object resource) {
        application.register(resource);
        resources.add(resource);
        return this;
    }

    /** For the listener. */
    public ResourceConfig application() {
        return application;
    }

    /** All resources, for the test that walks every route. */
    public List<Object> resources() {
        return List.copyOf(resources);
    }
}
