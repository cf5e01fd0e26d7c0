package org.infolinia.hotline.xml;

import java.nio.file.Path;
import org.infolinia.hotline.Hotline;

/** Reads a hotline.xml. */
public final class HotlineFile {

    private HotlineFile() {}

    /**
     * @param file a hotline.xml of at most 1 MB
     * @throws HotlineRefused when it cannot be read, breaks the schema, or does not mean anything sensible
     */
    public static Hotline read(Path file) throws HotlineRefused {
        throw new UnsupportedOperationException("hotline helper: to be written; " + file);
    }
}
