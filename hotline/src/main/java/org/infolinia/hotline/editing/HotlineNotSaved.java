package org.infolinia.hotline.editing;

import java.io.IOException;
import java.nio.file.Path;

/** An edited hotline.xml could not be written. The system's own words are those of the cause, for a log. */
public final class HotlineNotSaved extends IOException {

    private static final long serialVersionUID = 1L;

    private final String folder;
    private final String user;

    HotlineNotSaved(Path folder, String user, IOException cause) {
        super("writing hotline.xml in " + folder + " as " + user, cause);
        this.folder = folder.toString();
        this.user = user;
    }

    /** In which a new file has to be written, to take the place of the old. */
    public String folder() {
        return folder;
    }

    /** As whom this program writes. */
    public String user() {
        return user;
    }
}
