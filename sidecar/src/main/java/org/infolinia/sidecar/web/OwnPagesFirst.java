package org.infolinia.sidecar.web;

import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Leads requests for the listener's own pages to them, all others to the site behind. */
final class OwnPagesFirst extends Handler.Wrapper {

    private final Map<String, Page> own;
    private final Pages pages;

    OwnPagesFirst(Map<String, Page> own, Handler site) {
        super(site);
        this.own = Map.copyOf(own);
        this.pages = new Pages(own);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return own.containsKey(Request.getPathInContext(request))
                ? pages.handle(request, response, callback)
                : super.handle(request, response, callback);
    }
}
