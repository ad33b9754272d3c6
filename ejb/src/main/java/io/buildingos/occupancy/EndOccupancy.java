package io.buildingos.occupancy;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A person's leaving.
 *
 * @param on the last day
 */
public record EndOccupancy(@NotNull LocalDate on) {}
