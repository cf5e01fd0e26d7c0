package org.infolinia.sidecar.site;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that is read as it comes, up to a limit. */
final class LargeBody extends FilterInputStream {

    private long left;

    /** @param largest bytes */
    LargeBody(InputStream sent, long largest) {
        super(sent);
        this.left = largest;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        counted(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        return (int) counted(super.read(into, from, most));
    }

    @Override
    public long skip(long most) throws IOException {
        return counted(super.skip(most));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private long counted(long read) {
        left -= Math.max(0, read);
        if (left < 0) {
            throw SizeLimit.exceeded();
        }
        return read;
    }
}
