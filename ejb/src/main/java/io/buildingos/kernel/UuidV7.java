package io.buildingos.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Time-ordered ids (RFC 9562, version 7): 48 bits of Unix milliseconds, then 74 random bits. Made in Java so that a row's
 * id is known before it is written, ordered so that inserts land at the right edge of the index.
 */
public final class UuidV7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    public static UUID create() {
        return at(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    /** The id that belongs to these: where ids must come out the same each time. */
    public static UUID at(long epochMillis, long randomA, long randomB) {
        long high = (epochMillis << 16) | 0x7000L | (randomA & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (randomB & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
