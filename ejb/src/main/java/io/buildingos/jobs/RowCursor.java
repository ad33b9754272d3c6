package io.buildingos.jobs;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ended, in lists that are ordered by a number the database gave. */
final class RowCursor {
    private RowCursor() {}

    static String encode(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    }

    static long decode(String cursor) {
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.of(ErrorCode.INVALID_CURSOR);
        }
    }
}
