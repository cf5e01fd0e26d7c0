package org.infolinia.reports.recordings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.recording.RecordingBook;
import org.jspecify.annotations.Nullable;

/**
 * Hands out recordings with a manifest: into a folder, or a zip file.
 *
 * <p>All is made beside its final place and moved there when it is whole, so that nothing half remains.
 */
public final class Export {

    private static final String MANIFEST = "manifest.csv";
    private static final Duration LONGEST_CALL = Duration.ofHours(12);

    private final RecordingFolder folder;
    private final FinishedCalls calls;
    private final Handout handout;
    private final ZoneId zone;
    private final String who;

    /**
     * @param zone of the manifest's times
     * @param who  user of the operating system
     */
    public Export(
            RecordingFolder folder, FinishedCalls calls, RecordingBook book, Clock clock, ZoneId zone, String who) {
        this.folder = folder;
        this.calls = calls;
        this.handout = new Handout(book, clock);
        this.zone = zone;
        this.who = who;
    }

    /** Is told after each recording how many are done. */
    @FunctionalInterface
    public interface Progress {
        void done(Tally soFar);
    }

    /**
     * What an export came to.
     *
     * @param exported     recordings handed out
     * @param notExported  that could not be: broken, empty, or still being written
     * @param missing      conversations without a recording
     */
    public record Tally(long exported, long notExported, long missing) {
        Tally withExported() {
            return new Tally(exported + 1, notExported, missing);
        }

        Tally withNotExported() {
            return new Tally(exported, notExported + 1, missing);
        }

        Tally withMissing() {
            return new Tally(exported, notExported, missing + 1);
        }
    }

    /**
     * Exports.
     *
     * @param target  folder or zip file that is not there yet
     * @param zip     whether it is to be a zip file
     * @param encoder for another format than wav
     * @throws IOException when the target is there or cannot be written; nothing of it remains
     */
    public Tally write(Selection selection, Path target, boolean zip, Optional<SoundEncoder> encoder, Progress progress)
            throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target + " is there already: name another --out");
        }
        Path parent = target.toAbsolutePath().getParent();
        Path making = Files.createTempDirectory(parent, ".recordings-unfinished");
        // Ctrl-C too leaves nothing half behind.
        Thread onExit = new Thread(() -> removeQuietly(making));
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            Files.createDirectory(making.resolve("files"));
            Tally tally = new Run(selection, making, zip, encoder, progress).make();
            Files.move(
                    zip ? making.resolve("all.zip") : making.resolve("files"), target, StandardCopyOption.ATOMIC_MOVE);
            return tally;
        } finally {
            Runtime.getRuntime().removeShutdownHook(onExit);
            remove(making);
        }
    }

    /** One export on its way. */
    private final class Run {
        private final Selection selection;
        private final Path files;
        private final Path making;
        private final boolean zip;
        private final Optional<SoundEncoder> encoder;
        private final Progress progress;
        private final Set<String> legs = new HashSet<>();
        private Tally tally = new Tally(0, 0, 0);

        Run(Selection selection, Path making, boolean zip, Optional<SoundEncoder> encoder, Progress progress) {
            this.selection = selection;
            this.making = making;
            this.files = making.resolve("files");
            this.zip = zip;
            this.encoder = encoder;
            this.progress = progress;
        }

        Tally make() throws IOException {
            if (!zip) {
                everything(Optional.empty());
                return tally;
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(making.resolve("all.zip")))) {
                everything(Optional.of(out));
                enter(out, files.resolve(MANIFEST));
            }
            return tally;
        }

        private void everything(Optional<ZipOutputStream> out) throws IOException {
            try (Manifest manifest = Manifest.open(files.resolve(MANIFEST), zone)) {
                folder.between(selection.from(), selection.to(), recording -> {
                    legs.add(recording.name().legId());
                    if (selection.takes(
                            recording.name().queue(), recording.name().consultant())) {
                        one(recording, manifest, out);
                        progress.done(tally);
                    }
                });
                legs.addAll(folder.declinedLegs());
                missing(manifest);
            }
        }

        private void one(Recording recording, Manifest manifest, Optional<ZipOutputStream> out) throws IOException {
            String state = recording.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            if (!recording.hasSound()) {
                tally = tally.withNotExported();
                manifest.recording("", state, recording, "");
                return;
            }
            Path made;
            try {
                made = handout.give(recording, who, "export", files, encoder);
            } catch (Handout.NotEncoded fault) {
                tally = tally.withNotExported();
                manifest.recording("", String.valueOf(fault.getMessage()), recording, "");
                return;
            }
            tally = tally.withExported();
            manifest.recording(made.getFileName().toString(), state, recording, Digest.of(made));
            if (out.isPresent()) {
                enter(out.get(), made);
                Files.delete(made);
            }
        }

        private void missing(Manifest manifest) throws IOException {
            IOException[] fault = new IOException[1];
            calls.arrivedBetween(selection.from().minus(LONGEST_CALL), selection.to(), call -> {
                for (Conversation one : call.conversations()) {
                    boolean asked = !one.began().isBefore(selection.from())
                            && one.began().isBefore(selection.to())
                            && selection.takes(
                                    one.queue().map(queue -> queue.value()).orElse("NONE"), one.consultant());
                    if (asked && !legs.contains(RecordedShare.leg(one)) && fault[0] == null) {
                        try {
                            manifest.missing(call.linkedId(), one);
                            tally = tally.withMissing();
                        } catch (IOException full) {
                            fault[0] = full;
                        }
                    }
                }
            });
            if (fault[0] != null) {
                throw fault[0];
            }
        }
    }

    private static void enter(ZipOutputStream zip, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private static void removeQuietly(Path folder) {
        try {
            remove(folder);
        } catch (IOException atTheEnd) {
            System.err.println(folder + " could not be removed: " + atTheEnd.getMessage());
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
