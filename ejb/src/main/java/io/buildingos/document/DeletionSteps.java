package io.buildingos.document;

import static io.buildingos.kernel.Permission.DOCUMENT_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The transaction of a deletion. */
@Stateless
public class DeletionSteps {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private DocumentAccess access;

    @Inject
    private AuditLog auditLog;

    /**
     * Refused by the database's own references while anything points at the document.
     *
     * @return the keys of the objects that nothing needs any more
     */
    @Allowed(DOCUMENT_WRITE)
    public List<String> delete(UUID id, long version) {
        Document document = access.reached(id, DOCUMENT_WRITE);
        entityManager.refresh(document, LockModeType.PESSIMISTIC_WRITE);
        document.requireVersion(version);
        document.requireNotIssued();
        DocumentView before = DocumentView.of(document, Documents.revision(entityManager, document));
        List<DocumentRevision> revisions = entityManager
                .createQuery("from DocumentRevision r where r.documentId = :document", DocumentRevision.class)
                .setParameter("document", id)
                .getResultList();
        revisions.forEach(entityManager::remove);
        entityManager.flush();
        entityManager.remove(document);
        entityManager.flush();
        auditLog.changed("document.deleted", "document", id, before, Map.of());
        return revisions.stream().map(DocumentRevision::objectKey).toList();
    }
}
