package io.buildingos.document;

import static io.buildingos.kernel.Permission.DOCUMENT_UPLOAD;
import static io.buildingos.kernel.Permission.DOCUMENT_WRITE;

import io.buildingos.document.DocumentRevision.Checked;
import io.buildingos.document.FileCheck.NotOfItsType;
import io.buildingos.document.UploadSteps.Announced;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import io.buildingos.kernel.UuidV7;
import io.buildingos.store.StoreFailure;
import io.buildingos.store.StoredObject;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes files in: announced, put, registered. Talks to the store outside of the transactions, so that a slow one holds no
 * connection to the database.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadService {
    @Inject
    private UploadSteps steps;

    @Inject
    private DocumentStore store;

    @Allowed(DOCUMENT_UPLOAD)
    public UploadView announce(AnnounceUpload announced) {
        return signed(steps.announce(announced));
    }

    /** For a new revision of a document that is there. */
    @Allowed(DOCUMENT_WRITE)
    public UploadView announceRevision(UUID document, AnnounceRevision announced) {
        return signed(steps.announceRevision(document, announced));
    }

    /**
     * The way through the API, for clients that don't reach the store. May be tried again until it is registered.
     *
     * @param length what the client says it sends, or -1
     */
    @Allowed(DOCUMENT_UPLOAD)
    public void receive(UUID id, long length, InputStream body) {
        Announced upload = open(id);
        if (length >= 0 && length != upload.size()) {
            throw Refusal.invalid("Content-Length", "must be %d, as announced".formatted(upload.size()));
        }
        ExactBody exact = new ExactBody(body, upload.size());
        try {
            store.attempt(objects -> {
                objects.put(upload.key(), upload.type().contentType(), upload.size(), exact);
                return null;
            });
        } catch (StoreFailure failure) {
            if (exact.isShort()) {
                throw notTheSize(upload);
            }
            throw DocumentStore.unavailable(failure);
        }
        if (exact.isLonger()) {
            store.discard(upload.key());
            throw notTheSize(upload);
        }
    }

    /** Reads what was put, and makes a document of it if it is what was announced; else removes it. */
    @Allowed(DOCUMENT_UPLOAD)
    public DocumentView register(UUID id) {
        Announced upload = open(id);
        StoredObject found =
                store.ask(objects -> objects.find(upload.key())).orElseThrow(() -> Refusal.of(ErrorCode.FILE_MISSING));
        Checked file = check(upload, found);
        String key = DocumentStore.FOLDER + upload.tenantId() + "/" + UuidV7.create();
        try {
            store.tell(objects -> objects.copy(upload.key(), key, found.tag()));
            DocumentView document = steps.register(id, key, file);
            store.discard(upload.key());
            return document;
        } catch (RuntimeException failed) {
            store.discard(key);
            throw failed;
        }
    }

    private UploadView signed(Announced upload) {
        String type = upload.type().contentType();
        URI address = store.ask(objects -> objects.presignPut(upload.key(), type, upload.size(), Upload.ADDRESS_LIFE));
        return new UploadView(
                upload.id(),
                "PUT",
                address,
                Map.of("Content-Type", type),
                upload.size(),
                upload.createdAt().plus(Upload.ADDRESS_LIFE),
                upload.expiresAt());
    }

    /** Whatever was put under a key that has been used is removed: it may be no more than litter. */
    private Announced open(UUID id) {
        Announced upload = steps.announced(id);
        if (!upload.open()) {
            store.discard(upload.key());
            throw Refusal.of(ErrorCode.UPLOAD_USED);
        }
        return upload;
    }

    private Checked check(Announced upload, StoredObject found) {
        if (found.size() != upload.size()) {
            throw refused(upload, "size", "is %d, not the %d announced".formatted(found.size(), upload.size()));
        }
        Checked file = read(upload, found);
        if (upload.sha256() != null && !upload.sha256().equals(file.sha256())) {
            throw refused(upload, "sha256", "is %s, not as announced".formatted(file.sha256()));
        }
        return file;
    }

    private Checked read(Announced upload, StoredObject found) {
        try (InputStream body = store.attempt(objects -> objects.read(upload.key(), found.tag()))) {
            return FileCheck.read(body, upload.type());
        } catch (NotOfItsType other) {
            throw refused(upload, "contentType", other.getMessage());
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.EXISTS_ALREADY) {
                throw refused(upload, "content", "has changed while it was read");
            }
            throw DocumentStore.unavailable(failure);
        } catch (IOException broken) {
            throw Refusal.of(ErrorCode.UNAVAILABLE, "The document store broke off: try again shortly.");
        }
    }

    private Refusal refused(Announced upload, String field, String reason) {
        steps.refuse(upload.id(), field, reason);
        store.discard(upload.key());
        return Refusal.of(
                ErrorCode.FILE_REFUSED, ErrorCode.FILE_REFUSED.explanation(), List.of(new Violation(field, reason)));
    }

    private static Refusal notTheSize(Announced upload) {
        return Refusal.invalid("body", "must have %d bytes, as announced".formatted(upload.size()));
    }
}
