package org.infolinia.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.infolinia.agi.rendering.TrunkFiles;
import org.infolinia.agi.trunk.Registration;

/** Asterisk's files of the box's trunks. */
final class GeneratedTrunks {

    /** Ours to write, Asterisk's group to read, nobody else's: one of the files holds the operators' passwords. */
    private static final String PERMISSIONS = "rw-r-----";

    private final SystemFile box;

    GeneratedTrunks(SystemFile box) {
        this.box = box;
    }

    /**
     * Reads the passwords, writes the files.
     *
     * @throws IllegalArgumentException when a password is none that Asterisk's file can hold
     * @throws UncheckedIOException     when a secretFile cannot be read
     * @throws IOException              when a file cannot be written
     */
    void write() throws IOException {
        TrunkFiles files = TrunkFiles.of(box.trunks(), box.outbound(), GeneratedTrunks::password);
        Files.createDirectories(box.generated());
        write("outbound.conf", files.outbound());
        write("pjsip-trunks.conf", files.pjsip());
    }

    private void write(String name, String text) throws IOException {
        Path written = box.generated().resolve(name + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS)));
        // Asterisk runs as another user; its group is that of the folder.
        Files.getFileAttributeView(written, PosixFileAttributeView.class)
                .setGroup(Files.getFileAttributeView(
                                box.generated(), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes()
                        .group());
        Files.writeString(written, text);
        // Asterisk may reload at any moment: it finds the old file or the new one, never half of one.
        Files.move(
                written,
                box.generated().resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static String password(Registration account) {
        try {
            // One line; what an editor leaves at its end is no part of a password.
            return Files.readString(account.secretFile(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "system.xml, the secretFile of user \"" + account.user() + "\" with the operator's password", e);
        }
    }
}
