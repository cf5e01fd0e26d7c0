package org.infolinia.hotline.editing;

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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.infolinia.hotline.history.LineDifference;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.infolinia.hotline.simulation.ExpectationFiles;
import org.infolinia.hotline.xml.Finding;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.hotline.xml.OnTheBox;

/**
 * Checks an edited hotline.xml, then saves it as the coordinator's own editor would: in the one file that is watched.
 */
public final class HotlineEditing {

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

    public OnDisk onDisk() {
        try {
            byte[] bytes = HotlineFile.bytesOf(file);
            return new OnDisk(HotlineFile.sha256(bytes), HotlineFile.text(bytes));
        } catch (HotlineRefused unreadable) {
            return new OnDisk("", "");
        }
    }

    /** What is in force. */
    public HotlineEdition current() {
        return inForce.current();
    }

    /**
     * What the file says, which is in force or comes into force in a moment.
     *
     * @throws HotlineRefused when it may not come into force
     */
    public HotlineEdition saved() throws HotlineRefused {
        byte[] bytes = HotlineFile.bytesOf(file);
        HotlineEdition now = current();
        return HotlineFile.sha256(bytes).equals(now.sha256())
                ? now
                : HotlineFile.checked(NAME, bytes, box).edition();
    }

    /** Checks an edited text in full; nothing is saved. */
    public Verdict check(String typed) {
        String text = HotlineFile.text(typed.getBytes(StandardCharsets.UTF_8));
        HotlineFile.Checked checked;
        try {
            checked = HotlineFile.checked(NAME, text.getBytes(StandardCharsets.UTF_8), box);
            suitability.check(checked.edition().hotline());
        } catch (HotlineRefused refused) {
            return new Verdict(Optional.empty(), refused.findings(), List.of(), 0, LineDifference.NONE, false);
        }
        ExpectationFiles expectations = ExpectationFiles.beside(file.toAbsolutePath());
        boolean saveable = !onDisk().digest().equals(checked.edition().sha256());
        return new Verdict(
                Optional.of(checked.edition()),
                checked.warnings(),
                expectations.broken(checked.edition().hotline()),
                expectations.count(),
                LineDifference.between(current().text(), text),
                saveable);
    }

    /** All that is wrong in the file that is there; none where it is the one in force. */
    public List<Finding> refused(OnDisk there) {
        return there.digest().isEmpty() || there.digest().equals(current().sha256())
                ? List.of()
                : check(there.text()).findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .toList();
    }

    /**
     * Puts what was found sound in the place of the file that editing began from, with a line of the audit log before.
     *
     * @param digest what the file was when editing began
     * @param noting enters a line with this as its detail; nothing has changed when it throws
     * @return false when the file is another by now; nothing has changed then
     * @throws HotlineNotSaved when it cannot be written
     */
    public boolean save(Verdict verdict, String digest, Consumer<String> noting) throws HotlineNotSaved {
        HotlineEdition edition = verdict.edition().orElseThrow();
        AtomicBoolean noted = new AtomicBoolean();
        try {
            boolean saved = put(edition, digest, () -> {
                noting.accept(
                        "version " + edition.version() + " after " + current().version() + ": " + verdict.changes());
                noted.set(true);
            });
            if (!saved && noted.get()) {
                noting.accept("not done: version " + edition.version() + " would have taken back another change");
            }
            return saved;
        } catch (IOException e) {
            if (noted.get()) {
                noting.accept("not done: version " + edition.version() + " could not be written");
            }
            throw new HotlineNotSaved(folder(), user(), e);
        }
    }

    private Path folder() {
        Path place = file.toAbsolutePath();
        try {
            place = file.toRealPath();
        } catch (IOException notThere) {
            // Then it is written where it is looked for.
        }
        return Objects.requireNonNull(place.getParent(), "a file is in a folder");
    }

    /** A user without a name has a number here. */
    private static String user() {
        try {
            return Files.getOwner(Path.of("/proc/self")).getName();
        } catch (IOException unknown) {
            return System.getProperty("user.name");
        }
    }

    /** @param noted runs when all but the last step is done */
    private synchronized boolean put(HotlineEdition edition, String digest, Runnable noted) throws IOException {
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
            // The audit log may have taken its time.
            if (!onDisk().digest().equals(digest)) {
                return false;
            }
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
            // Then it is ours from now on.
        }
        will.setPermissions(was.permissions());
    }
}
