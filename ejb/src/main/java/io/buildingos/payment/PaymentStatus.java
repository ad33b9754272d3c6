package io.buildingos.payment;

/** SUBMITTED until somebody reviews it; only what is APPROVED counts as paid, until it is REVERSED. */
public enum PaymentStatus {
    SUBMITTED,
    APPROVED,
    REJECTED,
    REVERSED
}
