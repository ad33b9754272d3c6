package io.buildingos.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Argon2id with the configured parameters; a hash carries its own, so that older ones still verify.
 *
 * <p>Each hash fills its 19 MiB of heap and a core for as long as it takes. More at once than there are cores get none done
 * sooner, and sixteen filled a heap of 512 MiB until the collector did nothing but copy them: so they take turns, in the
 * order they came, and whoever would wait too long is told to come back.
 */
@ApplicationScoped
public class Passwords {
    private static final int HASH_BYTES = 32;
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    @Inject
    @ConfigProperty(name = "ARGON2_MEMORY_KIB", defaultValue = "19456")
    private int memoryKib;

    @Inject
    @ConfigProperty(name = "ARGON2_ITERATIONS", defaultValue = "2")
    private int iterations;

    @Inject
    @ConfigProperty(name = "ARGON2_PARALLELISM", defaultValue = "1")
    private int parallelism;

    private String nobodysHash;

    @PostConstruct
    void prepare() {
        nobodysHash = hash("nobody has this password");
    }

    public String hash(String password) {
        return inTurn(() ->
                Password.hash(password).addRandomSalt(16).with(configured()).getResult());
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes the time of a real check: whether an account exists can't be told from how long the no takes. */
    void spendTheTime(String password) {
        matches(password, nobodysHash);
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean outdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(configured());
    }

    private <T> T inTurn(Supplier<T> hashing) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.of(ErrorCode.UNAVAILABLE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ErrorCode.UNAVAILABLE);
        }
        try {
            return hashing.get();
        } finally {
            turns.release();
        }
    }

    private Argon2Function configured() {
        return Argon2Function.getInstance(memoryKib, iterations, parallelism, HASH_BYTES, Argon2.ID);
    }
}
