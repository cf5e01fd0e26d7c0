package org.infolinia.launcher;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.coordinator.AnnouncementPages;
import org.infolinia.agi.coordinator.CalendarPages;
import org.infolinia.agi.coordinator.HistoryPages;
import org.infolinia.agi.coordinator.HotlinePages;
import org.infolinia.agi.coordinator.TreePages;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.editing.HotlineEditing;
import org.infolinia.hotline.history.HotlineHistory;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.site.Templates;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;

/**
 * The wiring of the coordinator's pages.
 *
 * @param editing of the hotline.xml that is watched
 * @param trouble why the file that is there is not in force
 * @param library the announcements' recordings
 */
record Coordinator(
        HotlinesInForce inForce, HotlineEditing editing, Supplier<Optional<Texts>> trouble, PromptLibrary library) {

    /** @param database asked each time, since it may be away */
    List<Object> pages(Supplier<Database> database, AuditLog audit, Templates templates, Clock clock) {
        Supplier<Hotline> hotline = () -> inForce.current().hotline();
        Supplier<HotlineHistory> history = () -> new DatabaseHotlineHistory(database.get());
        return List.of(
                new TreePages(inForce::current, templates, clock),
                new HotlinePages(editing, history, trouble, audit, templates, clock),
                new HistoryPages(history, () -> hotline.get().hours().zone(), templates),
                new CalendarPages(hotline, templates, clock),
                new AnnouncementPages(hotline, library, audit, templates, clock));
    }
}
