package org.infolinia.sidecar.web;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** One address that answers HTTP, within limits that no single peer can outgrow. */
public final class WebListener implements AutoCloseable {

    private static final int THREADS = 64;
    private static final int CONNECTIONS = 1000;
    private static final int WAITING_CONNECTIONS = 128;
    private static final int REQUEST_HEADER_BYTES = 8192;
    private static final long IDLE_MILLISECONDS = 30_000;
    /** The site's own limits are narrower, and told by a page; this one holds whatever is behind. */
    private static final long LARGEST_REQUEST = 51_000_000;
    /** Once all connections are taken, idle ones make room this soon. */
    private static final long IDLE_WHEN_FULL_MILLISECONDS = 1000;

    private final Server server;
    private final URI address;

    private WebListener(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * The listener that may face the internet: {@code /health} says up or down.
     *
     * @throws ListenerUnavailable when it cannot have its address
     */
    public static WebListener facingVisitors(ListenerSettings settings, Health health) {
        return start(settings, new Pages(Map.of("/health", new HealthPages(health).brief())));
    }

    /**
     * The listener that never faces the internet: {@code /health} tells each component, {@code /metrics} what is
     * measured; all else is the site's.
     *
     * @throws ListenerUnavailable when it cannot have its address
     */
    public static WebListener facingStaff(
            ListenerSettings settings, Health health, Metrics metrics, ResourceConfig site) {
        Page measured = () -> CompletableFuture.completedFuture(
                new Answer(200, "text/plain;version=0.0.4;charset=utf-8", metrics.exposition()));
        Map<String, Page> own = Map.of("/health", new HealthPages(health).detailed(), "/metrics", measured);
        return start(settings, new OwnPagesFirst(own, servlets(site)));
    }

    private static Handler servlets(ResourceConfig site) {
        ServletContextHandler servlets = new ServletContextHandler();
        ServletHolder jersey = new ServletHolder(new ServletContainer(site));
        jersey.setAsyncSupported(true);
        // At the start, so that a resource that does not say who is allowed stops the program, not a request.
        jersey.setInitOrder(0);
        servlets.addServlet(jersey, "/*");
        SizeLimitHandler limited = new SizeLimitHandler(LARGEST_REQUEST, -1);
        limited.setHandler(servlets);
        return limited;
    }

    /** Its root, with the port it really has. */
    public URI address() {
        return address;
    }

    /** Lets go of the address and ends all connections. */
    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static WebListener start(ListenerSettings settings, Handler pages) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("web-" + settings.name());
        Server server = new Server(threads);
        ServerConnector connector = connector(server, settings);
        server.addConnector(connector);
        server.addBean(connectionLimit(connector));
        server.setErrorHandler(new PlainErrors());
        server.setHandler(pages);
        try {
            server.start();
        } catch (Exception refused) { // the edge: Jetty declares no less
            LifeCycle.stop(server);
            throw new ListenerUnavailable(
                    "The " + settings.name() + " listener cannot have " + settings.host() + " port " + settings.port()
                            + ": " + reason(refused) + ".",
                    refused);
        }
        return new WebListener(server, address(settings, connector.getLocalPort()));
    }

    private static ServerConnector connector(Server server, ListenerSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
        settings.proxy().map(TrustedProxy::new).ifPresent(http::addCustomizer);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.setIdleTimeout(IDLE_MILLISECONDS);
        return connector;
    }

    private static NetworkConnectionLimit connectionLimit(ServerConnector connector) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(CONNECTIONS, connector);
        limit.setEndPointIdleTimeout(IDLE_WHEN_FULL_MILLISECONDS);
        return limit;
    }

    private static URI address(ListenerSettings settings, int port) {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + port + "/");
    }

    private static String reason(Exception refused) {
        Throwable cause = refused.getCause() == null ? refused : refused.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
