package io.buildingos.document;

import static io.buildingos.kernel.Permission.DOCUMENT_WRITE;

import io.buildingos.kernel.Allowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Deletes a document that nothing refers to: its rows first, then, once that is certain, its objects. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeletionService {
    @Inject
    private DeletionSteps steps;

    @Inject
    private DocumentStore store;

    @Allowed(DOCUMENT_WRITE)
    public void delete(UUID id, long version) {
        steps.delete(id, version).forEach(store::discard);
    }
}
