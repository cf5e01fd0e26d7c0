package org.infolinia.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.xml.Finding;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.sidecar.web.Degraded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether somebody has saved another hotline.xml; a good one comes into force, a wrong one stays out. */
final class HotlineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HotlineWatch.class);

    /** Lines in the log for one wrong file; {@code ivr check} has them all. */
    private static final int MOST_TOLD = 10;

    private final Path file;
    private final HotlineChange change;

    /** What the last look saw; nothing is read before two looks have seen the same, so that a save can end. */
    private Stamp seen = Stamp.NONE;

    /** What was dealt with. */
    private @Nullable Stamp settled;

    private List<Finding> told = List.of();
    private volatile Optional<Texts> trouble = Optional.empty();

    /** What tells one save from another without reading; an editor that puts a new file in place has a new key. */
    private record Stamp(FileTime changed, long size, Optional<Object> key) {

        static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, Optional.empty());

        static Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.lastModifiedTime(), now.size(), Optional.ofNullable(now.fileKey()));
            } catch (IOException gone) {
                // Missing, or hidden by rights: reading it will tell which, in the coordinator's words.
                return NONE;
            }
        }
    }

    HotlineWatch(Path file, HotlineChange change) {
        this.file = file;
        this.change = change;
    }

    /** Looks once; to be called some times a second, by one thread. */
    void look() {
        Stamp now = Stamp.of(file);
        if (!now.equals(seen)) {
            seen = now;
        } else if (!now.equals(settled)) {
            // Before the reading: what is saved meanwhile differs, and is read at the next look.
            settled = now;
            read();
        }
    }

    /** @throws Degraded while the file that is there is not the one in force */
    void check() throws Degraded {
        if (trouble.isPresent()) {
            throw new Degraded(Remark.inEnglish(trouble.get()));
        }
    }

    /** What keeps the file that is there out of force, in one sentence; empty where nothing does. */
    Optional<Texts> trouble() {
        return trouble;
    }

    /** Whether the file that is there stays out of force. */
    boolean isRefused() {
        return trouble.isPresent();
    }

    private void read() {
        try {
            HotlineEdition edition = HotlineFile.edition(file);
            boolean mended = trouble.isPresent();
            String before = change.versionInForce();
            boolean other = !change.isInForce(edition);
            int spoken = other ? change.bringInForce(edition) : 0;
            told = List.of();
            // Before it is told, so that whoever reads the log finds health of the same mind.
            trouble = Optional.empty();
            if (other) {
                LOG.info(
                        "hotline.xml version {} is in force, after {}; {} announcements spoken anew",
                        edition.version(),
                        before,
                        spoken);
            }
            if (mended) {
                LOG.info("{} is mended: version {} is the one in force", file, edition.version());
            }
        } catch (HotlineRefused refused) {
            refuse(refused.findings());
        } catch (IOException e) {
            Texts words = Remark.CANNOT_COME.of(file, PlainFaults.words(e));
            if (!trouble.equals(Optional.of(words))) {
                LOG.error("{}; trying again", Remark.inEnglish(words));
            }
            trouble = Optional.of(words);
            settled = null;
        }
    }

    private void refuse(List<Finding> findings) {
        Texts first = findings.get(0).placed();
        trouble = Optional.of(
                findings.size() == 1
                        ? Remark.STAYS_OUT.of(first, change.versionInForce())
                        : Remark.STAYS_OUT_FOR_MORE.of(first, change.versionInForce(), findings.size() - 1));
        String stays = "version " + change.versionInForce() + " stays in force";
        // Saved again with the same faults: nothing new to say.
        if (!findings.equals(told)) {
            LOG.error("{} is refused, {}: {} to mend", file, stays, findings.size());
            findings.stream().limit(MOST_TOLD).forEach(finding -> LOG.error("{}", finding));
            told = findings;
        }
    }
}
