package io.buildingos.document;

import io.buildingos.document.DocumentRevision.Checked;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads a file once, from its first byte to its last, and says what it is: how long, with which SHA-256, and whether it
 * is of the declared type. Holds a few kilobytes of it at a time.
 */
final class FileCheck {
    private static final int CHUNK = 32 * 1024;
    private static final int HEAD = 16;

    private FileCheck() {}

    /**
     * Reads the stream to its end; the caller closes it.
     *
     * @throws NotOfItsType with the reason, in words for a person
     */
    static Checked read(InputStream file, FileType type) throws IOException, NotOfItsType {
        Counting counting = new Counting(file);
        if (type.isArchive()) {
            OfficeArchive.check(counting, type);
        } else {
            readThrough(counting, type);
        }
        counting.drain();
        return new Checked(counting.count, counting.sha256());
    }

    private static void readThrough(InputStream file, FileType type) throws IOException, NotOfItsType {
        byte[] chunk = new byte[CHUNK];
        int read = file.readNBytes(chunk, 0, CHUNK);
        byte[] head = java.util.Arrays.copyOf(chunk, Math.min(read, HEAD));
        if (!type.begins(head)) {
            throw new NotOfItsType("its first bytes aren't those of " + type.contentType());
        }
        if (!type.isText()) {
            return;
        }
        PlainText text = new PlainText();
        while (read > 0) {
            text.accept(chunk, read);
            read = file.readNBytes(chunk, 0, CHUNK);
        }
        text.end();
    }

    /** The file isn't what it says. */
    static final class NotOfItsType extends Exception {
        private static final long serialVersionUID = 1;

        NotOfItsType(String reason) {
            super(reason);
        }
    }

    /** Whoever reads through it, every byte is counted and digested once: it can't be skipped or rewound. */
    private static final class Counting extends FilterInputStream {
        private final MessageDigest digest;
        private long count;

        Counting(InputStream file) {
            super(file);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            if (read > 0) {
                digest.update(buffer, offset, read);
                count += read;
            }
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            byte[] passed = new byte[(int) Math.min(wanted, CHUNK)];
            return Math.max(read(passed, 0, passed.length), 0);
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        void drain() throws IOException {
            byte[] chunk = new byte[CHUNK];
            int read;
            do {
                read = read(chunk, 0, CHUNK);
            } while (read >= 0);
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
