package io.buildingos.payment;

import io.buildingos.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody has paid for a unit.
 *
 * @param reference what the bank or the till calls it, or null
 * @param paidOn not after today
 * @param proofDocumentId a document that the caller sees and that isn't another unit's or building's, or null
 * @param confirmed true: that it is another payment although one like it came within 48 hours
 */
public record SubmitPayment(
        @NotNull UUID unitId,
        @NotNull PaymentMethod method,
        @NotNull @Valid Money amount,
        @Size(max = 120) String reference,
        @NotNull LocalDate paidOn,
        UUID proofDocumentId,
        Boolean confirmed) {
    boolean isConfirmed() {
        return Boolean.TRUE.equals(confirmed);
    }
}
