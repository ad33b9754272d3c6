package io.buildingos.identity;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Argon2id with the configured parameters; a hash carries its own, so that older ones still verify.
 *
 * <p>Each hash fills its 19 MiB of heap and a core for as long as it takes. More at once than there are cores get none done
 * sooner, so they take turns, in the order they came, and whoever would wait too long is told to come back. Each turn has
 * its memory for good: made anew for every hash, it kept the collector busier than the cores were with hashing.
 */
@ApplicationScoped
public class Passwords {
    private static final long LONGEST_WAIT_SECONDS = 10;
    private static final int SHARE_OF_HEAP = 4;

    private BlockingQueue<BlockPool> turns;
    private Argon2id configured;
    private String nobodysHash;

    @Inject
    @ConfigProperty(name = "ARGON2_MEMORY_KIB", defaultValue = "19456")
    private int memoryKib;

    @Inject
    @ConfigProperty(name = "ARGON2_ITERATIONS", defaultValue = "2")
    private int iterations;

    @Inject
    @ConfigProperty(name = "ARGON2_PARALLELISM", defaultValue = "1")
    private int parallelism;

    @PostConstruct
    void prepare() {
        configured = new Argon2id(memoryKib, iterations, parallelism);
        long fit = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / 1024 / memoryKib;
        int atOnce = (int) Math.max(1, Math.min(fit, Runtime.getRuntime().availableProcessors()));
        turns = new ArrayBlockingQueue<>(atOnce, true);
        for (int turn = 0; turn < atOnce; turn++) {
            turns.add(new FixedBlockPool(memoryKib));
        }
        nobodysHash = configured.unmatched();
    }

    public String hash(String password) {
        return inTurn(memory -> configured.hash(password, memory));
    }

    boolean matches(String password, String hash) {
        return inTurn(memory -> Argon2id.matches(password, hash, memory));
    }

    /** Takes the time of a real check: whether an account exists can't be told from how long the no takes. */
    void spendTheTime(String password) {
        matches(password, nobodysHash);
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean outdated(String hash) {
        return !Argon2id.of(hash).equals(configured);
    }

    private <T> T inTurn(Function<BlockPool, T> hashing) {
        BlockPool memory = turn();
        try {
            return hashing.apply(memory);
        } finally {
            turns.add(memory);
        }
    }

    private BlockPool turn() {
        BlockPool memory = null;
        try {
            memory = turns.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (memory == null) {
            throw Refusal.of(ErrorCode.UNAVAILABLE);
        }
        return memory;
    }
}
