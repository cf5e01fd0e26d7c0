package org.infolinia.launcher;

import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.infolinia.agi.announcements.Announcements;
import org.infolinia.agi.asterisk.AgiServer;
import org.infolinia.agi.asterisk.AgiSettings;
import org.infolinia.agi.ivr.IvrHandler;
import org.infolinia.agi.voice.EspeakVoice;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.live.LiveLedger;
import org.infolinia.sidecar.Secret;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseCallLedger;
import org.infolinia.sidecar.web.Health;
import org.infolinia.sidecar.web.ListenerSettings;
import org.infolinia.sidecar.web.Metrics;
import org.infolinia.sidecar.web.WebListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wiring of all services in one process. */
final class Services implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);

    private final SystemFile box;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Services(SystemFile box) {
        this.box = box;
    }

    /**
     * Starts everything, callers first: the IVR needs neither database nor web.
     *
     * @throws HotlineRefused      when hotline.xml may not come into force
     * @throws SystemFile.Unusable when a setting makes no sense together with another
     * @throws IOException         when a file is missing or an address taken
     */
    static Services start(SystemFile box, Clock clock) throws HotlineRefused, SystemFile.Unusable, IOException {
        Services services = new Services(box);
        try {
            Hotline hotline = HotlineFile.read(box.hotline());
            AgiServer agi = services.agi(hotline, clock);
            LateDatabase database = services.opened(new LateDatabase(
                    databaseSettings(box), new HotlineVersion(digest(box.hotline()), clock.instant())));
            LiveLedger ledger = services.ledger(hotline, database, clock);
            services.web(agi, database, ledger, clock);
            return services;
        } catch (HotlineRefused | SystemFile.Unusable | IOException | RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private AgiServer agi(Hotline hotline, Clock clock) throws IOException {
        ExecutorService voices = Executors.newFixedThreadPool(2);
        open.push(voices::shutdownNow);
        Announcements announcements = new Announcements(box.sounds(), new EspeakVoice(), OwnWords.all(), clock, voices);
        IvrHandler ivr = new IvrHandler(() -> hotline, announcements::soundsOf, clock, box.development());
        AgiSettings settings = new AgiSettings(
                box.agiAddress().getHostString(),
                box.agiAddress().getPort(),
                box.maxCalls(),
                AgiSettings.DEFAULT.patience(),
                AgiSettings.DEFAULT.maxWaiting());
        try {
            return opened(AgiServer.start(settings, Map.of("ivr", ivr)));
        } catch (IOException | UnresolvedAddressException e) {
            throw new IOException(
                    "FastAGI cannot listen on " + settings.host() + ":" + settings.port() + ": "
                            + PlainFaults.sentence(e),
                    e);
        }
    }

    private LiveLedger ledger(Hotline hotline, LateDatabase database, Clock clock) {
        LiveLedger ledger = opened(new LiveLedger(
                box.logs(),
                () -> ReportRules.of(hotline),
                new DatabaseCallLedger(database::get),
                clock,
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "ledger"))));
        ledger.start();
        return ledger;
    }

    private void web(AgiServer agi, LateDatabase database, LiveLedger ledger, Clock clock) {
        Metrics metrics = opened(new Metrics());
        metrics.registry()
                .gauge(
                        "infolinia.ledger.behind.seconds",
                        ledger,
                        one -> one.state().behind(clock.instant()).toSeconds());
        metrics.registry().gauge("infolinia.agi.calls", agi, AgiServer::callsInProgress);
        Health health = opened(new Health(
                Map.of(
                        "ivr",
                        () -> {
                            if (!agi.isListening()) {
                                throw new IllegalStateException("the FastAGI server no longer listens");
                            }
                        },
                        "database",
                        database::check,
                        "ledger",
                        new LedgerCheck(ledger::state, clock)),
                HEALTH_LIMIT));
        opened(WebListener.facingVisitors(
                new ListenerSettings(
                        "public",
                        box.publicAddress().getHostString(),
                        box.publicAddress().getPort()),
                health));
        opened(WebListener.facingStaff(
                new ListenerSettings(
                        "staff",
                        box.staffAddress().getHostString(),
                        box.staffAddress().getPort()),
                health,
                metrics));
    }

    private static DatabaseSettings databaseSettings(SystemFile box) throws SystemFile.Unusable, IOException {
        Secret secret = box.databaseSecretFile().isPresent()
                ? new Secret(Files.readString(box.databaseSecretFile().get()).strip())
                : Secret.NONE;
        try {
            return new DatabaseSettings(box.databaseUrl(), box.databaseUser().orElse(""), secret);
        } catch (IllegalArgumentException e) {
            throw new SystemFile.Unusable("system.xml, <database>: " + e.getMessage(), e);
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private <T extends AutoCloseable> T opened(T service) {
        open.push(service);
        return service;
    }

    /** Closes in the reverse order of the start. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable service = open.pop();
            try {
                service.close();
            } catch (Exception e) { // the edge: one that will not close must not keep the others open
                LOG.warn("closing {}", service, e);
            }
        }
    }

    @Override
    public String toString() {
        return "FastAGI " + box.agiAddress() + ", public " + box.publicAddress() + ", staff " + box.staffAddress();
    }
}
