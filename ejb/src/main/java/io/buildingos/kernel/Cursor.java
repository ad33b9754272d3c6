package io.buildingos.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended: the sort it was in, that row's value in it, and its id to break ties. Opaque to clients.
 *
 * @param sort with its sign, so that a cursor can't be carried into another order
 */
public record Cursor(String sort, String value, UUID id) {
    private static final int ID_BYTES = 16;

    public String encoded() {
        byte[] text = (sort + '\n' + value).getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(ID_BYTES + text.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    public static Cursor decode(String encoded) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
            UUID id = new UUID(buffer.getLong(), buffer.getLong());
            String text = StandardCharsets.UTF_8.decode(buffer).toString();
            int split = text.indexOf('\n');
            return new Cursor(text.substring(0, split), text.substring(split + 1), id);
        } catch (RuntimeException notOurs) {
            throw Refusal.of(ErrorCode.INVALID_CURSOR);
        }
    }
}
