package io.buildingos.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Parameters of Argon2id, and hashes in the form that every implementation of it reads:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
public record Argon2id(int memoryKib, int iterations, int parallelism) {
    private static final int VERSION = Argon2Parameters.ARGON2_VERSION_13;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=" + VERSION + "\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** Those that the hash was made with. */
    static Argon2id of(String hash) {
        return of(parsed(hash));
    }

    /** @param memory what the hashing fills; kept by whoever hashes again, used by one thread at a time */
    public String hash(String password, BlockPool memory) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return encoded(salt, derived(password, salt, HASH_BYTES, memory));
    }

    /** Of no password: checking one against it takes the usual time and always fails. */
    String unmatched() {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        RANDOM.nextBytes(salt);
        RANDOM.nextBytes(hash);
        return encoded(salt, hash);
    }

    /** With the hash's own parameters, in a time that doesn't tell how much of it is right. */
    public static boolean matches(String password, String hash, BlockPool memory) {
        Matcher parsed = parsed(hash);
        byte[] expected = Base64.getDecoder().decode(parsed.group(5));
        byte[] salt = Base64.getDecoder().decode(parsed.group(4));
        return MessageDigest.isEqual(expected, of(parsed).derived(password, salt, expected.length, memory));
    }

    private byte[] derived(String password, byte[] salt, int bytes, BlockPool memory) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(VERSION)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] derived = new byte[bytes];
        generator.generateBytes(password.getBytes(UTF_8), derived);
        return derived;
    }

    private static Argon2id of(Matcher parsed) {
        return new Argon2id(
                Integer.parseInt(parsed.group(1)),
                Integer.parseInt(parsed.group(2)),
                Integer.parseInt(parsed.group(3)));
    }

    private static Matcher parsed(String hash) {
        Matcher matcher = FORM.matcher(hash);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a hash of Argon2id, version 19");
        }
        return matcher;
    }

    private String encoded(byte[] salt, byte[] hash) {
        return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(VERSION, memoryKib, iterations, parallelism, base64(salt), base64(hash));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
