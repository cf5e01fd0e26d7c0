package org.infolinia.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/** Lets those read a report who may read any other file that the user makes there. */
final class ReportPermissions {

    private ReportPermissions() {}

    /**
     * A whole file is written as a temporary one, which nobody else may read; what the user's umask would have given it is
     * seen by making an empty file beside it.
     *
     * @param files in one folder
     */
    static void giveUsual(Path... files) throws IOException {
        for (Path file : files) {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(usualBeside(file));
            }
        }
    }

    private static Set<PosixFilePermission> usualBeside(Path file) throws IOException {
        Path made = Files.createFile(file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID()));
        try {
            return Files.getPosixFilePermissions(made);
        } finally {
            Files.delete(made);
        }
    }
}
