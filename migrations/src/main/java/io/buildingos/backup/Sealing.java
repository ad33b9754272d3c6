package io.buildingos.backup;

import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts files as they stream by: AES-256-GCM in chunks of 64 KiB, each authenticated with its number and whether it is
 * the last, so that chunks can't be changed, swapped, dropped or cut off. Every file has a key of its own, derived from
 * the installation's by a random salt.
 *
 * <p>The file: 8 octets that name the format, 32 of salt, then the chunks, each followed by its tag of 16.
 */
final class Sealing {
    private static final byte[] MAGIC = "BOSEAL1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    private static final int CHUNK = 64 * 1024;
    private static final int TAG = 16;
    private static final int NONCE = 12;
    private static final int SHOWN_OCTETS = 8;

    private final byte[] master;

    /** @param key 32 bytes in Base64 */
    Sealing(String key) {
        this.master = Base64.getDecoder().decode(key);
    }

    /** Tells keys apart, and tells nothing of them. */
    String keyName() {
        return HexFormat.of()
                .formatHex(derived("name of this key".getBytes(StandardCharsets.US_ASCII)), 0, SHOWN_OCTETS);
    }

    /** How long the file gets. */
    static long sealedLength(long plain) {
        long chunks = Math.max(1, (plain + CHUNK - 1) / CHUNK);
        return MAGIC.length + SALT + plain + chunks * TAG;
    }

    /** Closing writes the last chunk, and closes the target. */
    OutputStream seal(OutputStream target) throws IOException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        target.write(MAGIC);
        target.write(salt);
        return new Sealed(target, new SecretKeySpec(derived(salt), "AES"));
    }

    /** Throws {@link BackupFailure} of kind DAMAGED where it is read past what was sealed with this key. */
    InputStream open(InputStream source) throws IOException {
        byte[] head = source.readNBytes(MAGIC.length + SALT);
        if (head.length < MAGIC.length + SALT || !Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length))) {
            throw BackupFailure.damaged("The file isn't an encrypted one");
        }
        byte[] salt = Arrays.copyOfRange(head, MAGIC.length, head.length);
        return new Opened(source, new SecretKeySpec(derived(salt), "AES"));
    }

    private byte[] derived(byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(salt);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, long number, boolean last) {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Sealed extends FilterOutputStream {
        private final SecretKeySpec key;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;
        private long number;
        private boolean closed;

        Sealed(OutputStream target, SecretKeySpec key) {
            super(target);
            this.key = key;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int taken = 0;
            while (taken < length) {
                // A full chunk waits for more, since only then it isn't the last.
                if (filled == CHUNK) {
                    put(false);
                }
                int fits = Math.min(length - taken, CHUNK - filled);
                System.arraycopy(bytes, offset + taken, chunk, filled, fits);
                filled += fits;
                taken += fits;
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                put(true);
                out.close();
            }
        }

        private void put(boolean last) throws IOException {
            try {
                out.write(cipher(Cipher.ENCRYPT_MODE, key, number, last).doFinal(chunk, 0, filled));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
            number++;
            filled = 0;
        }
    }

    private static final class Opened extends InputStream {
        private final InputStream source;
        private final SecretKeySpec key;
        private byte[] ahead;
        private byte[] plain = new byte[0];
        private int position;
        private long number;
        private boolean last;

        Opened(InputStream source, SecretKeySpec key) throws IOException {
            this.source = source;
            this.key = key;
            this.ahead = source.readNBytes(CHUNK + TAG);
        }

        @Override
        public int read() throws IOException {
            return fill() ? plain[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(length, plain.length - position);
            System.arraycopy(plain, position, target, offset, taken);
            position += taken;
            return taken;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }

        private boolean fill() throws IOException {
            while (position == plain.length && !last) {
                byte[] chunk = ahead;
                ahead = source.readNBytes(CHUNK + TAG);
                last = ahead.length == 0;
                if (chunk.length < TAG) {
                    throw new EOFException("the encrypted file ends too early");
                }
                try {
                    plain = cipher(Cipher.DECRYPT_MODE, key, number++, last).doFinal(chunk);
                } catch (GeneralSecurityException notOurs) {
                    throw BackupFailure.damaged(
                            "The encrypted file was changed, cut off, or sealed with another key", notOurs);
                }
                position = 0;
            }
            return position < plain.length;
        }
    }
}
