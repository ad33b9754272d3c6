package io.buildingos.backup;

import io.buildingos.backup.Manifest.StoredFile;
import io.buildingos.store.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Moves the files of one backup between the store and those who produce or eat them, without keeping them anywhere. */
final class StoredFiles {
    private static final int BUFFER = 256 * 1024;
    private static final String TYPE = "application/octet-stream";

    private final Archive archive;
    private final String id;
    private final Optional<Sealing> sealing;
    private final Progress progress;

    StoredFiles(Archive archive, String id, Optional<Sealing> sealing, Progress progress) {
        this.archive = archive;
        this.id = id;
        this.sealing = sealing;
        this.progress = progress;
    }

    /** The same, with another one who hears of it. */
    StoredFiles telling(Progress other) {
        return new StoredFiles(archive, id, sealing, other);
    }

    /** What produces a file. */
    interface Source {
        void writeTo(OutputStream target) throws IOException;
    }

    /** What eats a file, to its end or not. */
    interface Sink {
        void readFrom(InputStream source) throws IOException;
    }

    /** The file is in the store from here on, or nothing is. */
    StoredFile write(String name, Source source) throws IOException {
        Digesting digesting = new Digesting();
        try (Upload upload = archive.store().createInParts(archive.folder(id) + name, TYPE)) {
            OutputStream counted = digesting.writing(upload);
            if (sealing.isPresent()) {
                // Not closed when the source fails: that would end the file as if it were whole.
                OutputStream sealed = sealing.get().seal(new Unclosed(counted));
                source.writeTo(sealed);
                sealed.close();
            } else {
                source.writeTo(counted);
            }
            upload.complete();
        }
        return digesting.file(name);
    }

    /** Reads all of it, whatever the sink leaves, and holds it against what the manifest says. */
    void read(StoredFile file, Sink sink) {
        Digesting digesting = new Digesting();
        try (InputStream stored = archive.store().read(archive.folder(id) + file.name());
                InputStream counted = digesting.reading(new Watched(stored, file.size()))) {
            BackupFailure refused = null;
            try {
                sink.readFrom(sealing.isPresent() ? sealing.get().open(counted) : counted);
            } catch (BackupFailure failure) {
                // What the store holds explains it better, if it isn't what was written.
                refused = failure;
            }
            Digesting.drain(counted);
            compare(file, digesting.file(file.name()));
            if (refused != null) {
                throw refused;
            }
        } catch (IOException broken) {
            throw brokenOff(file, broken);
        }
    }

    /** Through a program that reads it from its standard input, in whole or in part. */
    void feed(StoredFile file, List<String> command, Map<String, String> environment) {
        read(file, source -> {
            try (ToolProcess process = ToolProcess.start(command, environment)) {
                Thread muting = mute(process);
                pump(source, process);
                process.finish();
                join(muting);
            }
        });
    }

    /** What a program says of the head of a file, the rest of which is left unread. */
    String heard(StoredFile file, List<String> command) {
        try (InputStream stored = archive.store().read(archive.folder(id) + file.name());
                ToolProcess process = ToolProcess.start(command, Map.of())) {
            var said = CompletableFuture.supplyAsync(() -> text(process.output()));
            pump(sealing.isPresent() ? sealing.get().open(stored) : stored, process);
            process.finish();
            return said.join();
        } catch (BackupFailure refused) {
            // What the store holds explains it better, if it isn't what was written.
            read(file, source -> {});
            throw refused;
        } catch (IOException broken) {
            throw brokenOff(file, broken);
        }
    }

    private static String text(InputStream source) {
        try {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private BackupFailure brokenOff(StoredFile file, IOException broken) {
        return BackupFailure.unavailable(
                "The store broke off while " + file.name() + " of " + id + " was read: " + broken.getMessage(), broken);
    }

    private static void pump(InputStream source, ToolProcess process) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int length = source.read(buffer); length >= 0; length = source.read(buffer)) {
            try {
                process.input().write(buffer, 0, length);
            } catch (IOException enough) {
                // It has read all that it wants, or failed: its ending tells.
                return;
            }
        }
        try {
            process.input().close();
        } catch (IOException enough) {
            // as above
        }
    }

    private static Thread mute(ToolProcess process) {
        Thread thread = new Thread(
                () -> {
                    try {
                        Digesting.drain(process.output());
                    } catch (IOException ended) {
                        // nobody wants it
                    }
                },
                "output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void compare(StoredFile expected, StoredFile found) {
        if (found.size() != expected.size()) {
            throw BackupFailure.damaged(
                    "%s of %s has %d bytes, not %d".formatted(expected.name(), id, found.size(), expected.size()));
        }
        if (!found.sha256().equals(expected.sha256())) {
            throw BackupFailure.damaged("%s of %s isn't what was written: its SHA-256 is %s, not %s"
                    .formatted(expected.name(), id, found.sha256(), expected.sha256()));
        }
    }

    private final class Watched extends java.io.FilterInputStream {
        private final long total;
        private long done;

        Watched(InputStream source, long total) {
            super(source);
            this.total = total;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int taken = in.read(bytes, offset, length);
            done += Math.max(taken, 0);
            progress.moves(done, total);
            return taken;
        }
    }

    /** Closing what writes into it leaves it open. */
    static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
