package org.infolinia.launcher;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.ami.QueueReload;
import org.infolinia.agi.announcements.Announcements;
import org.infolinia.agi.announcements.Preparation;
import org.infolinia.agi.rendering.AsteriskFiles;
import org.infolinia.agi.rendering.UnfitForAsterisk;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.infolinia.hotline.xml.Finding;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.sidecar.web.Degraded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an edition of hotline.xml into force: its sounds first, then Asterisk's files, then for the next call. */
final class HotlineChange {

    private static final Logger LOG = LoggerFactory.getLogger(HotlineChange.class);

    private final HotlinesInForce inForce;
    private final Announcements announcements;
    private final GeneratedFiles files;
    private final Optional<QueueReload> reload;
    private final HotlineJournal journal;
    private final Clock clock;

    private boolean queuesUntold;
    private volatile Optional<String> trouble = Optional.empty();

    /** @param reload absent where system.xml names no manager account */
    HotlineChange(
            HotlinesInForce inForce,
            Announcements announcements,
            GeneratedFiles files,
            Optional<QueueReload> reload,
            HotlineJournal journal,
            Clock clock) {
        this.inForce = inForce;
        this.announcements = announcements;
        this.files = files;
        this.reload = reload;
        this.journal = journal;
        this.clock = clock;
    }

    boolean isInForce(HotlineEdition edition) {
        return inForce.current().sha256().equals(edition.sha256());
    }

    String versionInForce() {
        return inForce.current().version();
    }

    /** @throws HotlineRefused when Asterisk could not be told what it says */
    void suits(Hotline hotline) throws HotlineRefused {
        rendered(hotline);
    }

    /**
     * Returns when the next call hears it.
     *
     * @return how many announcements were spoken anew
     * @throws HotlineRefused when Asterisk could not be told what it says
     * @throws IOException    when Asterisk's files cannot be written; trying again may help
     */
    int bringInForce(HotlineEdition edition) throws HotlineRefused, IOException {
        AsteriskFiles rendered = rendered(edition.hotline());
        Preparation spoken = announcements.prepare(edition.hotline());
        spoken.problems().forEach(problem -> LOG.error("{}", problem));
        write(rendered);
        inForce.bringInForce(edition);
        enter(edition);
        return spoken.made();
    }

    /** Enters the edition in force in the history; for the first one, which nobody brought. */
    void enterCurrent() {
        LOG.info("hotline.xml version {} is in force", versionInForce());
        enter(inForce.current());
    }

    /**
     * Sees to it that Asterisk's files are there and say what is in force, in a new year too, and makes up for what
     * could not be told before. To be called some times a minute, by the thread that brings in.
     */
    void tend() {
        try {
            write(files.of(inForce.current().hotline(), clock.instant()));
        } catch (IOException e) {
            troubled("Asterisk's files cannot be written: " + PlainFaults.sentence(e));
        }
        journal.enter();
    }

    /** @throws Degraded while Asterisk has not taken what is in force */
    void check() throws Degraded {
        if (trouble.isPresent()) {
            throw new Degraded(trouble.get());
        }
    }

    private AsteriskFiles rendered(Hotline hotline) throws HotlineRefused {
        try {
            return files.of(hotline, clock.instant());
        } catch (UnfitForAsterisk e) {
            throw refused(e.words());
        } catch (IllegalArgumentException e) {
            throw refused(Remark.EXCHANGE.of(String.valueOf(e.getMessage())));
        }
    }

    private static HotlineRefused refused(Texts words) {
        return new HotlineRefused(List.of(new Finding("hotline.xml", 0, 0, words)));
    }

    /** The queues first: a call that hears the new tree is to find them. */
    private void write(AsteriskFiles rendered) throws IOException {
        queuesUntold |= files.writeQueues(rendered);
        if (queuesUntold) {
            tellQueues();
        }
        files.write(rendered);
        if (!queuesUntold) {
            trouble = Optional.empty();
        }
    }

    private void tellQueues() {
        if (reload.isEmpty()) {
            LOG.warn("the queues have changed, and system.xml names no <manager>:"
                    + " tell Asterisk by: asterisk -rx \"queue reload parameters\"");
            queuesUntold = false;
            return;
        }
        try {
            reload.get().send();
            queuesUntold = false;
        } catch (IOException | IllegalArgumentException e) {
            troubled("Asterisk has not taken the changed queues: " + e.getMessage() + "; trying again");
        }
    }

    /** Said in the log once; monitoring reads it as long as it lasts. */
    private void troubled(String sentence) {
        if (!trouble.equals(Optional.of(sentence))) {
            LOG.error("{}", sentence);
        }
        trouble = Optional.of(sentence);
    }

    private void enter(HotlineEdition edition) {
        journal.inForce(new HotlineVersion(edition.sha256(), clock.instant()), edition.text());
    }
}
