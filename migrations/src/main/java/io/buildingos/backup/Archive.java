package io.buildingos.backup;

import io.buildingos.backup.Manifest.StoredFile;
import io.buildingos.config.Configuration;
import io.buildingos.store.ObjectStore;
import io.buildingos.store.StoreFailure;
import io.buildingos.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Where the backups are, and what everybody who works on them needs. To be closed. */
public final class Archive implements AutoCloseable {
    /** Names the newest complete backup. */
    public static final String LATEST = "latest";

    static final String MANIFEST = "manifest.json";
    static final String INVENTORY = "documents.jsonl.gz";
    static final String PROOFS = "proofs/";

    private static final String JSON = "application/json";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String IDS = "\\d{8}T\\d{6}Z-[0-9a-f]{8}";
    private static final int TIME_LENGTH = "yyyyMMddTHHmmssZ-".length();
    private static final int LARGEST_TEXT = 16 * 1024 * 1024;

    private final Configuration settings;
    private final Clock clock;
    private final ObjectStore store;
    private final ObjectStore documents;
    private final String prefix;

    public Archive(Configuration settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.store = ObjectStore.ofBackups(settings);
        this.documents = ObjectStore.ofDocuments(settings);
        this.prefix = settings.value("BACKUP_PREFIX");
    }

    /** Every backup and every rest of one, newest first. */
    public List<StoredBackup> list() {
        return store.folders(prefix)
                .filter(id -> id.matches(IDS))
                .map(this::look)
                .sorted(StoredBackup.NEWEST_FIRST)
                .toList();
    }

    /** @param name an id, or {@link #LATEST} */
    public StoredBackup find(String name) {
        if (name.equals(LATEST)) {
            return list().stream()
                    .filter(backup -> backup.state() == StoredBackup.State.COMPLETE)
                    .findFirst()
                    .orElseThrow(() -> BackupFailure.notFound("There is no complete backup in " + place()));
        }
        if (!name.matches(IDS) || store.list(folder(name)).findAny().isEmpty()) {
            throw BackupFailure.notFound("There is no backup " + name + " in " + place());
        }
        return look(name);
    }

    /** For messages. */
    public String place() {
        return "s3://" + store.bucket() + "/" + prefix;
    }

    Configuration settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    ObjectStore store() {
        return store;
    }

    ObjectStore documents() {
        return documents;
    }

    String prefix() {
        return prefix;
    }

    String folder(String id) {
        return prefix + id + "/";
    }

    PostgresTools tools() {
        return new PostgresTools(settings);
    }

    Optional<Sealing> sealing() {
        return settings.optional("BACKUP_ENCRYPTION_KEY").map(Sealing::new);
    }

    /** Of an encrypted backup; refuses where the right key isn't at hand. */
    Optional<Sealing> sealing(Manifest manifest) {
        if (!manifest.isEncrypted()) {
            return Optional.empty();
        }
        Sealing sealing = sealing()
                .orElseThrow(() -> BackupFailure.refused(
                        "The backup " + manifest.id() + " is encrypted: BACKUP_ENCRYPTION_KEY is needed"));
        if (!sealing.keyName().equals(manifest.key())) {
            throw BackupFailure.refused("The backup " + manifest.id() + " is encrypted with the key " + manifest.key()
                    + ", and BACKUP_ENCRYPTION_KEY is " + sealing.keyName());
        }
        return Optional.of(sealing);
    }

    /** Sorts by time, and no two are the same. */
    String newId() {
        return name(clock.instant()) + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    void keep(String id, Proof proof) {
        String name = "%s-%s.json".formatted(name(proof.at()), newId().substring(TIME_LENGTH));
        create(folder(id) + PROOFS + name, Manifest.write(proof));
    }

    void create(String key, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        store.create(key, JSON, body.length, new ByteArrayInputStream(body));
    }

    static String name(Instant instant) {
        return NAME.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    private StoredBackup look(String id) {
        Map<String, StoredObject> objects = new HashMap<>();
        store.list(folder(id))
                .forEach(object -> objects.put(object.key().substring(folder(id).length()), object));
        Instant changedAt = objects.values().stream()
                .map(StoredObject::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Proof> proofs = objects.keySet().stream()
                .filter(name -> name.startsWith(PROOFS))
                .map(name -> proof(folder(id) + name))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Proof::at).reversed())
                .toList();
        if (!objects.containsKey(MANIFEST)) {
            return new StoredBackup(id, StoredBackup.State.UNFINISHED, null, "It has no manifest", changedAt, proofs);
        }
        Manifest manifest;
        try {
            manifest = Manifest.parse(text(folder(id) + MANIFEST), id);
        } catch (BackupFailure unreadable) {
            return new StoredBackup(id, StoredBackup.State.DAMAGED, null, unreadable.getMessage(), changedAt, proofs);
        }
        String problem = problem(manifest, objects);
        StoredBackup.State state = problem == null ? StoredBackup.State.COMPLETE : StoredBackup.State.DAMAGED;
        return new StoredBackup(id, state, manifest, problem, changedAt, proofs);
    }

    private static String problem(Manifest manifest, Map<String, StoredObject> objects) {
        for (StoredFile file : manifest.everyFile()) {
            StoredObject object = objects.get(file.name());
            if (object == null) {
                return file.name() + " is missing";
            }
            if (object.size() != file.size()) {
                return "%s has %d bytes, not %d".formatted(file.name(), object.size(), file.size());
            }
        }
        return null;
    }

    /** An unreadable proof proves nothing. */
    private Optional<Proof> proof(String key) {
        try {
            return Optional.of(Manifest.read(text(key), Proof.class));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private byte[] text(String key) {
        try (InputStream body = store.read(key)) {
            return body.readNBytes(LARGEST_TEXT);
        } catch (IOException interrupted) {
            throw BackupFailure.unavailable("The store broke off while " + key + " was read", interrupted);
        } catch (StoreFailure gone) {
            if (gone.reason() == StoreFailure.Reason.NO_SUCH_OBJECT) {
                return new byte[0];
            }
            throw gone;
        }
    }

    @Override
    public void close() {
        store.close();
        documents.close();
    }
}
