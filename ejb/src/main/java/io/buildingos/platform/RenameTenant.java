package io.buildingos.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** All the platform may say of a tenant; the rest are the tenant's own settings. */
public record RenameTenant(
        @NotBlank @Size(min = 2, max = 120) String name) {}
