package io.buildingos.document;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.NameKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Keeps files for the demonstration data: somebody's, of a day in the past, under an id that was known before and therefore
 * once. Name, type and first bytes are held to what every file is held to.
 */
@ApplicationScoped
public class PlannedFiles {
    private static final int HEAD = 16;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Documents documents;

    @Inject
    private DocumentAccess access;

    @Inject
    private AuditLog auditLog;

    /**
     * In the caller's transaction: if that rolls back, the object goes too.
     *
     * @param uploadedBy whose it is
     */
    public void keep(UUID id, GeneratedFile file, UUID uploadedBy, Instant at) {
        FileType type = FileType.of(file.contentType());
        if (!type.begins(java.util.Arrays.copyOf(file.content(), HEAD))) {
            throw new IllegalArgumentException(file.fileName() + " doesn't begin as a file of its type does");
        }
        var planned = new Planned(
                id,
                currentCaller.get().requireTenant(),
                FileName.checked(file.fileName(), type),
                access.placeOf(file.building(), file.unit()),
                file,
                uploadedBy,
                at);
        documents.put(planned.key(), file);
        entityManager.unwrap(Session.class).doWork(connection -> insert(connection, planned));
        auditLog.happened("document.seeded", "document", id, Map.of("fileName", planned.name()));
    }

    private static void insert(Connection connection, Planned planned) throws SQLException {
        BulkInsert.<Planned>into("documents")
                .column("id", "uuid", Planned::id)
                .column("version", "bigint", file -> 0L)
                .column("tenant_id", "uuid", Planned::tenant)
                .column("file_name", "text", Planned::name)
                .column("name_key", "text", file -> NameKey.of(file.name()))
                .column("category", "text", file -> file.file().category().name())
                .column("visibility", "text", file -> file.file().visibility().name())
                .column("building_id", "uuid", file -> file.place().buildingId())
                .column("unit_id", "uuid", file -> file.place().unitId())
                .column("revision", "int", file -> 1)
                .column("uploaded_by", "uuid", Planned::uploadedBy)
                .column("created_at", "timestamptz", file -> Timestamp.from(file.at()))
                .execute(connection, List.of(planned));
        BulkInsert.<Planned>into("document_revisions")
                .column("id", "uuid", Planned::id)
                .column("version", "bigint", file -> 0L)
                .column("tenant_id", "uuid", Planned::tenant)
                .column("document_id", "uuid", Planned::id)
                .column("number", "int", file -> 1)
                .column("object_key", "text", Planned::key)
                .column("file_name", "text", Planned::name)
                .column("content_type", "text", file -> file.file().contentType())
                .column("size_bytes", "bigint", file -> (long) file.file().content().length)
                .column("sha256", "text", file -> file.file().sha256())
                .column("uploaded_by", "uuid", Planned::uploadedBy)
                .column("created_at", "timestamptz", file -> Timestamp.from(file.at()))
                .execute(connection, List.of(planned));
    }

    private record Planned(
            UUID id, UUID tenant, String name, Place place, GeneratedFile file, UUID uploadedBy, Instant at) {
        String key() {
            return DocumentStore.FOLDER + tenant + "/" + id;
        }
    }
}
