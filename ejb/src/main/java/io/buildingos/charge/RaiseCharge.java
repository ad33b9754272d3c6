package io.buildingos.charge;

import io.buildingos.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** A charge on one unit, billable or not: {@code billable} says which units a whole building's charges reach. */
public record RaiseCharge(
        @NotNull UUID unitId,
        @NotNull YearMonth period,
        @NotNull ChargeType type,
        @NotBlank @Size(max = 120) String concept,
        @NotNull @Valid Money amount,
        @NotNull LocalDate dueOn) {
    DescribeCharge description() {
        return new DescribeCharge(period, type, concept, amount, dueOn);
    }
}
