package org.infolinia.sidecar.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Leads each request to the page at its path. */
final class Pages extends Handler.Abstract {

    private final Map<String, Page> pages;

    /** @param pages by path, which must match to the letter */
    Pages(Map<String, Page> pages) {
        this.pages = Map.copyOf(pages);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Page page = pages.get(Request.getPathInContext(request));
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Answer.plain(405, "This address can only be read.").send(response, callback);
        } else if (page == null) {
            Answer.plain(404, "There is nothing at this address.").send(response, callback);
        } else {
            page.answer().whenComplete((answer, failure) -> {
                if (failure == null) {
                    answer.send(response, callback);
                } else {
                    callback.failed(failure);
                }
            });
        }
        return true;
    }
}
