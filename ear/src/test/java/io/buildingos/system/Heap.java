package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of another JVM's heap can still be reached: counted by the JVM itself, after a collection, while all else waits. */
final class Heap {
    /** Each look stops the JVM for a moment: without a pause the work would take minutes. */
    private static final long PAUSE_NANOS = 500_000_000;

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private Heap() {}

    static long used(long pid) throws IOException, InterruptedException {
        return leastOfThree(pid, TOTAL);
    }

    /** How many of the class there are. */
    static long instances(long pid, String type) throws IOException, InterruptedException {
        return leastOfThree(pid, Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(type) + "\\b"));
    }

    /** At times the JVM can't collect first, and counts what nobody reaches any more. A class that isn't listed has none. */
    private static long leastOfThree(long pid, Pattern figure) throws IOException, InterruptedException {
        return Math.min(counted(pid, figure), Math.min(counted(pid, figure), counted(pid, figure)));
    }

    private static long counted(long pid, Pattern figure) throws IOException, InterruptedException {
        String histogram = jcmd(pid, "GC.class_histogram");
        assertTrue(TOTAL.matcher(histogram).find(), histogram);
        Matcher counted = figure.matcher(histogram);
        return counted.find() ? Long.parseLong(counted.group(1)) : 0;
    }

    /** The most that was in use at once, looked at again and again while the work goes on. */
    static long mostWhile(long pid, Callable<Void> work) throws IOException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Void> running = thread.submit(work);
            long most = 0;
            do {
                most = Math.max(most, used(pid));
                LockSupport.parkNanos(PAUSE_NANOS);
            } while (!running.isDone());
            running.get();
            return most;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            thread.shutdownNow();
        }
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
