package io.buildingos.jobs;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * When a job shall start by itself.
 *
 * @param cron minute, hour, day of month, month, day of week; with six fields the first is the second
 * @param zone IANA name, in which cron is meant
 */
public record ChangeSchedule(
        @NotBlank @Size(max = 100) String cron,
        @NotBlank @Size(max = 60) String zone,
        @NotNull Boolean enabled) {}
