package org.infolinia.launcher;

import java.nio.file.Path;
import org.infolinia.hotline.Hotline;

/** What a finished call left behind. */
final class CallTrace {

    private CallTrace() {}

    static String recorded(Path recordings, String linkedId) {
        return recordings + linkedId;
    }

    static String counted(Path logs, Hotline hotline, String linkedId) {
        return logs + linkedId;
    }
}
