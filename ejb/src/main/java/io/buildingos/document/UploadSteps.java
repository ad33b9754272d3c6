package io.buildingos.document;

import static io.buildingos.kernel.Permission.DOCUMENT_UPLOAD;
import static io.buildingos.kernel.Permission.DOCUMENT_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.config.Configuration;
import io.buildingos.document.DocumentRevision.Checked;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.CountedResource;
import io.buildingos.tenancy.PlanLimits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The transactions of an upload, between which the store is talked to. */
@Stateless
public class UploadSteps {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private DocumentAccess access;

    @Inject
    private PlanLimits planLimits;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Configuration settings;

    @Inject
    private Clock clock;

    @Allowed(DOCUMENT_UPLOAD)
    public Announced announce(AnnounceUpload announced) {
        Place place = access.place(announced.buildingId(), announced.unitId(), DOCUMENT_UPLOAD);
        access.requireMayHandIn(place, announced.category(), announced.visibility());
        return announce(announced, place, null);
    }

    @Allowed(DOCUMENT_WRITE)
    public Announced announceRevision(UUID id, AnnounceRevision announced) {
        Document document = access.reached(id, DOCUMENT_WRITE);
        document.requireChangeable();
        var whole = new AnnounceUpload(
                announced.fileName(),
                announced.contentType(),
                announced.size(),
                announced.sha256(),
                document.category(),
                document.visibility(),
                null,
                null);
        return announce(whole, document.place(), id);
    }

    /** Only the one who announced it knows of an upload. */
    @Allowed(DOCUMENT_UPLOAD)
    public Announced announced(UUID id) {
        return Announced.of(own(id, LockModeType.NONE), clock.instant());
    }

    @Allowed(DOCUMENT_UPLOAD)
    public void refuse(UUID id, String field, String reason) {
        Upload upload = own(id, LockModeType.PESSIMISTIC_WRITE);
        upload.refuse();
        auditLog.happened(
                "upload.refused",
                "upload",
                id,
                Map.of("fileName", upload.fileName(), "field", field, "reason", reason));
    }

    /** Of two at once, the second finds it used. */
    @Allowed(DOCUMENT_UPLOAD)
    public DocumentView register(UUID id, String objectKey, Checked file) {
        Upload upload = own(id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (!upload.isOpen(now)) {
            throw Refusal.of(ErrorCode.UPLOAD_USED);
        }
        planLimits.claim(CountedResource.STORAGE_BYTES, file.size());
        upload.register();
        return upload.documentId() == null
                ? registerNew(upload, objectKey, file, now)
                : registerRevision(upload, objectKey, file, now);
    }

    private DocumentView registerNew(Upload upload, String objectKey, Checked file, Instant now) {
        Document document = new Document(
                upload.tenantId(),
                upload.fileName(),
                upload.category(),
                upload.visibility(),
                upload.place(),
                upload.userId(),
                now);
        var revision = new DocumentRevision(document, 1, objectKey, upload.type(), file, upload.userId(), now);
        entityManager.persist(document);
        entityManager.flush();
        entityManager.persist(revision);
        DocumentView view = DocumentView.of(document, revision);
        auditLog.created("document", document.id(), view);
        return view;
    }

    private DocumentView registerRevision(Upload upload, String objectKey, Checked file, Instant now) {
        Document document = access.reached(upload.documentId(), DOCUMENT_WRITE);
        entityManager.refresh(document, LockModeType.PESSIMISTIC_WRITE);
        DocumentView before = DocumentView.of(document, shown(document));
        int number = document.replace(upload.fileName());
        var revision = new DocumentRevision(document, number, objectKey, upload.type(), file, upload.userId(), now);
        entityManager.persist(revision);
        entityManager.flush();
        DocumentView after = DocumentView.of(document, revision);
        auditLog.changed("document.replaced", "document", document.id(), before, after);
        return after;
    }

    private DocumentRevision shown(Document document) {
        return Documents.revision(entityManager, document);
    }

    /** What is announced and not yet stored weighs too, or everybody could announce the last free byte. */
    private Announced announce(AnnounceUpload announced, Place place, UUID document) {
        FileType type = FileType.of(announced.contentType());
        String name = FileName.checked(announced.fileName(), type);
        long largest = settings.number("UPLOAD_MAX_BYTES");
        if (announced.size() > largest) {
            throw Refusal.of(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "A document has at most %d bytes.".formatted(largest),
                    Map.of("limit", largest));
        }
        Caller caller = currentCaller.get();
        Instant now = clock.instant();
        // First the lock, then the sum that it guards.
        planLimits.claim(CountedResource.STORAGE_BYTES, 0);
        planLimits.claim(CountedResource.STORAGE_BYTES, onTheirWay(now) + announced.size());
        Upload upload = new Upload(caller.requireTenant(), caller.requireUser(), announced, name, place, document, now);
        entityManager.persist(upload);
        return Announced.of(upload, now);
    }

    private long onTheirWay(Instant now) {
        return entityManager
                .createQuery(
                        "select coalesce(sum(u.size), 0) from Upload u where u.status = :open and u.expiresAt > :now",
                        Long.class)
                .setParameter("open", Upload.Status.OPEN)
                .setParameter("now", now)
                .getSingleResult();
    }

    private Upload own(UUID id, LockModeType lock) {
        Upload upload = entityManager.find(Upload.class, id, lock);
        if (upload == null || !upload.belongsTo(currentCaller.get().requireUser())) {
            throw Refusal.notFound();
        }
        return upload;
    }

    /** What the store needs to know of an upload. */
    public record Announced(
            UUID id,
            UUID tenantId,
            String key,
            FileType type,
            long size,
            String sha256,
            boolean open,
            Instant createdAt,
            Instant expiresAt) {
        static Announced of(Upload upload, Instant now) {
            return new Announced(
                    upload.id(),
                    upload.tenantId(),
                    upload.objectKey(),
                    upload.type(),
                    upload.size(),
                    upload.sha256(),
                    upload.isOpen(now),
                    upload.createdAt(),
                    upload.expiresAt());
        }
    }
}
