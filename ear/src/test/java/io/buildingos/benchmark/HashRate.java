package io.buildingos.benchmark;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** How many passwords a second the machine can check at all, with the product's default parameters. */
final class HashRate {
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private HashRate() {}

    /** On as many threads as there are cores. */
    static double perSecond(Duration warmUp, Duration measured) {
        String hash = Password.hash("Demo-Building-2026!")
                .addRandomSalt(16)
                .with(ARGON2ID)
                .getResult();
        count(hash, warmUp);
        return count(hash, measured) / (double) measured.toSeconds();
    }

    private static long count(String hash, Duration time) {
        LongAdder checked = new LongAdder();
        long end = System.nanoTime() + time.toNanos();
        var threads = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> new Thread(() -> {
                    while (System.nanoTime() < end) {
                        if (Password.check("Demo-Building-2026!", hash).with(ARGON2ID)) {
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
