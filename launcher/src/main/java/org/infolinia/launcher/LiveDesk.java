package org.infolinia.launcher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.infolinia.desk.DeskPage;
import org.infolinia.desk.callback.CallbackPages;
import org.infolinia.desk.cases.CallCasePages;
import org.infolinia.desk.cases.CaseListPage;
import org.infolinia.desk.cases.CaseLists;
import org.infolinia.desk.cases.CasePages;
import org.infolinia.desk.dictionary.DictionaryPages;
import org.infolinia.desk.floor.Floor;
import org.infolinia.desk.floor.FloorPages;
import org.infolinia.desk.floor.LeadView;
import org.infolinia.desk.live.LiveAnswers;
import org.infolinia.desk.presence.CallerHistory;
import org.infolinia.desk.presence.MembershipKeeper;
import org.infolinia.desk.presence.OwedOutcome;
import org.infolinia.desk.presence.OwnView;
import org.infolinia.desk.presence.Presence;
import org.infolinia.desk.presence.PresenceKeeper;
import org.infolinia.desk.presence.PresencePages;
import org.infolinia.desk.presence.QueueControl;
import org.infolinia.desk.presence.SigningOthersOut;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.cases.Cases;
import org.infolinia.hotline.dictionary.Dictionaries;
import org.infolinia.hotline.dictionary.DictionaryKind;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseBusy;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.infolinia.sidecar.store.DatabaseCallbacks;
import org.infolinia.sidecar.store.DatabaseCases;
import org.infolinia.sidecar.store.DatabaseDictionaries;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;

/**
 * The wiring of what is live on the desk.
 *
 * @param floor    to be told what Asterisk says
 * @param presence to be told whose page is gone
 * @param looks    what is to be run each second
 * @param pages    for the staff's site
 */
record LiveDesk(Floor floor, Presence presence, List<Runnable> looks, List<Object> pages) {

    /**
     * @param database asked each time, since it may be away
     * @param hotline  the one in force
     * @param accounts of all who sign in
     * @param thread   of its own: answers pages, speaks for consultants
     */
    static LiveDesk of(
            QueueControl control,
            Supplier<Database> database,
            Accounts accounts,
            Supplier<Hotline> hotline,
            Templates templates,
            ScheduledExecutorService thread,
            Clock clock) {
        Floor floor = new Floor(clock);
        LiveAnswers live = new LiveAnswers(() -> floor.view().version(), thread);
        Presence presence = new Presence(floor, control, hotline);
        Cases cases = new DatabaseCases(database);
        OwedOutcome owed = new OwedOutcome(() -> hotline.get().presence(), new KnownOutcomes(cases, clock));
        PresenceKeeper keeper =
                new PresenceKeeper(floor, control, () -> hotline.get().presence(), owed, clock);
        MembershipKeeper memberships = new MembershipKeeper(floor, control, hotline, clock);
        Dictionaries dictionaries = new DatabaseDictionaries(database);
        CaseLists lists = new CaseLists(dictionaries, accounts);
        AtomicBoolean looking = new AtomicBoolean();
        floor.watch(() -> {
            live.changed();
            if (looking.compareAndSet(false, true)) {
                thread.execute(() -> {
                    looking.set(false);
                    keeper.look();
                });
            }
        });
        return new LiveDesk(
                floor,
                presence,
                List.of(keeper::look, memberships::look),
                List.of(
                        new DeskPage(accounts, dictionaries, lists, hotline, templates),
                        new FloorPages(
                                new LeadView(
                                        floor,
                                        hotline,
                                        new Names(accounts, clock),
                                        new TodaysFigures(
                                                () -> new DatabaseFinishedCalls(database.get()), hotline, clock),
                                        clock),
                                live,
                                dictionaries,
                                templates),
                        new PresencePages(
                                presence,
                                keeper,
                                new OwnView(floor, hotline, keeper::keeps, clock),
                                new CallerHistory(floor, () -> new DatabaseFinishedCalls(database.get()), hotline),
                                live,
                                reason -> dictionaries.all(DictionaryKind.BREAK).stream()
                                        .anyMatch(entry -> entry.code().equals(reason) && !entry.retired()),
                                name -> Optional.ofNullable(
                                                floor.view().consultants().get(name))
                                        .filter(keeper::keeps)
                                        .isPresent()),
                        new CallbackPages(() -> new DatabaseCallbacks(database.get()), hotline, clock),
                        new CasePages(cases, lists, templates, hotline, floor::otherNews, clock),
                        new CaseListPage(cases, lists, templates, hotline, clock),
                        new CallCasePages(cases, floor, hotline, floor::otherNews, clock),
                        new SigningOthersOut(presence, new DatabaseAuditLog(database), clock),
                        new DictionaryPages(dictionaries, templates, clock)));
    }

    /** The names of those who may take calls; read so often, and kept while the database is away. */
    private static final class Names implements Supplier<LeadView.Team> {

        private static final Duration FRESH = Duration.ofSeconds(10);

        private final Accounts accounts;
        private final Clock clock;
        private LeadView.Team known = new LeadView.Team(Map.of(), Map.of());
        private Instant read = Instant.EPOCH;

        Names(Accounts accounts, Clock clock) {
            this.accounts = accounts;
            this.clock = clock;
        }

        @Override
        public synchronized LeadView.Team get() {
            if (read.plus(FRESH).isBefore(clock.instant())) {
                try {
                    List<Account> all = accounts.all();
                    known = new LeadView.Team(named(all, Role.CONSULTANT), named(all, Role.LEAD));
                } catch (DatabaseUnavailable | DatabaseBusy away) {
                    // Health tells of it; the floor is Asterisk's to show.
                }
                read = clock.instant();
            }
            return known;
        }

        private static Map<String, String> named(List<Account> all, Role role) {
            Map<String, String> names = new LinkedHashMap<>();
            all.stream()
                    .filter(one -> one.role() == role && !one.disabled())
                    .forEach(one -> names.put(one.login().value(), one.name()));
            return names;
        }
    }
}
