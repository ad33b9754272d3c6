package io.buildingos.payment;

/** How money came. */
public enum PaymentMethod {
    TRANSFER,
    CASH,
    CARD,
    ONLINE
}
