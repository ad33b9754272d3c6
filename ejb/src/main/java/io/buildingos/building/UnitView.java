package io.buildingos.building;

import io.buildingos.kernel.Tagged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A unit as it is shown.
 *
 * @param occupied whether somebody lives in it or owns it today, by the tenant's calendar
 */
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
        boolean occupied,
        Instant createdAt,
        Instant archivedAt)
        implements Tagged {
    /** Decimals as short as they can be said: 0.25 reads the same from the client and from the row. */
    public UnitView {
        areaM2 = plain(areaM2);
        share = plain(share);
    }

    static UnitView of(Unit unit, boolean occupied) {
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
                occupied,
                unit.createdAt(),
                unit.archivedAt());
    }

    static BigDecimal plain(BigDecimal decimal) {
        if (decimal == null) {
            return null;
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What a merge patch is applied to. */
    public DescribeUnit description() {
        return new DescribeUnit(code, label, type, areaM2, share, billable);
    }
}
