package io.buildingos.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body of which exactly so many bytes are passed on; whether there were fewer or more is told afterwards. */
final class ExactBody extends FilterInputStream {
    private long left;
    private boolean ended;

    ExactBody(InputStream body, long size) {
        super(body);
        this.left = size;
    }

    /** It ended too early. */
    boolean isShort() {
        return ended && left > 0;
    }

    /** Asked after everything was passed on. */
    boolean isLonger() {
        try {
            return left == 0 && in.read() >= 0;
        } catch (IOException over) {
            return false;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            ended = true;
        } else {
            left -= read;
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The body is the container's to close. */
    @Override
    public void close() {}
}
