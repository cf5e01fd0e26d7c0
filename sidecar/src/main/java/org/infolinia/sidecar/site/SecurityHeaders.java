package org.infolinia.sidecar.site;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;

/** Tells browsers what a page of ours may do. */
final class SecurityHeaders implements ContainerResponseFilter {

    private final String policy;

    /** @param connections where scripts may connect to, beside this site; such as {@code ws://127.0.0.1:8088} */
    SecurityHeaders(String connections) {
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " media-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src"
                + (" 'self' " + connections).stripTrailing();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        put(response, "Content-Security-Policy", policy);
        put(response, "X-Content-Type-Options", "nosniff");
        put(response, "Referrer-Policy", "same-origin");
        put(response, "Cross-Origin-Opener-Policy", "same-origin");
        put(response, "Permissions-Policy", "microphone=(self), speaker-selection=(self), camera=(), geolocation=()");
        if (Cookies.isSecure(request.getUriInfo())) {
            // This host alone: what else is below its domain is not ours to decide on.
            put(response, "Strict-Transport-Security", "max-age=31536000");
        }
        response.getHeaders().putIfAbsent("Cache-Control", List.of("no-store"));
    }

    private static void put(ContainerResponseContext response, String name, String value) {
        response.getHeaders().putSingle(name, value);
    }
}
