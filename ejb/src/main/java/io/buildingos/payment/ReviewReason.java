package io.buildingos.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a payment is rejected or reversed; whoever submitted it reads this. */
public record ReviewReason(@NotBlank @Size(max = 300) String reason) {}
