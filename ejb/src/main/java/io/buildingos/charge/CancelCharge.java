package io.buildingos.charge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a charge shall count no more. */
public record CancelCharge(@NotBlank @Size(max = 300) String reason) {}
