package io.buildingos.document;

import java.util.UUID;

/** One revision's bytes, and all that is told of them before the first one is sent. */
public record StoredFile(
        UUID documentId,
        int revision,
        String objectKey,
        String fileName,
        String contentType,
        long size,
        String sha256) {
    static StoredFile of(DocumentRevision revision, String fileName) {
        return new StoredFile(
                revision.documentId(),
                revision.number(),
                revision.objectKey(),
                fileName,
                revision.contentType(),
                revision.size(),
                revision.sha256());
    }

    /** The header that makes a browser save it under its name. */
    public String disposition() {
        return FileName.disposition(fileName, false);
    }

    /** Text is always UTF-8: nothing else is taken in. */
    public String mediaType() {
        return FileType.of(contentType).isText() ? contentType + "; charset=utf-8" : contentType;
    }
}
