package io.buildingos.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.buildingos.kernel.Json;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a seal covers: SHA-256 over the hash before (32 zeroes for the first), the chain's id, the position, and the entry
 * as a JSON array of its columns' texts in this order. PostgreSQL writes a jsonb the same way whenever it is read, so the
 * text of the changes is canonical; times are microseconds since 1970.
 */
final class SealedForm {
    static final byte[] BEFORE_THE_FIRST = new byte[32];
    static final String COLUMNS =
            "e.id, e.tenant_id::text, (extract(epoch from e.occurred_at) * 1000000)::bigint::text,"
                    + " e.actor_id::text, e.actor_name, e.impersonator_id::text, e.action, e.entity, e.entity_id::text,"
                    + " e.changes::text, e.request_id, e.address";
    private static final int COUNT = 12;
    private static final int ID_BYTES = 16;

    private SealedForm() {}

    /** @param first the index of the first of {@link #COLUMNS} in the row */
    static byte[] entry(ResultSet row, int first) throws SQLException {
        List<String> texts = new ArrayList<>(COUNT);
        for (int column = first; column < first + COUNT; column++) {
            texts.add(row.getString(column));
        }
        try {
            return Json.mapper().writeValueAsBytes(texts);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] hash(byte[] before, UUID chain, long position, byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(before);
        digest.update(ByteBuffer.allocate(ID_BYTES + Long.BYTES)
                .putLong(chain.getMostSignificantBits())
                .putLong(chain.getLeastSignificantBits())
                .putLong(position)
                .flip());
        return digest.digest(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
