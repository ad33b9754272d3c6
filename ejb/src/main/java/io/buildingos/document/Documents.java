package io.buildingos.document;

import io.buildingos.audit.AuditLog;
import io.buildingos.document.DocumentRevision.Checked;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.UuidV7;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Documents for the features that refer to them; works in the transaction of whoever calls. */
@ApplicationScoped
public class Documents {
    static final String VIEW = "new io.buildingos.document.DocumentView(d.id, d.version, d.fileName, d.category,"
            + " d.visibility, d.buildingId, d.unitId, r.contentType, r.size, r.sha256, d.revision, d.uploadedBy,"
            + " d.createdAt, d.archivedAt)";
    static final String FROM = "Document d join DocumentRevision r on r.documentId = d.id and r.number = d.revision";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private DocumentAccess access;

    @Inject
    private DocumentStore store;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /** One the caller sees; any other is not found. For what refers to it: an attachment, a proof, a quote. */
    public Document seen(UUID id) {
        return access.seen(id);
    }

    /**
     * One the caller sees, and in whose place (tenant, building or unit) the permission reaches.
     *
     * @throws io.buildingos.kernel.Refusal NOT_FOUND or FORBIDDEN
     */
    public Document reached(UUID id, Permission permission) {
        return access.reached(id, permission);
    }

    /** Those of them that the caller sees, oldest first, in one statement. */
    public List<DocumentView> views(Collection<UUID> ids) {
        Condition visible = access.visible();
        var query = entityManager
                .createQuery(
                        "select " + VIEW + " from " + FROM + " where d.id in :ids and " + visible.hql()
                                + " order by d.createdAt, d.id",
                        DocumentView.class)
                .setParameter("ids", ids);
        visible.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /**
     * Keeps a file that the product made itself, in the caller's transaction: if that rolls back, the object goes too. It
     * isn't refused for want of space, and nobody changes or deletes it.
     *
     * @return the document's id
     * @throws io.buildingos.kernel.Refusal UNAVAILABLE if the store doesn't answer
     */
    public UUID keep(GeneratedFile file) {
        UUID tenant = currentCaller.get().requireTenant();
        String key = DocumentStore.FOLDER + tenant + "/" + UuidV7.create();
        FileType type = FileType.of(file.contentType());
        put(key, file);
        Instant now = clock.instant();
        Place place = access.placeOf(file.building(), file.unit());
        Document document = new Document(
                tenant, FileName.checked(file.fileName(), type), file.category(), file.visibility(), place, null, now);
        var revision = new DocumentRevision(
                document, 1, key, type, new Checked(file.content().length, file.sha256()), null, now);
        entityManager.persist(document);
        entityManager.flush();
        entityManager.persist(revision);
        auditLog.created("document", document.id(), DocumentView.of(document, revision));
        return document.id();
    }

    /** Its object; goes again if the transaction rolls back. */
    void put(String key, GeneratedFile file) {
        store.tell(objects ->
                objects.put(key, file.contentType(), file.content().length, new ByteArrayInputStream(file.content())));
        transaction.registerInterposedSynchronization(new RemoveUnlessCommitted(key));
    }

    /** The bytes of what the document shows, for a mail's attachment; at most a few megabytes are meant. */
    public byte[] bytes(UUID id) {
        DocumentRevision revision = revision(entityManager, entityManager.find(Document.class, id));
        try (InputStream body = store.ask(objects -> objects.read(revision.objectKey()))) {
            return body.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static DocumentRevision revision(EntityManager entityManager, Document document) {
        return entityManager
                .createQuery(
                        "from DocumentRevision r where r.documentId = :document and r.number = :number",
                        DocumentRevision.class)
                .setParameter("document", document.id())
                .setParameter("number", document.revision())
                .getSingleResult();
    }

    private final class RemoveUnlessCommitted implements Synchronization {
        private final String key;

        RemoveUnlessCommitted(String key) {
            this.key = key;
        }

        @Override
        public void beforeCompletion() {
            // Nothing is decided yet.
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
                store.discard(key);
            }
        }
    }
}
