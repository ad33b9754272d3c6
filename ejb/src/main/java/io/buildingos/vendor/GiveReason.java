package io.buildingos.vendor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a quote was rejected or an order canceled. */
public record GiveReason(@NotBlank @Size(max = 1000) String reason) {}
