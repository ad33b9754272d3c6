package io.buildingos.building;

import io.buildingos.kernel.Identified;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A unit as it is shown. */
public record UnitView(
        UUID id,
        long version,
        UUID buildingId,
        String code,
        String label,
        Unit.Type type,
        BigDecimal areaM2,
        BigDecimal share,
        boolean billable,
        Instant createdAt,
        Instant archivedAt)
        implements Identified {
    static UnitView of(Unit unit) {
        return new UnitView(
                unit.id(),
                unit.version(),
                unit.buildingId(),
                unit.code(),
                unit.label(),
                unit.type(),
                unit.areaM2(),
                unit.share(),
                unit.billable(),
                unit.createdAt(),
                unit.archivedAt());
    }

    /** What a merge patch is applied to. */
    public DescribeUnit description() {
        return new DescribeUnit(code, label, type, areaM2, share, billable);
    }
}
