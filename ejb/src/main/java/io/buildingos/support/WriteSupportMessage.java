package io.buildingos.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is said on a support ticket. */
public record WriteSupportMessage(
        @NotBlank @Size(max = 5000) String body) {}
