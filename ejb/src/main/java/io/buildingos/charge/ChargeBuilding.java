package io.buildingos.charge;

import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Charges on every billable unit of a building: the same amount each, or a total that is split by the units' shares.
 *
 * @param amountPerUnit or null
 * @param total or null; exactly one of the two is given
 */
public record ChargeBuilding(
        @NotNull YearMonth period,
        @NotNull ChargeType type,
        @NotBlank @Size(max = 120) String concept,
        @Valid Money amountPerUnit,
        @Valid Money total,
        @NotNull LocalDate dueOn) {
    boolean isSplit() {
        return total != null;
    }

    /** The one of the two amounts that is given. */
    Money asked() {
        if ((amountPerUnit == null) == (total == null)) {
            throw Refusal.invalid("amountPerUnit", "either it or total must be given, not both");
        }
        return isSplit() ? total : amountPerUnit;
    }
}
