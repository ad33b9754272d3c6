package io.buildingos.benchmark;

import io.buildingos.identity.Argon2id;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/** How many passwords a second the machine can check at all, with the product's default parameters. */
final class HashRate {
    private static final int MEMORY_KIB = 19_456;

    private HashRate() {}

    /** On as many threads as there are cores. */
    static double perSecond(Duration warmUp, Duration measured) {
        String hash = new Argon2id(MEMORY_KIB, 2, 1).hash("Demo-Building-2026!", new FixedBlockPool(MEMORY_KIB));
        count(hash, warmUp);
        return count(hash, measured) / (double) measured.toSeconds();
    }

    private static long count(String hash, Duration time) {
        LongAdder checked = new LongAdder();
        long end = System.nanoTime() + time.toNanos();
        var threads = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> new Thread(() -> {
                    BlockPool memory = new FixedBlockPool(MEMORY_KIB);
                    while (System.nanoTime() < end) {
                        if (Argon2id.matches("Demo-Building-2026!", hash, memory)) {
                            checked.increment();
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(HashRate::join);
        return checked.sum();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
