package org.infolinia.sidecar.site;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;

/** Renders each {@link LatePage} for whoever asked. */
final class LatePages implements ContainerResponseFilter {

    private final Templates templates;

    LatePages(Templates templates) {
        this.templates = templates;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof LatePage page) {
            response.setEntity(
                    templates.text(Visitor.of(request), page.template(), page.model()),
                    null,
                    MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
        }
    }
}
