package io.buildingos.document;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/**
 * A document as it is shown, with what its present revision holds.
 *
 * @param buildingId null: it belongs to the whole tenant
 * @param unitId null: it belongs to the whole building
 * @param size in bytes
 * @param sha256 of the bytes, in hexadecimal
 * @param revision counts from 1, one more at each replacement
 * @param uploadedBy the user; null for what the product issued itself
 */
public record DocumentView(
        UUID id,
        long version,
        String fileName,
        Document.Category category,
        Document.Visibility visibility,
        UUID buildingId,
        UUID unitId,
        String contentType,
        long size,
        String sha256,
        int revision,
        UUID uploadedBy,
        Instant createdAt,
        Instant archivedAt)
        implements Tagged {
    static DocumentView of(Document document, DocumentRevision shown) {
        return new DocumentView(
                document.id(),
                document.version(),
                document.fileName(),
                document.category(),
                document.visibility(),
                document.buildingId(),
                document.unitId(),
                shown.contentType(),
                shown.size(),
                shown.sha256(),
                document.revision(),
                document.uploadedBy(),
                document.createdAt(),
                document.archivedAt());
    }

    /** What a merge patch is applied to. */
    public DescribeDocument description() {
        return new DescribeDocument(fileName, category, visibility, buildingId, unitId);
    }
}
