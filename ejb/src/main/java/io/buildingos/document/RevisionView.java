package io.buildingos.document;

import java.time.Instant;
import java.util.UUID;

/**
 * What a document held from one moment on.
 *
 * @param number counts from 1
 * @param size in bytes
 */
public record RevisionView(
        UUID id,
        int number,
        String fileName,
        String contentType,
        long size,
        String sha256,
        UUID uploadedBy,
        Instant createdAt) {}
