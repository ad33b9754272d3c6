package io.buildingos.document;

import static io.buildingos.kernel.Permission.DOCUMENT_READ;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;

/** The transactions of a download. */
@Stateless
public class DownloadSteps {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private DocumentAccess access;

    @Inject
    private AuditLog auditLog;

    @Allowed(DOCUMENT_READ)
    public StoredFile find(UUID id, UUID revision) {
        Document document = access.seen(id);
        if (revision == null) {
            DocumentRevision shown = Documents.revision(entityManager, document);
            return StoredFile.of(shown, document.fileName());
        }
        DocumentRevision asked = entityManager.find(DocumentRevision.class, revision);
        if (asked == null || !asked.documentId().equals(id)) {
            throw Refusal.notFound();
        }
        return StoredFile.of(asked, asked.fileName());
    }

    @Allowed(DOCUMENT_READ)
    public void downloaded(StoredFile file, String how) {
        auditLog.happened(
                "document.downloaded",
                "document",
                file.documentId(),
                Map.of("fileName", file.fileName(), "revision", file.revision(), "how", how));
    }
}
