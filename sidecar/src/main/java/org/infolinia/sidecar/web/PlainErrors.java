package org.infolinia.sidecar.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says what went wrong without a word on what we are built of; Jetty logs the rest. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Answer.plain(status, words(status)).send(response, callback);
        return true;
    }

    private static String words(int status) {
        return status >= 500
                ? "Something failed here; it is in the log."
                : "This request was not understood: " + HttpStatus.getMessage(status) + ".";
    }
}
