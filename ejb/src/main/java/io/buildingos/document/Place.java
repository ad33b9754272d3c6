package io.buildingos.document;

import java.util.UUID;

/**
 * Where in the tenant a document belongs.
 *
 * @param buildingId null: to the whole tenant
 * @param unitId null: to the whole building
 */
record Place(UUID buildingId, UUID unitId) {
    static final Place TENANT = new Place(null, null);
}
