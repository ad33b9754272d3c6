package io.buildingos.system;

import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;

/** Begins as a PDF and goes on for long, no faster than a good line: so there is time to look at what it costs. */
final class LargePdf extends InputStream {
    private static final int MEBI = 1024 * 1024;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final byte[] HEAD = {'%', 'P', 'D', 'F', '-'};

    private final long size;
    private long sent;

    LargePdf(long size) {
        this.size = size;
    }

    @Override
    public int read() {
        return sent == size ? -1 : at(sent++);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (sent == size) {
            return -1;
        }
        int count = (int) Math.min(length, size - sent);
        for (int i = 0; i < count; i++) {
            buffer[offset + i] = (byte) at(sent + i);
        }
        if (sent / MEBI != (sent + count) / MEBI) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        sent += count;
        return count;
    }

    private static int at(long position) {
        return position < HEAD.length ? HEAD[(int) position] : (int) (position * 31 % 251);
    }
}
