package io.buildingos.occupancy;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An occupancy as it is shown, with the names a list needs.
 *
 * @param to the last day; null while it lasts
 * @param current whether today, by the tenant's calendar, is one of its days
 */
public record OccupancyView(
        UUID id,
        long version,
        UUID buildingId,
        UUID unitId,
        String unitCode,
        UUID personId,
        String personName,
        Occupancy.Role role,
        boolean primary,
        LocalDate from,
        LocalDate to,
        boolean current,
        Instant createdAt)
        implements Tagged {}
