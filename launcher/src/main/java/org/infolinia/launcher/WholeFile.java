package org.infolinia.launcher;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes files whole or not at all: under other names beside them, then moved into place. */
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, ReportOptions.Writing content) throws IOException {
        writeAll(Map.of(file, content));
    }

    /** All of them or none: the first is put in place once the last is whole. */
    static void writeAll(Map<Path, ReportOptions.Writing> files) throws IOException {
        Map<Path, Path> unfinished = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, ReportOptions.Writing> file : files.entrySet()) {
                unfinished.put(file.getKey(), writeBeside(file.getKey(), file.getValue()));
            }
            for (Map.Entry<Path, Path> file : unfinished.entrySet()) {
                Files.move(
                        file.getValue(),
                        file.getKey(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path left : unfinished.values()) {
                Files.deleteIfExists(left);
            }
        }
    }

    private static Path writeBeside(Path file, ReportOptions.Writing content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder");
        }
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, "." + file.getFileName(), ".unfinished");
        boolean whole = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            content.to(out);
            out.flush();
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(unfinished);
            }
        }
        return unfinished;
    }
}
