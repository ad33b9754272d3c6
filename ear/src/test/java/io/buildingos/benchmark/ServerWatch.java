package io.buildingos.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What a server holds on to and what it writes to disks while it works, as the JVM and Linux count it. */
final class ServerWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final double KILO = 1024;

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

    /** Of what survives a full collection, the most that there was of it, less what there was at the beginning. */
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

    private double heldMegabytes() {
        try {
            String process = Long.toString(pid);
            Processes.output(List.of("jcmd", process, "GC.run"));
            List<String[]> table = Processes.output(List.of("jstat", "-gc", process))
                    .lines()
                    .map(line -> line.strip().split("\\s+", -1))
                    .toList();
            List<String> names = List.of(table.get(0));
            DoubleStream used = Stream.of("S0U", "S1U", "EU", "OU")
                    .mapToDouble(name -> Double.parseDouble(table.get(1)[names.indexOf(name)]));
            return used.sum() / KILO;
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
