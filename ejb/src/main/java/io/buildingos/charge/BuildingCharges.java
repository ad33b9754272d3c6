package io.buildingos.charge;

import io.buildingos.kernel.Money;
import java.util.List;
import java.util.UUID;

/**
 * What charging a building makes, or would make.
 *
 * @param batchId the filter {@code batch} finds the charges by it; null in a preview
 * @param total the sum of the charges, to the cent
 */
public record BuildingCharges(UUID batchId, UUID buildingId, Money total, List<Part> charges) {

    /**
     * One unit's part.
     *
     * @param chargeId null in a preview, and for a part of nothing, which is not charged
     */
    public record Part(UUID unitId, String unitCode, UUID chargeId, Money amount) {}
}
