package org.infolinia.launcher;

import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.infolinia.agi.ami.QueueReload;
import org.infolinia.agi.ami.TrunkHearer;
import org.infolinia.agi.announcements.Announcements;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.asterisk.AgiServer;
import org.infolinia.agi.asterisk.AgiSettings;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.callback.CallbackHandlers;
import org.infolinia.agi.ivr.IvrHandler;
import org.infolinia.agi.listening.ListeningHandler;
import org.infolinia.agi.number.NumberHandler;
import org.infolinia.agi.studio.PinGuard;
import org.infolinia.agi.studio.StudioHandler;
import org.infolinia.agi.trunk.TrunkStates;
import org.infolinia.agi.voice.EspeakVoice;
import org.infolinia.agi.voice.FfmpegDecoder;
import org.infolinia.agi.waiting.QueueEntryHandler;
import org.infolinia.desk.asterisk.AmiQueueControl;
import org.infolinia.desk.asterisk.FloorHearer;
import org.infolinia.desk.floor.Floor;
import org.infolinia.desk.floor.TalkKeeper;
import org.infolinia.desk.presence.QueueControl;
import org.infolinia.hotline.editing.HotlineEditing;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.infolinia.hotline.libphonenumber.NumberingPlans;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.hotline.recording.RecordingRules;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.delivery.DeliveryWatch;
import org.infolinia.reports.delivery.LedgerCompleteness;
import org.infolinia.reports.live.LiveLedger;
import org.infolinia.reports.pages.RecordingSite;
import org.infolinia.reports.recordings.RecordingFolder;
import org.infolinia.reports.recordings.RecordingWatch;
import org.infolinia.reports.recordings.Retention;
import org.infolinia.sidecar.Secret;
import org.infolinia.sidecar.ami.AmiAccount;
import org.infolinia.sidecar.ami.AmiFeed;
import org.infolinia.sidecar.ami.AmiHearer;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.site.StaffSite;
import org.infolinia.sidecar.store.AsteriskLines;
import org.infolinia.sidecar.store.DatabaseAccounts;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.infolinia.sidecar.store.DatabaseCallLedger;
import org.infolinia.sidecar.store.DatabaseCallbacks;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.infolinia.sidecar.store.DatabaseOngoingTalks;
import org.infolinia.sidecar.store.DatabaseRecordingBook;
import org.infolinia.sidecar.web.Degraded;
import org.infolinia.sidecar.web.Health;
import org.infolinia.sidecar.web.HealthCheck;
import org.infolinia.sidecar.web.ListenerSettings;
import org.infolinia.sidecar.web.Metrics;
import org.infolinia.sidecar.web.WebListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wiring of all services in one process. */
final class Services implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);

    private static final Duration MANAGER_PATIENCE = Duration.ofSeconds(5);

    /** A saved file counts after two looks that see the same: within a second, for whoever dials after saving. */
    private static final long LOOK_MILLIS = 400;

    private static final long TEND_MILLIS = 10_000;

    private static final long POST_SECONDS = 5;

    private static final long TIDY_SECONDS = 600;

    /** After so long a session that has ended has no line any more. */
    private static final long LINES_SECONDS = 1;

    private static final long LEDGER_SECONDS = 20;

    private static final long SCAN_SECONDS = 60;

    private final SystemFile box;
    /** Empty at first: calls are served before the database has been reached, and without it. */
    private final AtomicReference<@Nullable LateDatabase> database = new AtomicReference<>();

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
            HotlineEdition edition = HotlineFile.edition(box.hotline());
            HotlinesInForce inForce = new HotlinesInForce(edition);
            Announcements announcements = services.announcements(clock);
            PromptLibrary library = services.library(clock);
            AgiServer agi = services.agi(inForce, announcements, library, clock);
            LateDatabase database = services.opened(new LateDatabase(databaseSettings(box)));
            services.database.set(database);
            HotlineChange change = new HotlineChange(
                    inForce,
                    announcements,
                    new GeneratedFiles(box),
                    box.manager().map(Services::manager).map(QueueReload::new),
                    new HotlineJournal(database),
                    clock);
            HotlineWatch watch = services.watch(change);
            LiveLedger ledger = services.ledger(inForce, database, clock);
            RecordingWatch recordings = services.recordings(inForce, database, clock);
            TrunkStates trunks = services.trunks(clock);
            Optional<Delivery> delivery = services.delivery(inForce, database, ledger, clock);
            RecordingSite.Archive archive = services.archive(database, clock);
            Coordinator coordinator = services.coordinator(inForce, change, watch, library, clock);
            StaffPages pages = services.staffPages(inForce, database, coordinator, archive, clock);
            services.repeat("sessions", pages.tidying(), TIDY_SECONDS, TIDY_SECONDS);
            box.desk().map(StaffPages::lines).ifPresent(AsteriskLines::prepare);
            pages.lines().ifPresent(lines -> services.repeat("browser lines", lines::look, 0, LINES_SECONDS));
            services.web(agi, database, ledger, watch, change, recordings, trunks, delivery, pages.site(), clock);
            return services;
        } catch (HotlineRefused | SystemFile.Unusable | IOException | RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private Announcements announcements(Clock clock) {
        ExecutorService voices = Executors.newFixedThreadPool(2);
        open.push(voices::shutdownNow);
        return new Announcements(box.sounds(), new EspeakVoice(), OwnWords.all(), clock, voices);
    }

    private AgiServer agi(HotlinesInForce inForce, Announcements announcements, PromptLibrary library, Clock clock)
            throws IOException {
        Map<String, CallHandler> handlers = new HashMap<>();
        handlers.put("ivr", new IvrHandler(inForce, announcements::soundsOf, clock, box.development()));
        handlers.putAll(waiting(inForce, announcements, clock));
        box.studio()
                .ifPresent(studio -> handlers.put("studio", studio(studio, inForce, announcements, library, clock)));
        handlers.put("number", new NumberHandler(plans()));
        handlers.put(
                "listening",
                new ListeningHandler(
                        new DatabaseAccounts(this::database), new DatabaseAuditLog(this::database), clock));
        AgiSettings settings = new AgiSettings(
                box.agiAddress().getHostString(),
                box.agiAddress().getPort(),
                box.maxCalls(),
                AgiSettings.DEFAULT.patience(),
                AgiSettings.DEFAULT.maxWaiting());
        try {
            return opened(AgiServer.start(settings, handlers));
        } catch (IOException | UnresolvedAddressException e) {
            throw new IOException(
                    "FastAGI cannot listen on " + settings.host() + ":" + settings.port() + ": "
                            + PlainFaults.sentence(e),
                    e);
        }
    }

    private StudioHandler studio(
            SystemFile.Studio studio,
            HotlinesInForce inForce,
            Announcements announcements,
            PromptLibrary library,
            Clock clock) {
        StudioHandler handler = new StudioHandler(
                () -> inForce.current().hotline(),
                announcements::soundsOf,
                library,
                new PinGuard(studio.pinFile(), clock),
                studio.spool());
        handler.clearSpool();
        return handler;
    }

    /** The scripts for those who wait, and for those who leave a number instead. */
    private Map<String, CallHandler> waiting(HotlinesInForce inForce, Announcements announcements, Clock clock) {
        Map<String, CallHandler> handlers = new HashMap<>(new CallbackHandlers(
                        () -> inForce.current().hotline(),
                        announcements::soundsOf,
                        () -> new DatabaseCallbacks(database()),
                        plans(),
                        clock,
                        box.development())
                .byScript());
        handlers.put(
                "queue-entry",
                new QueueEntryHandler(
                        () -> inForce.current().hotline(),
                        announcements::soundsOf,
                        new KeptRecentCalls(() -> new DatabaseFinishedCalls(database()), clock),
                        clock,
                        box.development()));
        return handlers;
    }

    /** Which numbers the hotline dials. */
    private NumberingPlans plans() {
        Set<PhoneNumber> ours =
                box.trunks().stream().flatMap(trunk -> trunk.numbers().stream()).collect(Collectors.toSet());
        return new NumberingPlans(box.outbound().prefixes(), ours);
    }

    /** @throws DatabaseUnavailable when it is away */
    private Database database() {
        LateDatabase late = database.get();
        if (late == null) {
            throw new IllegalStateException("the services are still starting, there is no database yet");
        }
        return late.get();
    }

    private static AmiAccount manager(SystemFile.ManagerAccount account) {
        return new AmiAccount(account.address(), account.user(), account.secretFile(), MANAGER_PATIENCE);
    }

    private HotlineWatch watch(HotlineChange change) {
        change.enterCurrent();
        HotlineWatch watch = new HotlineWatch(box.hotline(), change);
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "hotline-watch"));
        open.push(thread::shutdownNow);
        thread.scheduleWithFixedDelay(guarded(watch::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(guarded(change::tend), 0, TEND_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** The edge: a fault in one look must not end all looking. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException fault) {
                LOG.error("fault in work that is done again and again; it goes on", fault);
            }
        };
    }

    private LiveLedger ledger(HotlinesInForce inForce, LateDatabase database, Clock clock) {
        LiveLedger ledger = opened(new LiveLedger(
                box.logs(),
                () -> ReportRules.of(inForce.current().hotline()),
                new DatabaseCallLedger(database::get),
                clock,
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "ledger"))));
        ledger.start();
        return ledger;
    }

    private RecordingWatch recordings(HotlinesInForce inForce, LateDatabase database, Clock clock) {
        Supplier<Optional<RecordingRules>> rules =
                () -> inForce.current().hotline().recording();
        RecordingFolder folder = new RecordingFolder(box.recordings(), clock);
        RecordingWatch watch =
                new RecordingWatch(rules, folder, () -> new DatabaseFinishedCalls(database.get()), clock);
        Retention retention = new Retention(folder, new DatabaseRecordingBook(database::get), clock);
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "recordings"));
        open.push(thread::shutdownNow);
        thread.scheduleWithFixedDelay(guarded(watch::look), 0, 1, TimeUnit.MINUTES);
        // At the start too: a box that is restarted each night would never come to it.
        thread.scheduleWithFixedDelay(
                guarded(() -> rules.get().ifPresent(terms -> {
                    try {
                        retention.deleteOlderThan(terms.retention());
                    } catch (IOException fault) {
                        LOG.error("recordings past their time cannot be deleted: {}", PlainFaults.sentence(fault));
                    }
                })),
                1,
                24 * 60,
                TimeUnit.MINUTES);
        return watch;
    }

    private TrunkStates trunks(Clock clock) {
        TrunkStates trunks = new TrunkStates(box.trunks(), clock);
        if (trunks.isAny() && box.manager().isEmpty()) {
            trunks.notListening("system.xml has no <manager>");
        } else if (trunks.isAny()) {
            listen("trunks", box.manager().orElseThrow(), TrunkHearer.EVENTS, new TrunkHearer(trunks));
        }
        return trunks;
    }

    private void listen(String name, SystemFile.ManagerAccount account, String events, AmiHearer hearer) {
        AmiFeed feed = opened(new AmiFeed(manager(account), events, hearer));
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, name));
        open.push(thread::shutdownNow);
        thread.scheduleWithFixedDelay(guarded(feed), 0, 1, TimeUnit.SECONDS);
    }

    /** What health and metrics ask about delivery. */
    private record Delivery(ReportPost post, DeliveryWatch watch) {}

    private Optional<Delivery> delivery(HotlinesInForce inForce, LateDatabase database, LiveLedger ledger, Clock clock)
            throws SystemFile.Unusable {
        if (box.reports().isEmpty()) {
            LOG.info("system.xml has no <reports>: no report is delivered by itself");
            return Optional.empty();
        }
        ReportPost post = new ReportPost(box, () -> inForce.current().hotline(), database::get, clock);
        DeliveryWatch watch = post.watch(new LedgerCompleteness(ledger::state, clock));
        // A thread each: making a report takes its time, and so does a mail server.
        // The ledger reads first, so that nobody is told of what is a matter of seconds.
        repeat("report-delivery", watch::look, LEDGER_SECONDS, POST_SECONDS);
        repeat("mail", post.sender()::send, 0, POST_SECONDS);
        return Optional.of(new Delivery(post, watch));
    }

    /** The recordings, whose index is kept as their folder is. */
    private RecordingSite.Archive archive(LateDatabase database, Clock clock) {
        RecordingSite.Archive archive = StaffPages.archive(box.recordings(), database::get, clock);
        repeat("the index of recordings", archive.scan()::look, 0, SCAN_SECONDS);
        return archive;
    }

    private PromptLibrary library(Clock clock) {
        return new PromptLibrary(box.sounds(), new EspeakVoice(), new FfmpegDecoder(), OwnWords.all(), clock);
    }

    private Coordinator coordinator(
            HotlinesInForce inForce, HotlineChange change, HotlineWatch watch, PromptLibrary library, Clock clock) {
        return new Coordinator(
                inForce,
                new HotlineEditing(box.hotline(), inForce, ThisBox.of(box, clock), change::suits),
                watch::trouble,
                library);
    }

    private StaffPages staffPages(
            HotlinesInForce inForce,
            LateDatabase database,
            Coordinator coordinator,
            RecordingSite.Archive recordings,
            Clock clock) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "desk"));
        open.push(thread::shutdownNow);
        QueueControl control = box.manager()
                .map(Services::manager)
                .<QueueControl>map(AmiQueueControl::new)
                .orElse(orders -> {
                    throw new IOException("system.xml has no <manager>");
                });
        StaffPages pages = StaffPages.of(
                database::get,
                box.staff().secondFactor(),
                () -> inForce.current().hotline(),
                coordinator,
                box.desk(),
                recordings,
                control,
                thread,
                clock);
        Floor floor = pages.live().floor();
        if (box.manager().isPresent()) {
            listen("floor", box.manager().get(), FloorHearer.EVENTS, new FloorHearer(floor, clock));
            repeat("ongoing talks", new TalkKeeper(floor, new DatabaseOngoingTalks(database::get))::look, 0, 1);
        } else {
            floor.silent("system.xml has no <manager>");
        }
        pages.live().looks().forEach(look -> thread.scheduleWithFixedDelay(guarded(look), 1, 1, TimeUnit.SECONDS));
        return pages;
    }

    private void repeat(String name, Runnable work, long firstAfterSeconds, long pauseSeconds) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(one -> new Thread(one, name));
        open.push(thread::shutdownNow);
        thread.scheduleWithFixedDelay(new Persevering(name, work), firstAfterSeconds, pauseSeconds, TimeUnit.SECONDS);
    }

    private void web(
            AgiServer agi,
            LateDatabase database,
            LiveLedger ledger,
            HotlineWatch watch,
            HotlineChange change,
            RecordingWatch recordings,
            TrunkStates trunks,
            Optional<Delivery> delivery,
            StaffSite site,
            Clock clock) {
        Metrics metrics = opened(new Metrics());
        metrics.registry()
                .gauge(
                        "infolinia.ledger.behind.seconds",
                        ledger,
                        one -> one.state().behind(clock.instant()).toSeconds());
        metrics.registry().gauge("infolinia.agi.calls", agi, AgiServer::callsInProgress);
        metrics.registry().gauge("infolinia.hotline.refused", watch, one -> one.isRefused() ? 1 : 0);
        metrics.registry().gauge("infolinia.recordings.on", recordings, one -> one.isOn() ? 1 : 0);
        metrics.registry().gauge("infolinia.recordings.share", recordings, RecordingWatch::share);
        Map<String, HealthCheck> checks = new HashMap<>(Map.<String, HealthCheck>of(
                "ivr",
                () -> {
                    if (!agi.isListening()) {
                        throw new IllegalStateException("the FastAGI server no longer listens");
                    }
                },
                "database",
                database::check,
                "ledger",
                new LedgerCheck(ledger::state, clock),
                "hotline.xml",
                watch::check,
                "queues",
                change::check,
                // With the last two, calls are served all the same.
                "recordings",
                () -> degradedBy(recordings.problem()),
                "trunks",
                () -> degradedBy(trunks.problem())));
        delivery.ifPresent(post -> watchOver(post, metrics, checks, clock));
        Health health = opened(new Health(checks, HEALTH_LIMIT));
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
                        box.staffAddress().getPort(),
                        box.staff().proxy()),
                health,
                metrics,
                site.application()));
    }

    private static void degradedBy(Optional<String> problem) throws Degraded {
        if (problem.isPresent()) {
            throw new Degraded(problem.get());
        }
    }

    private static void watchOver(Delivery delivery, Metrics metrics, Map<String, HealthCheck> checks, Clock clock) {
        MailCheck mail = new MailCheck(delivery.post().outbox(), clock);
        checks.put("mail", mail);
        checks.put("reports", () -> degradedBy(delivery.watch().problem()));
        metrics.registry().gauge("infolinia.mail.waiting", delivery.post().outbox(), outbox -> outbox.waiting());
        metrics.registry()
                .gauge("infolinia.mail.stuck", mail, one -> one.stuck().size());
        metrics.registry()
                .gauge(
                        "infolinia.reports.undelivered",
                        delivery.watch(),
                        one -> one.problems().size());
    }

    static DatabaseSettings databaseSettings(SystemFile box) throws SystemFile.Unusable, IOException {
        Secret secret = box.databaseSecretFile().isPresent()
                ? new Secret(Files.readString(box.databaseSecretFile().get()).strip())
                : Secret.NONE;
        try {
            return new DatabaseSettings(box.databaseUrl(), box.databaseUser().orElse(""), secret);
        } catch (IllegalArgumentException e) {
            throw new SystemFile.Unusable("system.xml, <database>: " + e.getMessage(), e);
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
