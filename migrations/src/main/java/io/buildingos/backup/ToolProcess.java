package io.buildingos.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that runs beside us. Ends with us: closing kills what still runs. */
final class ToolProcess implements AutoCloseable {
    private static final int KEPT_CHARACTERS = 2_000;
    private static final int SIGNALLED = 128;
    private static final int END_SECONDS = 10;

    private final String program;
    private final Process process;
    private final StringBuilder complaints = new StringBuilder();
    private final Thread listener;

    private ToolProcess(String program, Process process) {
        this.program = program;
        this.process = process;
        this.listener = new Thread(this::listen, program + " messages");
        listener.setDaemon(true);
        listener.start();
    }

    /** @param environment beside the path and the home folder nothing else of ours is handed on */
    static ToolProcess start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> inherited = Stream.of("PATH", "HOME", "TMPDIR")
                .filter(name -> System.getenv(name) != null)
                .collect(Collectors.toMap(name -> name, System::getenv));
        builder.environment().clear();
        builder.environment().putAll(inherited);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        builder.environment().putAll(environment);
        String program = String.valueOf(Path.of(command.get(0)).getFileName());
        try {
            ToolProcess process = new ToolProcess(program, builder.start());
            if (Thread.currentThread() instanceof Together.Worker worker) {
                worker.started(process);
            }
            return process;
        } catch (IOException failure) {
            throw BackupFailure.failed(program + " can't be started: " + failure.getMessage(), failure);
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    /** Waits for the end, which must be a good one. */
    void finish() {
        int status;
        try {
            status = process.waitFor();
            listener.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BackupFailure.failed("Interrupted while waiting for " + program, interrupted);
        }
        if (status != 0) {
            throw BackupFailure.failed(program + ending(status) + complaint());
        }
    }

    /** For one whose pipe broke: it must have ended, and says why better than the pipe does. */
    BackupFailure brokenBy(IOException pipe) {
        try {
            if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                finish();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (BackupFailure failure) {
            failure.addSuppressed(pipe);
            return failure;
        }
        return BackupFailure.failed(program + " no longer listens: " + pipe.getMessage(), pipe);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String ending(int status) {
        return status > SIGNALLED ? " was killed by signal " + (status - SIGNALLED) : " ended with status " + status;
    }

    private String complaint() {
        synchronized (complaints) {
            String text = complaints.toString().strip().replaceAll("\\s*\\R\\s*", "; ");
            return text.isEmpty() ? "" : ": " + text;
        }
    }

    private void listen() {
        byte[] buffer = new byte[KEPT_CHARACTERS];
        try (InputStream errors = process.getErrorStream()) {
            for (int length = errors.read(buffer); length >= 0; length = errors.read(buffer)) {
                synchronized (complaints) {
                    complaints.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
                    complaints.delete(0, Math.max(0, complaints.length() - KEPT_CHARACTERS));
                }
            }
        } catch (IOException ended) {
            // killed: there is nothing more to hear
        }
    }
}
