package io.buildingos.document;

import static io.buildingos.kernel.Permission.DOCUMENT_READ;

import io.buildingos.kernel.Allowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Gives files out: by a signed address of the store, or streamed. Each is in the audit. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DownloadService {
    private static final Duration ADDRESS_LIFE = Duration.ofMinutes(5);

    @Inject
    private DownloadSteps steps;

    @Inject
    private DocumentStore store;

    @Inject
    private Clock clock;

    /** @param revision null: what the document shows now */
    @Allowed(DOCUMENT_READ)
    public StoredFile find(UUID document, UUID revision) {
        return steps.find(document, revision);
    }

    /**
     * Opens it from one byte to another, both counting from 0; the caller closes it.
     *
     * @throws io.buildingos.kernel.Refusal UNAVAILABLE if the store doesn't answer
     */
    @Allowed(DOCUMENT_READ)
    public InputStream open(StoredFile file, long first, long last) {
        InputStream body = store.ask(objects -> objects.read(file.objectKey(), first, last));
        // A player or reader asks for many pieces: it is one download, which begins at the beginning.
        if (first == 0) {
            steps.downloaded(file, "streamed");
        }
        return body;
    }

    /** @param inline to be shown by the browser instead of saved, if it is of a type that can't do harm there */
    @Allowed(DOCUMENT_READ)
    public DownloadLink link(UUID document, boolean inline) {
        StoredFile file = steps.find(document, null);
        String disposition = FileName.disposition(
                file.fileName(), inline && FileType.of(file.contentType()).showsInline());
        URI address = store.ask(
                objects -> objects.presignGet(file.objectKey(), file.contentType(), disposition, ADDRESS_LIFE));
        steps.downloaded(file, "linked");
        return new DownloadLink(address, clock.instant().plus(ADDRESS_LIFE));
    }

    /** Where the store gives the file out, to whoever has this address. */
    public record DownloadLink(URI url, Instant expiresAt) {}
}
