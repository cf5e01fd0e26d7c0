package org.infolinia.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.launcher.phone.PhoneFault;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import picocli.CommandLine;

/** Tells a fault that a command expects in one sentence and exit code 1; any other is ours and keeps its trace. */
final class PlainFaults implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (fault instanceof UncheckedIOException outage && outage.getCause() != null) {
            command.getErr().println(outage.getMessage() + ": " + sentence(outage.getCause()));
        } else if (fault instanceof SystemFile.Unusable
                || fault instanceof HotlineRefused
                || fault instanceof PhoneFault
                || fault instanceof DatabaseUnavailable
                || fault instanceof IOException) {
            command.getErr().println(sentence(fault));
        } else {
            throw fault;
        }
        return 1;
    }

    /** The message, with words around it where Java's is a mere file name. */
    static String sentence(Exception fault) {
        return Remark.inEnglish(words(fault));
    }

    /** The same, for people. */
    static Texts words(Exception fault) {
        if (fault instanceof NoSuchFileException missing) {
            return Remark.FILE_IS_MISSING.of(missing.getFile());
        }
        if (fault instanceof AccessDeniedException denied) {
            return Remark.FILE_IS_CLOSED.of(denied.getFile());
        }
        if (fault instanceof FileAlreadyExistsException other) {
            return Remark.FILE_IS_NO_FOLDER.of(other.getFile());
        }
        String message = fault.getMessage();
        return Remark.IN_ENGLISH.of(message == null || message.isBlank() ? fault.toString() : message);
    }
}
