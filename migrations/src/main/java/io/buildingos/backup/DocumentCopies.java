package io.buildingos.backup;

import io.buildingos.backup.Manifest.Documents;
import io.buildingos.backup.Manifest.StoredFile;
import io.buildingos.store.ObjectStore;
import io.buildingos.store.StoreFailure;
import io.buildingos.store.StoredObject;
import io.buildingos.store.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Copies the documents that no earlier backup has copied, and lists all that there are. An object of the documents never
 * changes, so one copy serves every backup; nothing is kept in memory but one small document or the parts of a large one.
 */
final class DocumentCopies {
    private static final int GZIP = 0x1f;
    private static final int SHOWN = 20;
    private static final int SMALL = 8 * 1024 * 1024;

    private final Archive archive;
    private final String id;
    private final Optional<Sealing> sealing;
    private final Progress progress;
    private long count;
    private long bytes;
    private long copied;

    DocumentCopies(Archive archive, String id, Optional<Sealing> sealing, Progress progress) {
        this.archive = archive;
        this.id = id;
        this.sealing = sealing;
        this.progress = progress;
    }

    Documents take() {
        progress.begins("Copying documents from " + archive.documents().bucket());
        StoredFiles files = new StoredFiles(archive, id, sealing, progress);
        try {
            StoredFile inventory = files.write(Archive.INVENTORY, this::writeInventory);
            return new Documents(count, bytes, copied, inventory);
        } catch (IOException failure) {
            throw BackupFailure.failed("The documents can't be copied: " + failure.getMessage(), failure);
        }
    }

    private void writeInventory(OutputStream target) throws IOException {
        Optional<StoredBackup> earlier = archive.list().stream()
                .filter(backup -> backup.state() == StoredBackup.State.COMPLETE)
                .filter(backup -> backup.manifest().documents() != null)
                .filter(backup -> Objects.equals(backup.manifest().key(), sealedBy()))
                .findFirst();
        GZIPOutputStream lines = new GZIPOutputStream(target);
        if (earlier.isPresent()) {
            StoredFiles source = new StoredFiles(archive, earlier.get().id(), sealing, Progress.NONE);
            source.read(
                    earlier.get().manifest().documents().inventory(),
                    stream -> writeLines(lines, new InventoryReader(stream)));
        } else {
            writeLines(lines, null);
        }
        lines.finish();
    }

    /** @param earlier null if nothing was copied before */
    private void writeLines(OutputStream lines, InventoryReader earlier) throws IOException {
        boolean sameBucket = archive.documents().bucket().equals(archive.store().bucket());
        Iterator<StoredObject> objects = archive.documents()
                .list("")
                .filter(object -> !(sameBucket && object.key().startsWith(archive.prefix())))
                .iterator();
        while (objects.hasNext()) {
            StoredObject object = objects.next();
            Optional<InventoryLine> line = isKnown(object, earlier) ? Optional.of(earlier.current()) : copied(object);
            if (line.isPresent()) {
                String json = Manifest.line(line.get());
                lines.write((json + "\n").getBytes(StandardCharsets.UTF_8));
                count++;
                bytes += object.size();
            }
            progress.moves(bytes, 0);
        }
    }

    private static boolean isKnown(StoredObject object, InventoryReader earlier) throws IOException {
        return earlier != null
                && earlier.isAt(object.key())
                && object.tag().equals(earlier.current().tag())
                && earlier.current().size() == object.size();
    }

    /** Empty if it was deleted meanwhile. */
    private Optional<InventoryLine> copied(StoredObject object) throws IOException {
        try (InputStream body = archive.documents().read(object.key())) {
            String type = archive.documents()
                    .find(object.key())
                    .map(StoredObject::contentType)
                    .orElse(null);
            Digesting digesting = new Digesting();
            String copy = archive.prefix() + InventoryLine.copyOf(object.key(), object.tag(), sealedBy());
            InputStream counted = digesting.reading(body);
            boolean there = archive.store().find(copy).isPresent();
            if (there) {
                Digesting.drain(counted);
            } else if (put(archive.store(), copy, type, object.size(), counted, sealing)) {
                copied++;
            }
            StoredFile read = digesting.file(object.key());
            if (read.size() != object.size()) {
                throw new IOException(object.key() + " changed while it was copied");
            }
            return Optional.of(
                    new InventoryLine(object.key(), object.size(), object.tag(), type, read.sha256(), sealedBy()));
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.NO_SUCH_OBJECT) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** False if somebody else was quicker. */
    private static boolean put(
            ObjectStore store, String key, String type, long size, InputStream body, Optional<Sealing> sealing)
            throws IOException {
        String known = type == null ? "application/octet-stream" : type;
        try {
            if (size <= SMALL) {
                ByteArrayOutputStream small = new ByteArrayOutputStream();
                pass(body, small, sealing);
                // From memory, so that the library can repeat it.
                store.create(key, known, small.size(), new ByteArrayInputStream(small.toByteArray()));
                return true;
            }
            try (Upload upload = store.createInParts(key, known)) {
                pass(body, upload, sealing);
                upload.complete();
            }
            return true;
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.EXISTS_ALREADY) {
                return false;
            }
            throw failure;
        }
    }

    private static void pass(InputStream body, OutputStream target, Optional<Sealing> sealing) throws IOException {
        if (sealing.isEmpty()) {
            body.transferTo(target);
            return;
        }
        OutputStream sealed = sealing.get().seal(new StoredFiles.Unclosed(target));
        body.transferTo(sealed);
        sealed.close();
    }

    /** Every copy that the inventory names is there. Returns what isn't, the first few. */
    static List<String> missing(Archive archive, Manifest manifest, Optional<Sealing> sealing) {
        List<String> missing = new ArrayList<>();
        new StoredFiles(archive, manifest.id(), sealing, Progress.NONE)
                .read(manifest.documents().inventory(), stream -> {
                    InventoryReader reader = new InventoryReader(stream);
                    for (; reader.current() != null && missing.size() < SHOWN; reader.advance()) {
                        InventoryLine line = reader.current();
                        Optional<StoredObject> copy = archive.store().find(archive.prefix() + line.copy());
                        if (copy.isEmpty()) {
                            missing.add("the copy of the document " + line.key() + " is missing");
                        } else if (copy.get().size() != line.copySize()) {
                            missing.add("the copy of the document %s has %d bytes, not %d"
                                    .formatted(line.key(), copy.get().size(), line.copySize()));
                        }
                    }
                });
        return missing;
    }

    /** Straight from the store, for reading many side by side; authenticated by its own format's checksums alone. */
    static InventoryReader inventory(Archive archive, String id) throws IOException {
        InputStream stored = archive.store().read(archive.folder(id) + Archive.INVENTORY);
        PushbackInputStream peeked = new PushbackInputStream(stored);
        int first = peeked.read();
        peeked.unread(first);
        if (first == GZIP) {
            return new InventoryReader(peeked);
        }
        Sealing sealing = archive.sealing()
                .orElseThrow(() -> BackupFailure.refused(
                        "The inventory of " + id + " is encrypted: BACKUP_ENCRYPTION_KEY is needed"));
        return new InventoryReader(sealing.open(peeked));
    }

    /** What became of the documents of a backup. */
    record Restored(long written, long present) {}

    /** Writes those that aren't there; one that is there with another size is somebody else's, and a failure. */
    static Restored restore(Archive archive, Manifest manifest, Optional<Sealing> sealing, Progress progress) {
        long[] figures = new long[3];
        new StoredFiles(archive, manifest.id(), sealing, Progress.NONE)
                .read(manifest.documents().inventory(), stream -> {
                    InventoryReader reader = new InventoryReader(stream);
                    for (; reader.current() != null; reader.advance()) {
                        InventoryLine line = reader.current();
                        Optional<StoredObject> present = archive.documents().find(line.key());
                        if (present.isEmpty()) {
                            restore(archive, line, sealing);
                            figures[0]++;
                        } else if (present.get().size() == line.size()) {
                            figures[1]++;
                        } else {
                            throw BackupFailure.failed(
                                    "The document " + line.key() + " exists with another size: it isn't overwritten");
                        }
                        figures[2] += line.size();
                        progress.moves(figures[2], manifest.documents().bytes());
                    }
                });
        return new Restored(figures[0], figures[1]);
    }

    private static void restore(Archive archive, InventoryLine line, Optional<Sealing> sealing) throws IOException {
        String type = line.type() == null ? "application/octet-stream" : line.type();
        Digesting digesting = new Digesting();
        try (InputStream stored = archive.store().read(archive.prefix() + line.copy());
                InputStream plain = digesting.reading(
                        line.sealedBy() == null ? stored : sealing.orElseThrow().open(stored))) {
            if (line.size() <= SMALL) {
                byte[] body = plain.readAllBytes();
                compare(line, digesting);
                archive.documents().create(line.key(), type, body.length, new ByteArrayInputStream(body));
                return;
            }
            try (Upload upload = archive.documents().createInParts(line.key(), type)) {
                plain.transferTo(upload);
                compare(line, digesting);
                upload.complete();
            }
        }
    }

    private static void compare(InventoryLine line, Digesting digesting) {
        if (!digesting.file(line.key()).sha256().equals(line.sha256())) {
            throw BackupFailure.damaged("The copy of the document " + line.key() + " isn't what was copied");
        }
    }

    private String sealedBy() {
        return sealing.map(Sealing::keyName).orElse(null);
    }
}
