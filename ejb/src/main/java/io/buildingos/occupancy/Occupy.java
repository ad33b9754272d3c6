package io.buildingos.occupancy;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person's coming to a unit.
 *
 * @param primary whether the first to be addressed among those of the role; at most one at a time
 * @param from the first day
 * @param to the last day, when it is known already, or null
 */
public record Occupy(
        @NotNull UUID personId,
        @NotNull Occupancy.Role role,
        boolean primary,
        @NotNull LocalDate from,
        LocalDate to) {}
