package io.buildingos.ledger;

/** Why a unit's balance changed. */
public enum EntryKind {
    CHARGE,
    /** The amount of a charge or credit was mended before anything covered it. */
    CHARGE_CORRECTED,
    CHARGE_CANCELED,
    CREDIT,
    CREDIT_CANCELED,
    PAYMENT,
    PAYMENT_REVERSED
}
