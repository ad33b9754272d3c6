package io.buildingos.document;

import static io.buildingos.kernel.Permission.DOCUMENT_READ;
import static io.buildingos.kernel.Permission.DOCUMENT_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Shows, describes, archives and restores documents. */
@Stateless
public class DocumentService {
    private static final Listing<DocumentView> LISTING = Listing.<DocumentView>of(
                    Documents.VIEW, Documents.FROM, "d.id")
            .sort("createdAt", "d.createdAt", Instant.class)
            .sort("fileName", "d.nameKey", String.class)
            .filter("category", Document.Category.class, "d.category = :category")
            .filter("visibility", Document.Visibility.class, "d.visibility = :visibility")
            .filter("building", UUID.class, "d.buildingId = :building")
            .filter("unit", UUID.class, "d.unitId = :unit")
            .filter("archived", Boolean.class, "case when d.archivedAt is null then false else true end = :archived")
            .filter("q", NameKey.class, "locate(:q, d.nameKey) > 0");

    private static final Listing<RevisionView> REVISIONS = Listing.<RevisionView>of(
                    "new io.buildingos.document.RevisionView(r.id, r.number, r.fileName, r.contentType, r.size,"
                            + " r.sha256, r.uploadedBy, r.createdAt)",
                    "DocumentRevision r",
                    "r.id")
            .sort("createdAt", "r.createdAt", Instant.class);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private DocumentAccess access;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Allowed(DOCUMENT_READ)
    public Page<DocumentView> list(ListRequest request) {
        return LISTING.page(entityManager, request, access.visible());
    }

    @Allowed(DOCUMENT_READ)
    public DocumentView get(UUID id) {
        return view(access.seen(id));
    }

    @Allowed(DOCUMENT_READ)
    public Page<RevisionView> revisions(UUID id, ListRequest request) {
        access.seen(id);
        return REVISIONS.page(entityManager, request, Condition.of("r.documentId = :document", Map.of("document", id)));
    }

    @Allowed(DOCUMENT_WRITE)
    public DocumentView describe(UUID id, long version, DescribeDocument description) {
        Document document = access.reached(id, DOCUMENT_WRITE);
        document.requireVersion(version);
        DocumentView before = view(document);
        Place place = access.place(description.buildingId(), description.unitId(), DOCUMENT_WRITE);
        String name = FileName.checked(description.fileName(), FileType.of(before.contentType()));
        document.describe(name, description.category(), description.visibility(), place);
        return changed("document.described", document, before);
    }

    @Allowed(DOCUMENT_WRITE)
    public DocumentView archive(UUID id) {
        Document document = locked(id);
        DocumentView before = view(document);
        document.archive(clock.instant());
        return changed("document.archived", document, before);
    }

    @Allowed(DOCUMENT_WRITE)
    public DocumentView restore(UUID id) {
        Document document = locked(id);
        DocumentView before = view(document);
        document.restore();
        return changed("document.restored", document, before);
    }

    private Document locked(UUID id) {
        Document document = access.reached(id, DOCUMENT_WRITE);
        entityManager.refresh(document, LockModeType.PESSIMISTIC_WRITE);
        return document;
    }

    private DocumentView changed(String action, Document document, DocumentView before) {
        entityManager.flush();
        DocumentView after = view(document);
        auditLog.changed(action, "document", document.id(), before, after);
        return after;
    }

    private DocumentView view(Document document) {
        return DocumentView.of(document, Documents.revision(entityManager, document));
    }
}
