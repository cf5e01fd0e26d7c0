package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that Asterisk's user may read, whole or not there at all.
 *
 * <p>Announcements are said to whoever calls, so the whole machine may read them; our own umask is made for recordings of
 * conversations.
 */
final class PublicFiles {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");

    private PublicFiles() {}

    /** Makes the folder with all above it that are missing. */
    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            folder(above);
        }
        try {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, FOLDER);
        } catch (FileAlreadyExistsException byAnother) {
            folder(folder.toRealPath());
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Path part = partOf(to);
        try {
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            settle(part, to);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static void write(String text, Path to) throws IOException {
        Path part = partOf(to);
        try {
            Files.writeString(part, text);
            settle(part, to);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Moves a file that is complete into its place; both on one file system. */
    static void settle(Path part, Path to) throws IOException {
        Files.setPosixFilePermissions(part, FILE);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path partOf(Path file) {
        return file.resolveSibling(nameOfPart(file));
    }

    /** Hidden and of this process, so that neither Asterisk nor another program of ours takes it for a sound. */
    static String nameOfPart(Path file) {
        return "." + ProcessHandle.current().pid() + "."
                + Thread.currentThread().getId() + "." + file.getFileName();
    }
}
