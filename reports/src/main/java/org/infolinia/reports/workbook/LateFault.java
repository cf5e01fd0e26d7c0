package org.infolinia.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that tells of what went wrong once all was written.
 *
 * <p>POI, told in the middle, logs it with traces, loses the reason, and fails once more in closing.
 */
final class LateFault extends OutputStream {

    private final OutputStream out;
    private @Nullable IOException fault;

    LateFault(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (fault == null) {
            try {
                out.write(bytes, from, length);
            } catch (IOException first) {
                fault = first;
            }
        }
    }

    /** @throws IOException that which came first, where anything could not be written */
    void check() throws IOException {
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
