package org.infolinia.reports.pages;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a sound goes that its browser may no longer want: players leave off in the middle all the time, and no log says so. */
final class ToBrowser extends FilterOutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(ToBrowser.class);

    private boolean gone;

    private ToBrowser(OutputStream out) {
        super(out);
    }

    /** Writes, and may fail at it. */
    @FunctionalInterface
    interface Sound {
        void writeTo(OutputStream browser) throws IOException;
    }

    /** @throws IOException when the sound cannot be read; not when the browser is gone */
    static void write(OutputStream out, Sound sound) throws IOException {
        ToBrowser browser = new ToBrowser(out);
        try {
            sound.writeTo(browser);
        } catch (IOException fault) {
            if (!browser.gone) {
                throw fault;
            }
            LOG.debug("a browser left off in the middle of a sound: {}", fault.getMessage());
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException left) {
            gone = true;
            throw left;
        }
    }
}
