package io.buildingos.store;

import java.time.Instant;

/**
 * What the store says of an object.
 *
 * @param size in bytes
 * @param contentType null in listings, which don't tell
 * @param tag another one as soon as the content is another
 */
public record StoredObject(String key, long size, String contentType, Instant changedAt, String tag) {
    /** Not every store has a tag for what came to it by another way than its API. */
    public StoredObject {
        if (tag == null) {
            tag = "%s-%d".formatted(changedAt, size);
        }
    }
}
