package io.buildingos.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process of the stack: its output goes to a log, its id into the state folder, so that the next launcher can stop
 * what a killed one left. It gets a session of its own: Ctrl-C at the terminal reaches the launcher alone, which then
 * stops everything in order.
 */
final class Child {
    private final String part;
    private final ProcessHandle handle;
    private final Path log;
    private final Path record;

    private Child(String part, ProcessHandle handle, Path log, Path record) {
        this.part = part;
        this.handle = handle;
        this.log = log;
        this.record = record;
    }

    static Child start(String part, Path state, List<String> command, Map<String, String> environment) {
        String file = part.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        Path log = state.resolve("log").resolve(file + ".log");
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(state.resolve("run"));
            ProcessBuilder builder = new ProcessBuilder(Tools.ownSession(command))
                    .directory(state.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().remove("NODE_ENV");
            builder.environment().remove("JAVA_OPTS");
            builder.environment().remove("JBOSS_HOME");
            Process process = builder.start();
            process.getOutputStream().close();
            Path record = state.resolve("run").resolve(file + ".pid");
            Files.writeString(record, process.pid() + " " + startOf(process.toHandle()));
            return new Child(part, process.toHandle(), log, record);
        } catch (IOException failed) {
            throw new StackFailure(part + " cannot be started: " + failed.getMessage(), failed);
        }
    }

    /** What a killed launcher left running, or null. A process id used again by somebody else's process is no match. */
    static Child leftBy(String part, Path state) {
        String file = part.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        Path record = state.resolve("run").resolve(file + ".pid");
        if (!Files.exists(record)) {
            return null;
        }
        try {
            String[] fields = Files.readString(record).strip().split(" ", 2);
            ProcessHandle found = ProcessHandle.of(Long.parseLong(fields[0])).orElse(null);
            if (found != null && found.isAlive() && startOf(found).equals(fields[1])) {
                return new Child(part, found, state.resolve("log").resolve(file + ".log"), record);
            }
            Files.delete(record);
            return null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** The process itself, or the one of that name which a script of ours started. */
    long pidOf(String program) {
        return Stream.concat(Stream.of(handle), handle.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("/" + program))
                .findFirst()
                .orElseThrow(() -> new StackFailure(part + " runs no " + program))
                .pid();
    }

    void onDeath(Runnable told) {
        var unused = handle.onExit().thenRun(told);
    }

    Path log() {
        return log;
    }

    String part() {
        return part;
    }

    /** Asks first, insists after the time given. */
    void stop(String signal, Duration patience) {
        try {
            if (handle.isAlive()) {
                new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
                        .start()
                        .waitFor();
                handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException tooLong) {
            handle.descendants().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
        } catch (IOException | ExecutionException noSignal) {
            handle.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } finally {
            forget();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(record);
        } catch (IOException harmless) {
            // a record whose process is gone is ignored by the next start
        }
    }
}
