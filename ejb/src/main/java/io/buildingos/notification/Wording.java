package io.buildingos.notification;

/** How a notice is put, where its type has several ways; each has its words under its name, after the type's. */
public enum Wording {
    /** As every type has it. */
    PLAIN,
    /** Of several units at once. */
    UNITS,
    /** Of what is owed to a unit, not by it. */
    CREDIT
}
