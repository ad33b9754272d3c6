package io.buildingos.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One document of a backup, and where its copy lies.
 *
 * @param tag the store's, by which a changed object is told
 * @param sha256 of the document
 * @param sealedBy name of the key that the copy is encrypted with, or null
 */
record InventoryLine(String key, long size, String tag, String type, String sha256, String sealedBy) {
    /** Of what is copied once, whatever number of backups it belongs to. */
    static final String COPIES = "documents/";

    /** The same document in the same state, encrypted the same way, has the same. */
    static String copyOf(String key, String tag, String sealedBy) {
        String identity = key + '\n' + tag + '\n' + (sealedBy == null ? "" : sealedBy);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return COPIES + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @JsonIgnore
    String copy() {
        return copyOf(key, tag, sealedBy);
    }

    @JsonIgnore
    long copySize() {
        return sealedBy == null ? size : Sealing.sealedLength(size);
    }
}
