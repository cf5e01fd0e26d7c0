package org.infolinia.sidecar.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What a listener sends back; none is to be kept, guessed at or run by a browser.
 *
 * @param status      HTTP's
 * @param contentType with its charset, which is UTF-8
 * @param body        the text
 */
record Answer(int status, String contentType, String body) {

    private static final HttpFields SECURITY = HttpFields.from(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'"),
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"));

    static Answer plain(int status, String words) {
        return new Answer(status, "text/plain;charset=utf-8", words + "\n");
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        for (HttpField field : SECURITY) {
            response.getHeaders().put(field);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        Content.Sink.write(response, true, body, callback);
    }
}
