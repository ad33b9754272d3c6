package io.buildingos.charge;

/** Where a charge stands today; nowhere kept, it follows from what covers the charge and from the date. */
public enum ChargeStatus {
    OPEN,
    PARTIAL,
    PAID,
    /** Due before today, and not wholly covered. */
    OVERDUE,
    CANCELED
}
