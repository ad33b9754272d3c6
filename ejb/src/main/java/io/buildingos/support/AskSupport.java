package io.buildingos.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A question to the platform.
 *
 * @param message the first of the conversation
 */
public record AskSupport(
        @NotBlank @Size(max = 255) String title,
        @NotNull SupportCategory category,
        @NotBlank @Size(max = 5000) String message) {}
