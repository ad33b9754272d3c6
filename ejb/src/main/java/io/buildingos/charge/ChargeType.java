package io.buildingos.charge;

/** What a unit is charged for; a CREDIT is what it is owed. */
public enum ChargeType {
    COMMON,
    EXTRAORDINARY,
    FINE,
    INTEREST,
    CREDIT,
    OTHER
}
