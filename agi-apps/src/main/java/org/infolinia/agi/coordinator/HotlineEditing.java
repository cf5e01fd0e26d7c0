package org.infolinia.agi.coordinator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.history.LineDifference;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.infolinia.hotline.simulation.ExpectationFiles;
import org.infolinia.hotline.simulation.Unmet;
import org.infolinia.hotline.xml.Finding;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.hotline.xml.OnTheBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks an edited hotline.xml, then saves it as the coordinator's own editor would: in the one file that is watched.
 */
public final class HotlineEditing {

    private static final Logger LOG = LoggerFactory.getLogger(HotlineEditing.class);

    /** What findings call the text. */
    private static final String NAME = "hotline.xml";

    private final Path file;
    private final HotlinesInForce inForce;
    private final OnTheBox box;
    private final Suitability suitability;

    /** @param file hotline.xml, which is watched */
    public HotlineEditing(Path file, HotlinesInForce inForce, OnTheBox box, Suitability suitability) {
        this.file = file;
        this.inForce = inForce;
        this.box = box;
        this.suitability = suitability;
    }

    /**
     * The file as it is, in force or not.
     *
     * @param digest of its bytes, by which a later change is noticed; empty where it cannot be read
     * @param text   what stands in it, as well as it can be read
     */
    public record OnDisk(String digest, String text) {}

    OnDisk onDisk() {
        try {
            byte[] bytes = HotlineFile.bytesOf(file);
            return new OnDisk(HotlineFile.sha256(bytes), HotlineFile.text(bytes));
        } catch (HotlineRefused unreadable) {
            LOG.debug("{} cannot be read", file, unreadable);
            return new OnDisk("", "");
        }
    }

    HotlineEdition current() {
        return inForce.current();
    }

    Verdict check(String typed) {
        String text = HotlineFile.text(typed.getBytes(StandardCharsets.UTF_8));
        HotlineFile.Checked checked;
        try {
            checked = HotlineFile.checked(NAME, text.getBytes(StandardCharsets.UTF_8), box);
            suitability.check(checked.edition().hotline());
        } catch (HotlineRefused refused) {
            return new Verdict(Optional.empty(), refused.findings(), List.of(), 0, LineDifference.NONE, false);
        }
        List<Unmet> unmet = List.of();
        int count = 0;
        try {
            ExpectationFiles expectations = ExpectationFiles.beside(file.toAbsolutePath());
            count = expectations.count();
            unmet = expectations.broken(checked.edition().hotline());
        } catch (IOException e) {
            unmet = List.of(new Unmet(Path.of("tests"), 0, Remark.IN_ENGLISH.of(String.valueOf(e.getMessage()))));
        }
        boolean saveable = !onDisk().digest().equals(checked.edition().sha256());
        return new Verdict(
                Optional.of(checked.edition()),
                checked.warnings(),
                unmet,
                count,
                LineDifference.between(current().text(), text),
                saveable);
    }

    /** All that is wrong in the file that is there; none where it is the one in force. */
    List<Finding> refused(OnDisk there) {
        return there.digest().isEmpty() || there.digest().equals(current().sha256())
                ? List.of()
                : check(there.text()).findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .toList();
    }

    /**
     * Puts the edition in the place of the file that editing began from.
     *
     * @param digest what the file was when editing began
     * @param noted  runs when all but the last step is done; nothing has changed when it throws
     * @return false when it is another by now; nothing has changed then
     * @throws IOException when it cannot be written
     */
    synchronized boolean save(HotlineEdition edition, String digest, Runnable noted) throws IOException {
        if (!onDisk().digest().equals(digest)) {
            return false;
        }
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = place.getParent();
        Path part = Files.createTempFile(folder, "." + place.getFileName(), ".new");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(edition.text().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (Files.exists(place)) {
                handOver(place, part);
            }
            noted.run();
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return true;
    }

    /** Whoever could edit the file by hand still can. */
    private static void handOver(Path from, Path to) throws IOException {
        PosixFileAttributes was = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributeView will = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        try {
            will.setGroup(was.group());
            will.setOwner(was.owner());
        } catch (IOException notRoot) {
            LOG.debug("{} is ours now, not of {}", from, was.owner(), notRoot);
        }
        will.setPermissions(was.permissions());
    }
}
