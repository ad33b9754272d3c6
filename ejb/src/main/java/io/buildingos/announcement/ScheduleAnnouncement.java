package io.buildingos.announcement;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Not now.
 *
 * @param sendAt later than now
 */
public record ScheduleAnnouncement(@NotNull Instant sendAt) {}
