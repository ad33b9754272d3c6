package io.buildingos.backup;

import io.buildingos.backup.Manifest.StoredFile;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what streams by. */
final class Digesting {
    private static final int BUFFER = 64 * 1024;

    private final MessageDigest digest = sha256();
    private long size;

    OutputStream writing(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                add(bytes, offset, length);
                out.write(bytes, offset, length);
            }
        };
    }

    InputStream reading(InputStream source) {
        return new FilterInputStream(source) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int taken = in.read(bytes, offset, length);
                if (taken > 0) {
                    add(bytes, offset, taken);
                }
                return taken;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    /** Reads what is left, so that all of it is counted. */
    static void drain(InputStream source) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (source.read(buffer) >= 0) {
            // counted on its way
        }
    }

    long size() {
        return size;
    }

    /** Of everything so far; ends this digest. */
    StoredFile file(String name) {
        return new StoredFile(name, size, HexFormat.of().formatHex(digest.digest()));
    }

    private void add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        size += length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
