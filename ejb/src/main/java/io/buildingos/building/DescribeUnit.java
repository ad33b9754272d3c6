package io.buildingos.building;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What can be said of a unit.
 *
 * @param areaM2 square metres, or null
 * @param share of the building, above 0 and up to 1, or null
 */
public record DescribeUnit(
        @NotBlank @Size(max = 40) String code,
        @Size(max = 120) String label,
        @NotNull Unit.Type type,

        @DecimalMin(value = "0", inclusive = false) @Digits(integer = 8, fraction = 2)
        BigDecimal areaM2,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Digits(integer = 1, fraction = 10)
        BigDecimal share,

        boolean billable) {}
