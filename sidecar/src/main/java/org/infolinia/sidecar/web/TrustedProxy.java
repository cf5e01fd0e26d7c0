package org.infolinia.sidecar.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Believes one proxy, of whose address a request comes, who is behind it: by {@code X-Forwarded-For}, {@code
 * X-Forwarded-Proto}. Of each the last value counts, which is the proxy's own; those before may be anybody's.
 */
final class TrustedProxy implements HttpConfiguration.Customizer {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private static final Pattern SCHEME = Pattern.compile("https?");

    /** All that Jetty would believe. */
    private static final List<String> FORWARDING = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Proxied-Https",
            "Proxy-auth-cert",
            "Proxy-ssl-id");

    private final InetAddress proxy;
    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    /**
     * @param address such as {@code 127.0.0.1}; no name
     * @throws IllegalArgumentException when it is none
     */
    TrustedProxy(String address) {
        try {
            this.proxy = InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + address + "\" is no address of a proxy", e);
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from
                        && proxy.equals(from.getAddress())
                ? forwarded.customize(new OnlyItsOwn(request), responseHeaders)
                : request;
    }

    /** A request with what the proxy itself put in, of all that is about forwarding. */
    private static final class OnlyItsOwn extends Request.Wrapper {

        private final HttpFields headers;

        OnlyItsOwn(Request request) {
            super(request);
            HttpFields sent = request.getHeaders();
            HttpFields.Mutable kept = HttpFields.build(sent);
            FORWARDING.forEach(kept::remove);
            keepLast(sent, kept, HttpHeader.X_FORWARDED_FOR, ADDRESS);
            keepLast(sent, kept, HttpHeader.X_FORWARDED_PROTO, SCHEME);
            this.headers = kept.asImmutable();
        }

        private static void keepLast(HttpFields sent, HttpFields.Mutable kept, HttpHeader name, Pattern form) {
            List<String> values = sent.getCSV(name, false);
            if (!values.isEmpty() && form.matcher(values.get(values.size() - 1)).matches()) {
                kept.put(name, values.get(values.size() - 1));
            }
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
