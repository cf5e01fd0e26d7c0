package org.infolinia.sidecar.site;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** The last touch of each answer: faults become pages, and browsers are told what a page of ours may do. */
final class Finish implements ContainerResponseFilter {

    private final Templates templates;
    private final String policy;

    /** @param connections where scripts may connect to, beside this site; such as {@code ws://127.0.0.1:8088} */
    Finish(Templates templates, String connections) {
        this.templates = templates;
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " media-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src"
                + (" 'self' " + connections).stripTrailing();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Fault fault) {
            String page = templates.text(
                    Visitor.of(request),
                    "site/fault.ftlh",
                    Map.of("word", fault.word(), "arguments", fault.arguments()));
            response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
        }
        put(response, "Content-Security-Policy", policy);
        put(response, "X-Content-Type-Options", "nosniff");
        put(response, "Referrer-Policy", "same-origin");
        put(response, "Cross-Origin-Opener-Policy", "same-origin");
        put(response, "Permissions-Policy", "microphone=(self), speaker-selection=(self), camera=(), geolocation=()");
        response.getHeaders().putIfAbsent("Cache-Control", List.of("no-store"));
    }

    private static void put(ContainerResponseContext response, String name, String value) {
        response.getHeaders().putSingle(name, value);
    }
}
