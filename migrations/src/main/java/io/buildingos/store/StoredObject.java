package io.buildingos.store;

import java.time.Instant;

/**
 * What the store says of an object.
 *
 * @param size in bytes
 * @param contentType null in listings, which don't tell
 */
public record StoredObject(String key, long size, String contentType, Instant changedAt) {}
