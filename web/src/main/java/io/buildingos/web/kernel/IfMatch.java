package io.buildingos.web.kernel;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;

/** The version a client says it changes, as a header parameter of PATCH, PUT and DELETE. */
public record IfMatch(long version) {

    /** JAX-RS calls this only when there is a header; {@link #required} answers for its absence. */
    public static IfMatch fromString(String header) {
        String tag = header.strip();
        if (tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")) {
            try {
                return new IfMatch(Long.parseLong(tag.substring(1, tag.length() - 1)));
            } catch (NumberFormatException notOurs) {
                throw Refusal.of(ErrorCode.VERSION_MISMATCH);
            }
        }
        throw Refusal.of(ErrorCode.VERSION_MISMATCH);
    }

    public static long required(IfMatch header) {
        if (header == null) {
            throw Refusal.of(ErrorCode.VERSION_REQUIRED);
        }
        return header.version();
    }
}
