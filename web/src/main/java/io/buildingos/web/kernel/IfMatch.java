package io.buildingos.web.kernel;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Tagged;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The version a client says it changes, as a header parameter of PATCH, PUT and DELETE. Of a tag it is the version alone: what
 * else changed in what was shown (a name, somebody moved in) stands in nobody's way.
 */
public record IfMatch(long version) {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(-[0-9a-f]+)?\"");

    /** Its version, and a checksum of all it says: some of that changes without a new version. */
    static EntityTag tagOf(Tagged thing) {
        CRC32C said = new CRC32C();
        said.update(thing.toString().getBytes(StandardCharsets.UTF_8));
        return new EntityTag(thing.version() + "-" + Long.toHexString(said.getValue()));
    }

    /** JAX-RS calls this only when there is a header; {@link #required} answers for its absence. */
    public static IfMatch fromString(String header) {
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Refusal.of(ErrorCode.VERSION_MISMATCH);
        }
        return new IfMatch(Long.parseLong(tag.group(1)));
    }

    public static long required(IfMatch header) {
        if (header == null) {
            throw Refusal.of(ErrorCode.VERSION_REQUIRED);
        }
        return header.version();
    }
}
