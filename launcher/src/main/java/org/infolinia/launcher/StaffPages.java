package org.infolinia.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.infolinia.desk.AuditPages;
import org.infolinia.desk.HomePage;
import org.infolinia.desk.line.LineKeeper;
import org.infolinia.desk.line.LinePages;
import org.infolinia.desk.people.PeoplePages;
import org.infolinia.desk.people.SkillPages;
import org.infolinia.desk.presence.QueueControl;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.hotline.people.Role;
import org.infolinia.hotline.people.Sessions;
import org.infolinia.reports.lame.LameEncoder;
import org.infolinia.reports.pages.RecordingSite;
import org.infolinia.reports.recordings.RecordingFolder;
import org.infolinia.reports.recordings.RecordingScan;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.signin.OpenSessions;
import org.infolinia.sidecar.signin.Passwords;
import org.infolinia.sidecar.signin.SecondFactor;
import org.infolinia.sidecar.signin.SignIn;
import org.infolinia.sidecar.site.StaffSite;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.site.Words;
import org.infolinia.sidecar.store.AsteriskLines;
import org.infolinia.sidecar.store.DatabaseAccounts;
import org.infolinia.sidecar.store.DatabaseAuditLog;
import org.infolinia.sidecar.store.DatabaseFailedSignIns;
import org.infolinia.sidecar.store.DatabaseRecordingBook;
import org.infolinia.sidecar.store.DatabaseRecordingIndex;
import org.infolinia.sidecar.store.DatabaseSecondFactors;
import org.infolinia.sidecar.store.DatabaseSessions;

/**
 * The wiring of the staff's site.
 *
 * @param tidying to be done now and then
 * @param live    what is to be told of Asterisk
 * @param site    all pages
 * @param lines   whose {@link LineKeeper#look} is to be called all the time
 */
record StaffPages(Runnable tidying, LiveDesk live, StaffSite site, Optional<LineKeeper> lines) {

    /**
     * @param database asked each time, since it may be away
     * @param required of whom a second factor is required
     * @param hotline  the one in force
     * @param coordinator what the coordinator's pages are about
     * @param desk     the telephone in browsers
     * @param recordings where they are kept
     * @param thread   for what is live
     */
    static StaffPages of(
            Supplier<Database> database,
            Set<Role> required,
            Supplier<Hotline> hotline,
            Coordinator coordinator,
            Optional<SystemFile.Desk> desk,
            RecordingSite.Archive recordings,
            QueueControl control,
            ScheduledExecutorService thread,
            Clock clock) {
        Accounts accounts = new DatabaseAccounts(database);
        AuditLog audit = new DatabaseAuditLog(database);
        Passwords passwords = new Passwords();
        SecondFactor secondFactor = new SecondFactor(new DatabaseSecondFactors(database), clock);
        Sessions kept = new DatabaseSessions(database);
        OpenSessions sessions = new OpenSessions(kept, audit, clock);
        SignIn signIn =
                new SignIn(accounts, kept, new DatabaseFailedSignIns(database), audit, passwords, secondFactor, clock);
        Templates templates = new Templates(
                new Words(List.of(
                        "/org/infolinia/sidecar/site",
                        "/org/infolinia/desk",
                        "/org/infolinia/reports/pages",
                        "/org/infolinia/agi/coordinator")),
                desk.isPresent());
        LiveDesk live = LiveDesk.of(control, database, accounts, hotline, templates, thread, clock);
        String webSocket = desk.map(SystemFile.Desk::webSocket).orElse("");
        Optional<LineKeeper> lines =
                desk.map(StaffPages::lines).map(file -> new LineKeeper(file, kept, live.presence()::pageIsGone, clock));
        StaffSite site = new StaffSite(
                        new StaffSite.Entrance(accounts, signIn, sessions, passwords, secondFactor, required),
                        templates,
                        webSocket,
                        clock)
                .add(new HomePage(templates))
                .add(new PeoplePages(accounts, passwords, secondFactor, coordinator.editing(), templates, clock))
                .add(new SkillPages(coordinator.editing(), accounts, audit, templates, clock))
                .add(new AuditPages(
                        audit, templates, () -> hotline.get().hours().zone()))
                .add(new LinePages(lines, webSocket));
        live.pages().forEach(site::add);
        RecordingSite.resources(recordings, hotline, accounts, new LameEncoder(), templates, clock)
                .forEach(site::add);
        coordinator.pages(database, audit, templates, clock).forEach(site::add);
        Runnable tidying = () -> {
            sessions.tidy();
            signIn.tidy();
        };
        return new StaffPages(tidying, live, site, lines);
    }

    /** @param database asked each time, since it may be away */
    static RecordingSite.Archive archive(Path recordings, Supplier<Database> database, Clock clock) {
        RecordingFolder folder = new RecordingFolder(recordings, clock);
        DatabaseRecordingIndex index = new DatabaseRecordingIndex(database);
        return new RecordingSite.Archive(
                folder, index, new RecordingScan(folder, index, clock), new DatabaseRecordingBook(database));
    }

    static AsteriskLines lines(SystemFile.Desk desk) {
        return new AsteriskLines(desk.lines(), desk.codecs());
    }
}
