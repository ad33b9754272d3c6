package io.buildingos.ledger;

import java.util.UUID;

/**
 * What is to be entered.
 *
 * @param amountMinor what the unit owes more; negative: less
 * @param reversesId the entry it takes back, or null
 * @param description a charge's concept, a payment's reference, the reason of a cancellation
 */
public record Posting(
        UUID unitId,
        EntryKind kind,
        long amountMinor,
        UUID chargeId,
        UUID paymentId,
        UUID reversesId,
        String description) {

    public static Posting ofCharge(UUID unit, EntryKind kind, long amount, UUID charge, String concept) {
        return new Posting(unit, kind, amount, charge, null, null, concept);
    }

    public static Posting ofPayment(UUID unit, long amount, UUID payment, String reference) {
        return new Posting(unit, EntryKind.PAYMENT, -amount, null, payment, null, reference == null ? "" : reference);
    }

    public static Posting takingBackCharge(
            UUID unit, EntryKind kind, long amount, UUID charge, UUID entry, String reason) {
        return new Posting(unit, kind, amount, charge, null, entry, reason);
    }

    public static Posting takingBackPayment(UUID unit, long amount, UUID payment, UUID entry, String reason) {
        return new Posting(unit, EntryKind.PAYMENT_REVERSED, amount, null, payment, entry, reason);
    }
}
