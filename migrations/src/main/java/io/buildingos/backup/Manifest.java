package io.buildingos.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds, written when all of it is in the store and has been read back.
 *
 * @param takenAt the snapshot's moment, by the database's clock
 * @param durationMillis from the snapshot to the manifest
 * @param server version of PostgreSQL that was dumped
 * @param tool version of pg_dump
 * @param key which key the files are encrypted with (not the key itself), null if they aren't
 * @param files of the dump: one that holds all of it, or the schema and then the rows, a file for each worker
 * @param rows of every table, in the same snapshot
 * @param documents null if documents weren't part of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        int version,
        String id,
        Instant takenAt,
        long durationMillis,
        String database,
        String schemaVersion,
        String server,
        String tool,
        Format format,
        String key,
        List<StoredFile> files,
        Map<String, Long> rows,
        Documents documents) {
    private static final int VERSION = 2;

    /** Of those in one file, which earlier versions of the product can read as well. */
    private static final int VERSION_OF_ONE_FILE = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // A newer version of the product may have told more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** How pg_dump wrote each file. */
    public enum Format {
        CUSTOM
    }

    /**
     * One object of the backup, as it lies in the store.
     *
     * @param sha256 in hexadecimal
     */
    public record StoredFile(String name, long size, String sha256) {}

    /**
     * What lay in the bucket of the documents.
     *
     * @param copied how many of them weren't copied by an earlier backup
     * @param inventory one line for each
     */
    public record Documents(long count, long bytes, long copied, StoredFile inventory) {}

    public boolean isEncrypted() {
        return key != null;
    }

    static int version(List<StoredFile> files) {
        return files.size() == 1 ? VERSION_OF_ONE_FILE : VERSION;
    }

    /** Those that hold rows alone, and can be loaded in any order; none where one file holds everything. */
    List<StoredFile> rowFiles() {
        return files.subList(1, files.size());
    }

    /** How many it was dumped by. */
    int workers() {
        return Math.max(1, rowFiles().size());
    }

    /** Those of the dump and the inventory. */
    List<StoredFile> everyFile() {
        List<StoredFile> all = new ArrayList<>(files);
        if (documents != null) {
            all.add(documents.inventory());
        }
        return all;
    }

    /** Of the files of the dump. */
    public long size() {
        return files.stream().mapToLong(StoredFile::size).sum();
    }

    public long rowCount() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    public String json() {
        return write(this);
    }

    static Manifest parse(byte[] json, String id) {
        Manifest manifest;
        try {
            manifest = JSON.readValue(json, Manifest.class);
        } catch (IOException malformed) {
            throw BackupFailure.damaged("The manifest of " + id + " can't be read", malformed);
        }
        boolean whole = manifest != null
                && manifest.takenAt != null
                && manifest.format != null
                && manifest.files != null
                && !manifest.files.isEmpty()
                && manifest.rows != null
                && manifest.schemaVersion != null;
        if (!whole) {
            throw BackupFailure.damaged("The manifest of " + id + " isn't complete");
        }
        if (manifest.version > VERSION) {
            throw BackupFailure.refused("The manifest of " + id + " was written by a newer version of BuildingOS");
        }
        if (!id.equals(manifest.id)) {
            throw BackupFailure.damaged("The manifest of " + id + " belongs to " + manifest.id);
        }
        return manifest;
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without line breaks. */
    static String line(Object value) {
        try {
            return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T read(byte[] json, Class<T> type) throws IOException {
        return JSON.readValue(json, type);
    }
}
