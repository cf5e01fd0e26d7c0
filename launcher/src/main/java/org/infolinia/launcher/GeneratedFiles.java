package org.infolinia.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.infolinia.agi.rendering.AsteriskFiles;
import org.infolinia.agi.rendering.DialplanSettings;
import org.infolinia.hotline.Hotline;

/** Asterisk's generated files on this box. */
final class GeneratedFiles {

    /** How far ahead the closed days of the last resort reach. */
    private static final int YEARS = 3;

    private final SystemFile box;

    GeneratedFiles(SystemFile box) {
        this.box = box;
    }

    /**
     * What they have to say.
     *
     * @param now decides in which year their closed days begin
     * @throws IllegalArgumentException when box and hotline together make no dialplan
     */
    AsteriskFiles of(Hotline hotline, Instant now) {
        return AsteriskFiles.of(
                hotline,
                new DialplanSettings(
                        box.agiAddress().getHostString() + ":"
                                + box.agiAddress().getPort(),
                        box.recordings(),
                        box.development(),
                        now.atZone(hotline.hours().zone()).getYear(),
                        YEARS));
    }

    /** Writes those that say something else, or are not there. */
    void write(AsteriskFiles files) throws IOException {
        writeQueues(files);
        write("extensions.conf", files.extensions());
        write("hotline.conf", files.live());
    }

    /** Whether the queues had to be written; Asterisk reads them when it is told to. */
    boolean writeQueues(AsteriskFiles files) throws IOException {
        return write("queues.conf", files.queues());
    }

    private boolean write(String name, String text) throws IOException {
        Path file = box.generated().resolve(name);
        if (text.equals(readIfThere(file))) {
            return false;
        }
        Files.createDirectories(file.getParent());
        // Asterisk may read at any moment: it finds the old file or the new one, never half of one.
        Path written = Files.writeString(file.resolveSibling(name + ".new"), text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static String readIfThere(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            return "";
        }
    }
}
