package io.buildingos.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server holds on to and what it writes to disks while it works, as the JVM and Linux count it. */
final class ServerWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double KILO = 1024;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final long pid;
    private final double heapBefore;
    private final double writtenBefore;
    private final Thread sampler;
    private volatile double heapMost;
    private volatile boolean ended;

    ServerWatch(long pid) {
        this.pid = pid;
        heapBefore = heldMegabytes();
        heapMost = heapBefore;
        writtenBefore = writtenMegabytes();
        sampler = new Thread(this::sample, "heap");
        sampler.setDaemon(true);
        sampler.start();
    }

    /** Of what can still be reached, the most that there was of it, less what there was at the beginning. */
    double heapGrowth() {
        return heapMost - heapBefore;
    }

    /** To files, by the server and the programs it ran. */
    double written() {
        return writtenMegabytes() - writtenBefore;
    }

    @Override
    public void close() {
        ended = true;
        try {
            sampler.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample() {
        while (!ended) {
            heapMost = Math.max(heapMost, heldMegabytes());
            Pause.of(PAUSE);
        }
    }

    /** The least of three looks: at times the JVM can't collect first, and counts what nobody reaches any more. */
    private double heldMegabytes() {
        return Math.min(countedMegabytes(), Math.min(countedMegabytes(), countedMegabytes()));
    }

    /** Counted by the JVM itself, after a collection, while all else waits. */
    private double countedMegabytes() {
        try {
            String histogram = Processes.output(List.of("jcmd", Long.toString(pid), "GC.class_histogram"));
            Matcher total = TOTAL.matcher(histogram);
            if (!total.find()) {
                throw new IllegalStateException(histogram);
            }
            return Long.parseLong(total.group(1)) / KILO / KILO;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private double writtenMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/io")).stream()
                            .filter(line -> line.startsWith("write_bytes: "))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                            .sum()
                    / KILO
                    / KILO;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
